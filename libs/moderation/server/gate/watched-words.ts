/** A watched word as found in a text. */
export interface WatchedHit {
  /** As it stands in the list. */
  readonly word: string;
  /** Where it stands in the text, in code units. */
  readonly from: number;
  readonly to: number;
}

const UMLAUTS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', æ: 'ae', ø: 'oe', œ: 'oe' };

/** Letters as German is typed with and without umlauts: lower case, umlauts spelt out, other accents dropped. */
function foldLetter(letter: string): string {
  const lower = letter.toLowerCase();
  return UMLAUTS[lower] ?? lower.normalize('NFD').replace(/\p{M}/gu, '');
}

export function foldGerman(text: string): string {
  return Array.from(text.normalize('NFC'), foldLetter).join('');
}

interface Pattern {
  readonly word: string;
  readonly isStem: boolean;
  /** Also found at the end of a longer word; with {@link isStem} anywhere within one. */
  readonly isEnding: boolean;
  readonly folded: readonly string[];
}

const WORDS = /[\p{L}\p{N}]+/gu;

/** Several words in a row are one pattern; a `*` stands for any beginning of the first or any ending of the last of them. */
function patternOf(word: string): Pattern {
  const isStem = word.trimEnd().endsWith('*');
  const isEnding = word.trimStart().startsWith('*');
  return { word, isStem, isEnding, folded: (word.normalize('NFC').match(WORDS) ?? []).map(foldGerman) };
}

/** Whether a line of the list can be found at all. */
export function isWatchable(word: string): boolean {
  const { folded, isStem, isEnding } = patternOf(word);
  // A piece of a word of one or two letters would stop nearly every text.
  const isLong = (part: string | undefined): boolean => (part ?? '').length >= 3;
  return folded.length > 0 && (!isStem || isLong(folded.at(-1))) && (!isEnding || isLong(folded[0]));
}

/**
 * Watched words in a text, in the order of the text: whole words, or with `*` any word that begins or ends so, or has it within; capital letters
 * and the spelling of umlauts play no part. Zero-width signs do not hide a word.
 */
export function findWatchedWords(text: string, words: readonly string[]): readonly WatchedHit[] {
  const patterns = words.map(patternOf).filter(({ folded }) => folded.length > 0);
  if (patterns.length === 0) return [];
  const tokens = tokensOf(text);
  return tokens.flatMap((_token, at) => {
    return patterns.flatMap(({ word, isStem, isEnding, folded }) => {
      const matches = folded.every((part, offset) => {
        const token = tokens[at + offset]?.folded;
        if (token === undefined) return false;
        const goesOn = isStem && offset === folded.length - 1;
        const isBegun = isEnding && offset === 0;
        if (goesOn) return isBegun ? token.includes(part) : token.startsWith(part);
        return isBegun ? token.endsWith(part) : token === part;
      });
      const last = tokens[at + folded.length - 1];
      return matches && last !== undefined ? [{ word, from: tokens[at]?.from ?? 0, to: last.to }] : [];
    });
  });
}

interface Token {
  readonly from: number;
  readonly to: number;
  readonly folded: string;
}

/** Combining marks and signs without width belong to the word they stand in. */
const TOKENS = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\u00ad\u200b-\u200d\u2060\ufeff]*/gu;

function tokensOf(text: string): readonly Token[] {
  return [...text.matchAll(TOKENS)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    folded: foldGerman(match[0].replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')),
  }));
}
