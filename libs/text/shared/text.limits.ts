/** Limits of written texts. Lengths are code points in NFC, see {@link lengthOf}. */
export const TEXT_LIMITS = {
  /** The longest real handbook seen as one file has 162,000; beyond this a text is split into several. */
  markdownLength: 200_000,
  /** Quotes in quotes, lists in lists: nobody reads ten levels, and browsers lay out hundreds ever more slowly. */
  nesting: 40,
  /** Paragraphs, cells, links, marks and pieces of text between them. A handbook of 160 pages has about 8,000. */
  parts: 40_000,
  /** A comparison of larger texts would block the process for seconds. */
  comparisonLength: 400_000,
  /** Imported files. UTF-16 needs two bytes a letter, UTF-8 up to four. */
  importedBytes: 2_000_000,
} as const;

/**
 * Length as people count and as server and web count alike: code points after NFC. `ä` is one whether it was typed as
 * one sign or as `a` with two dots, an emoji of one code point is one.
 */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text.normalize('NFC')) length += 1;
  return length;
}

/** Whether the text has at most `limit` code points; cheap for short texts, never counts the whole of a huge one. */
export function isWithin(text: string, limit: number): boolean {
  // NFC never needs more UTF-16 units than three per unit before it, and a code point has one or two units.
  if (text.length > limit * 6) return false;
  return lengthOf(text) <= limit;
}
