import type { Lexicon } from '../query/lexicon.js';
import type { SpellingCandidate } from '../query/spelling.js';
import type { SearchConnection } from './search-database.js';

/** Sorts behind every word that starts with what is before it. */
const AFTER_ALL_LETTERS = '\u{10FFFF}';
const CANDIDATES_PER_WORD = 24;

/** Of the spellings in several audiences the one with most special letters: "Straße" rather than "Strasse". */
const BEST_SHOWN = '(array_agg(shown order by octet_length(shown) - length(shown) desc, shown))[1]';

/** Totals over the viewer's audiences. */
export interface Totals {
  readonly documents: number;
  readonly averageLength: number;
  readonly averageTitleLength: number;
  /** Of all documents there are, for the choice of a plan; no answer may depend on it. */
  readonly share: number;
}

/** Words and counts of the given audiences only: answers cannot tell of documents outside them. */
export class PostgresqlLexicon implements Lexicon {
  constructor(
    private readonly connection: SearchConnection,
    private readonly generation: number,
    private readonly audiences: readonly string[],
    readonly documentCount: number,
  ) {}

  async words(words: readonly string[]): Promise<ReadonlyMap<string, SpellingCandidate>> {
    const rows = await this.connection.prepared<SpellingCandidate>(
      `select word, min(lexeme) as lexeme, min(shown) as shown, sum(documents)::integer as documents
       from search_word where generation = $1 and audience = any($2) and word = any($3) group by word`,
      [this.generation, this.audiences, words],
    );
    return new Map(rows.map((row) => [row.word, row]));
  }

  async documentsWith(lexemes: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await this.connection.prepared<{ lexeme: string; documents: number }>(
      `select lexeme, sum(documents)::integer as documents
       from search_term where generation = $1 and audience = any($2) and lexeme = any($3) group by lexeme`,
      [this.generation, this.audiences, lexemes],
    );
    return new Map(rows.map((row) => [row.lexeme, row.documents]));
  }

  async near(words: readonly string[]): Promise<ReadonlyMap<string, readonly SpellingCandidate[]>> {
    // Same first letter by the primary key, a wrong first letter by trigrams; distance 2 because a swap counts two here.
    const rows = await this.connection.prepared<SpellingCandidate & { asked: string }>(
      `select asked, near.* from unnest($3::text[]) as asked
       cross join lateral (
         select word, min(lexeme) as lexeme, ${BEST_SHOWN} as shown, sum(documents)::integer as documents
         from (
           select word, lexeme, shown, documents from search_word
           where generation = $1 and audience = any($2) and word >= left(asked, 1) and word < left(asked, 1) || $4
             and length(word) between length(asked) - 2 and length(asked) + 2 and levenshtein_less_equal(word, asked, 2) <= 2
           union all
           select word, lexeme, shown, documents from search_word
           where generation = $1 and audience = any($2) and word % asked and left(word, 1) <> left(asked, 1)
             and length(word) between length(asked) - 2 and length(asked) + 2 and levenshtein_less_equal(word, asked, 2) <= 2
         ) as found
         group by word order by levenshtein_less_equal(word, asked, 2), 4 desc, word limit ${CANDIDATES_PER_WORD}
       ) as near`,
      [this.generation, this.audiences, words, AFTER_ALL_LETTERS],
    );
    return Map.groupBy(rows, (row) => row.asked);
  }

  async startingWith(prefix: string, most: number): Promise<readonly { readonly lexeme: string; readonly documents: number }[]> {
    return this.connection.prepared(
      `select lexeme, sum(documents)::integer as documents from search_word
       where generation = $1 and audience = any($2) and word >= $3 and word < $3 || $4
       group by lexeme order by 2 desc, 1 limit $5`,
      [this.generation, this.audiences, prefix, AFTER_ALL_LETTERS, most],
    );
  }
}
