/** What one writes about a tip; the parts of the working copy that are typed. */
export interface DraftText {
  readonly title: string;
  readonly summary: string;
  /** Markdown. */
  readonly body: string;
  readonly topicIds: readonly string[];
  readonly coAuthorIds: readonly string[];
  readonly note: string;
  readonly isMinor: boolean;
}

export const emptyDraft: DraftText = { title: '', summary: '', body: '', topicIds: [], coAuthorIds: [], note: '', isMinor: false };

/** A draft as the server has it. */
export interface StoredDraft {
  readonly text: DraftText;
  /** Counts up with each saving; 0 where nothing has been saved yet. */
  readonly version: number;
  /** Number of the released revision this text goes on from; 0 for a tip that was never released. */
  readonly revision: number;
  /** The released text, which changed while this draft was written beside it: there is no common ground with it. */
  readonly isReleasedBeside?: boolean;
  readonly savedAt: string;
  /** Null where nobody is named: an own text, or an account that is gone. */
  readonly savedBy: { readonly accountId: string; readonly name: string | null } | null;
}

// The server trims lines, unifies line ends and composes letters: none of that is a difference to a person.
const line = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();
const block = (text: string) => text.normalize('NFC').replace(/\r\n?/g, '\n').replace(/[ \t]+$/gm, '').trim();
const sameIds = (one: readonly string[], other: readonly string[]) => one.length === other.length && one.every((id) => other.includes(id));

/** Whether two drafts say the same. */
export function isSameDraft(one: DraftText, other: DraftText): boolean {
  return (
    line(one.title) === line(other.title) &&
    line(one.summary) === line(other.summary) &&
    block(one.body) === block(other.body) &&
    line(one.note) === line(other.note) &&
    one.isMinor === other.isMinor &&
    sameIds(one.topicIds, other.topicIds) &&
    sameIds(one.coAuthorIds, other.coAuthorIds)
  );
}

/** Whether there is anything worth keeping. */
export function isEmptyDraft(text: DraftText): boolean {
  return line(text.title) === '' && line(text.summary) === '' && block(text.body) === '' && text.topicIds.length === 0;
}
