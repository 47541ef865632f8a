/* Hyphenated and abbreviated words are one word. */
const word = /[\p{L}\p{N}]+(?:[-‐‑'’.:*/][\p{L}\p{N}]+)*/gu;

/* Silent reading of German non-fiction is measured between 180 and 260 words a minute. */
const wordsPerMinute = 200;

/** Number of words of a plain text. */
export function countWords(plainText: string): number {
  return plainText.match(word)?.length ?? 0;
}

/** Minutes a reader needs, at least one. */
export function readingMinutesOf(words: number): number {
  return Math.max(1, Math.round(words / wordsPerMinute));
}
