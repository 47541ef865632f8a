import type { DraftText } from './draft.js';
import { mergedText, mergeTexts, type Passage, type PassageChoice } from './merge-texts.js';

/** Two drafts that went out from one, part by part. */
export interface Conflict {
  readonly title: readonly Passage[];
  readonly summary: readonly Passage[];
  readonly body: readonly Passage[];
}

export type ConflictPart = keyof Conflict;
export const conflictParts: readonly ConflictPart[] = ['title', 'summary', 'body'];

/** The decisions so far, in the order of the open passages of each part. */
export type ConflictChoices = Readonly<Record<ConflictPart, readonly PassageChoice[]>>;

/** A line is one passage: half of one title and half of another make no title. */
function mergeLines(base: string, mine: string, theirs: string): readonly Passage[] {
  if (mine.trim() === theirs.trim() || mine.trim() === base.trim()) return [{ kind: 'settled', text: theirs }];
  if (theirs.trim() === base.trim()) return [{ kind: 'settled', text: mine }];
  return [{ kind: 'open', base, mine, theirs }];
}

/** What can be joined by itself is; the rest is left open. */
export function conflictOf(base: DraftText, mine: DraftText, theirs: DraftText): Conflict {
  return {
    title: mergeLines(base.title, mine.title, theirs.title),
    summary: mergeLines(base.summary, mine.summary, theirs.summary),
    body: mergeTexts(base.body, mine.body, theirs.body),
  };
}

export function openCount(passages: readonly Passage[]): number {
  return passages.filter((passage) => passage.kind === 'open').length;
}

/** The usual answer to begin with: of a line mine, of a text both. */
export function firstChoices(conflict: Conflict, choice?: PassageChoice): ConflictChoices {
  const fill = (part: ConflictPart): readonly PassageChoice[] =>
    Array.from({ length: openCount(conflict[part]) }, () => (part !== 'body' && choice === 'both' ? 'mine' : (choice ?? (part === 'body' ? 'both' : 'mine'))));
  return { title: fill('title'), summary: fill('summary'), body: fill('body') };
}

/** Added by either is in, removed by either is out. */
function mergeIds(base: readonly string[], mine: readonly string[], theirs: readonly string[]): readonly string[] {
  const all = [...new Set([...theirs, ...mine])];
  return all.filter((id) => (mine.includes(id) && theirs.includes(id)) || !base.includes(id));
}

/** The draft that comes of the decisions. */
export function settledDraft(base: DraftText, mine: DraftText, theirs: DraftText, choices: ConflictChoices): DraftText {
  const conflict = conflictOf(base, mine, theirs);
  const text = (part: ConflictPart) => mergedText(conflict[part], choices[part]);
  return {
    title: text('title'),
    summary: text('summary'),
    body: text('body'),
    topicIds: mergeIds(base.topicIds, mine.topicIds, theirs.topicIds),
    coAuthorIds: mergeIds(base.coAuthorIds, mine.coAuthorIds, theirs.coAuthorIds),
    note: mine.note === '' ? theirs.note : mine.note,
    isMinor: mine.isMinor && theirs.isMinor,
  };
}
