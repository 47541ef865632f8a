import type { SpellingCandidate } from './spelling.js';

/** What is known about the words of the documents this viewer may find, and of no others. */
export interface Lexicon {
  readonly documentCount: number;
  /** Known ones among the folded words. */
  words(words: readonly string[]): Promise<ReadonlyMap<string, SpellingCandidate>>;
  /** In how many documents each lexeme occurs; unknown ones are missing. */
  documentsWith(lexemes: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Words that may be meant by each of the folded, unknown words; generous, sorted out by `corrections`. */
  near(words: readonly string[]): Promise<ReadonlyMap<string, readonly SpellingCandidate[]>>;
  /** The commonest lexemes among words that start like this. */
  startingWith(prefix: string, most: number): Promise<readonly { readonly lexeme: string; readonly documents: number }[]>;
}
