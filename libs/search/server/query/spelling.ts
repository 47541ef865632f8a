import { stopWordsLike } from '../analyser/stop-words.js';

/** A word of the vocabulary that may have been meant. */
export interface SpellingCandidate {
  readonly word: string;
  readonly lexeme: string;
  readonly shown: string;
  readonly documents: number;
}

export interface Correction extends SpellingCandidate {
  /** Edits between what was typed and this word. */
  readonly distance: number;
  /** 0 to 1: how surely it was meant, judged by spelling alone. */
  readonly weight: number;
}

/** A word as one reads it: letters whole, and without the places where it may be broken. */
export function spelling(written: string): string {
  return written.normalize('NFC').replaceAll('\u00AD', '').slice(0, 80);
}

/** "Straßen" and "Strassen" are one word to search; who writes the special letters knows how it is spelt. */
export function specialLetters(shown: string): number {
  return Buffer.byteLength(shown) - shown.length;
}

/** Below this length every other word is near. */
export const SHORTEST_CORRECTED = 4;
const TWO_MISTAKES_FROM = 8;
const MOST_CORRECTIONS = 4;

/** Edits allowed in a word of this length. */
export function allowedMistakes(word: string): 1 | 2 {
  return word.length >= TWO_MISTAKES_FROM ? 2 : 1;
}

/** The nearest candidates only: two edits are not considered where one is enough. */
export function corrections(word: string, candidates: readonly SpellingCandidate[]): Correction[] {
  const near = candidates
    .map((candidate) => ({ ...candidate, distance: editDistance(word, candidate.word) }))
    .filter((candidate) => candidate.distance > 0 && candidate.distance <= allowedMistakes(word));
  const least = Math.min(...near.map((candidate) => candidate.distance));
  return near
    .filter((candidate) => candidate.distance === least)
    .sort((one, other) => other.documents - one.documents || (one.word < other.word ? -1 : 1))
    .slice(0, MOST_CORRECTIONS)
    .map((candidate) => ({ ...candidate, weight: candidate.distance === 1 ? 0.8 : 0.6 }));
}

/** A function word with a slip ("wreden") asks for nothing. */
export function isMisspeltStopWord(word: string): boolean {
  return stopWordsLike(word).some((stopWord) => editDistance(word, stopWord) === 1);
}

/** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment), 1 each. */
export function editDistance(one: string, other: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const current = [i];
    for (let j = 1; j <= other.length; j++) {
      const isSame = one[i - 1] === other[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (isSame ? 0 : 1));
      const isSwap = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (isSwap) cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      current.push(cost);
    }
    [beforeLast, last] = [last, current];
  }
  return last[other.length] ?? 0;
}
