/** All that an author writes about a tip. */
export interface WrittenText {
  readonly title: string;
  readonly summary: string;
  readonly body: string;
  readonly topicIds: readonly string[];
  /** The owner first. */
  readonly authorIds: readonly string[];
  readonly note: string;
  readonly isMinor: boolean;
}

/** What a client sent; what it left out stays as it was. */
export interface WrittenParts {
  readonly title?: string | null;
  readonly summary?: string | null;
  readonly body?: string | null;
  readonly topicIds?: readonly string[] | null;
  readonly coAuthorIds?: readonly string[] | null;
  readonly note?: string | null;
  readonly isMinor?: boolean | null;
}

/** @param before the text as it stands; its first author is and stays the owner. */
export function withParts(before: WrittenText, parts: WrittenParts): WrittenText {
  const [owner] = before.authorIds;
  const others = parts.coAuthorIds ?? before.authorIds.slice(1);
  const authorIds = owner === undefined ? others : [owner, ...others];
  return {
    title: parts.title ?? before.title,
    summary: parts.summary ?? before.summary,
    body: parts.body ?? before.body,
    topicIds: [...new Set(parts.topicIds ?? before.topicIds)],
    authorIds: [...new Set(authorIds)],
    note: parts.note ?? before.note,
    isMinor: parts.isMinor ?? before.isMinor,
  };
}

const sameIds = (left: readonly string[], right: readonly string[]): boolean =>
  left.length === right.length && left.every((id, index) => id === right[index]);

/** Whether two texts read alike; notes and flags are about the change and not part of it. */
export function isSameText(left: Omit<WrittenText, 'note' | 'isMinor'>, right: Omit<WrittenText, 'note' | 'isMinor'>): boolean {
  return (
    left.title === right.title &&
    left.summary === right.summary &&
    left.body === right.body &&
    sameIds(left.topicIds, right.topicIds) &&
    sameIds(left.authorIds, right.authorIds)
  );
}

/** As {@link isSameText}, for savings: there also the note counts. */
export function isSameDraft(left: WrittenText, right: WrittenText): boolean {
  return isSameText(left, right) && left.note === right.note && left.isMinor === right.isMinor;
}

export const NOTHING_WRITTEN: WrittenText = { title: '', summary: '', body: '', topicIds: [], authorIds: [], note: '', isMinor: false };
