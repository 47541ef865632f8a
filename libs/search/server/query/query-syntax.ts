/** What somebody typed, taken apart: words to rank by, exact phrases, words that must not occur. */
export interface ParsedQuery {
  /** Words and the words of phrases, without operators. */
  readonly text: string;
  readonly phrases: readonly string[];
  readonly exclusions: readonly string[];
}

/** Nobody types more; the rest of a pasted text adds cost, not meaning. */
const LONGEST_QUERY = 1_000;
const MOST_PHRASES = 5;
const MOST_EXCLUSIONS = 10;

const QUOTED = /["„“”»«]([^"„“”»«]+)["“”„»«]/g;
/** A minus only before a word and after a blank: "E-Mail" and "2020-2024" exclude nothing. */
const EXCLUDED = /(^|\s)[-−–](?=[\p{L}\p{N}])(\S+)/gu;

/** Any input gives a harmless result: what is no operator is text. */
export function parseQuery(input: string): ParsedQuery {
  const text = withoutControlCharacters(input.slice(0, LONGEST_QUERY)).toWellFormed();
  const exclusions: string[] = [];
  const wanted = text.replace(EXCLUDED, (_match, blank: string, word: string) => {
    exclusions.push(word);
    return blank;
  });
  const phrases = [...wanted.matchAll(QUOTED)].map((match) => match[1] ?? '').filter((phrase) => phrase.trim() !== '');
  return {
    text: wanted,
    phrases: phrases.slice(0, MOST_PHRASES),
    exclusions: exclusions.slice(0, MOST_EXCLUSIONS),
  };
}

function withoutControlCharacters(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ');
}

/** True where the last word may still be growing: nothing ends it. */
export function isLastWordOpen(text: string): boolean {
  return /[\p{L}\p{N}]$/u.test(text);
}
