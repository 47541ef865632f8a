import { diffWordsWithSpace } from 'diff';

export interface WordSegment {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Two short texts word by word, as the server compares revisions. */
export function wordSegments(older: string, newer: string): readonly WordSegment[] {
  return diffWordsWithSpace(older, newer).map((piece) => ({ kind: piece.added === true ? 'added' : piece.removed === true ? 'removed' : 'same', text: piece.value }));
}
