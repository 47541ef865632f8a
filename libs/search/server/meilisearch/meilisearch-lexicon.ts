import type { Meilisearch, MultiSearchParams } from 'meilisearch';
import { Analyser } from '../analyser/analyser.js';
import { lexemeOf } from '../analyser/lexeme.js';
import type { Lexicon } from '../query/lexicon.js';
import { specialLetters, spelling, type SpellingCandidate } from '../query/spelling.js';
import type { MeilisearchDocument } from './meilisearch-document.js';

type Texts = Pick<MeilisearchDocument, 'title' | 'body'>;

/** Documents looked into for words that may be meant. */
const SAMPLE = 20;
/** Documents looked into for the spelling of a known word. */
const SPELLINGS = 2;
const WORDS_ONLY = new Analyser();

/** Counts and spellings asked of Meilisearch itself, always within the viewer's audiences. */
export class MeilisearchLexicon implements Lexicon {
  constructor(
    private readonly client: Meilisearch,
    private readonly uid: string,
    private readonly filter: string,
    readonly documentCount: number,
  ) {}

  async words(words: readonly string[]): Promise<ReadonlyMap<string, SpellingCandidate>> {
    const wanted = [...new Set(words)];
    if (wanted.length === 0) return new Map();
    const { results } = await this.client.multiSearch<MultiSearchParams, Texts>({
      queries: wanted.map((word) => ({
        indexUid: this.uid, q: exactly(word), attributesToSearchOn: ['words'], attributesToRetrieve: ['title', 'body'], filter: this.filter, hitsPerPage: SPELLINGS, page: 1,
      })),
    });
    return new Map(
      wanted.flatMap((word, index): [string, SpellingCandidate][] => {
        const { totalHits = 0, hits = [] } = results[index] ?? {};
        // In how it is spelt the first texts stand for all.
        const shown = vocabularyOf(hits).find((entry) => entry.word === word)?.shown ?? word;
        return totalHits === 0 ? [] : [[word, { word, lexeme: lexemeOf(word), shown, documents: totalHits }]];
      }),
    );
  }

  async documentsWith(lexemes: readonly string[]): Promise<ReadonlyMap<string, number>> {
    return this.counts(lexemes, ['lexTitle', 'lexBody', 'lexParts']);
  }

  async near(words: readonly string[]): Promise<ReadonlyMap<string, readonly SpellingCandidate[]>> {
    const samples = await this.samples(words);
    return new Map(words.map((word, index) => [word, vocabularyOf(samples[index] ?? [])]));
  }

  async startingWith(prefix: string, most: number): Promise<readonly { readonly lexeme: string; readonly documents: number }[]> {
    const [sample] = await this.samples([prefix]);
    const documents = new Map<string, number>();
    for (const entry of vocabularyOf(sample ?? [])) {
      if (entry.word.startsWith(prefix)) documents.set(entry.lexeme, (documents.get(entry.lexeme) ?? 0) + entry.documents);
    }
    return [...documents]
      .map(([lexeme, count]) => ({ lexeme, documents: count }))
      .sort((one, other) => other.documents - one.documents || (one.lexeme < other.lexeme ? -1 : 1))
      .slice(0, most);
  }

  private async counts(words: readonly string[], attributesToSearchOn: string[]): Promise<ReadonlyMap<string, number>> {
    const wanted = [...new Set(words)];
    if (wanted.length === 0) return new Map();
    const { results } = await this.client.multiSearch({
      queries: wanted.map((word) => ({ indexUid: this.uid, q: exactly(word), attributesToSearchOn, filter: this.filter, hitsPerPage: 0, page: 1 })),
    });
    return new Map(wanted.map((word, index) => [word, results[index]?.totalHits ?? 0] as const).filter(([, count]) => count > 0));
  }

  private async samples(words: readonly string[]): Promise<readonly (readonly Texts[])[]> {
    const { results } = await this.client.multiSearch<MultiSearchParams, Texts>({
      queries: words.map((q) => ({
        indexUid: this.uid, q, attributesToSearchOn: ['words'], attributesToRetrieve: ['title', 'body'], filter: this.filter, limit: SAMPLE,
      })),
    });
    return results.map((result) => result.hits);
  }
}

/** Quoted words are neither corrected nor completed. */
export function exactly(word: string): string {
  return `"${word.replace(/"/g, '')}"`;
}

function vocabularyOf(documents: readonly Texts[]): SpellingCandidate[] {
  const words = new Map<string, { word: string; lexeme: string; shown: string; documents: number }>();
  for (const document of documents) {
    const seen = new Set<string>();
    for (const text of [document.title, document.body]) {
      for (const token of WORDS_ONLY.analyse(text)) {
        if (seen.has(token.word) || !/^[a-z]{3,40}$/.test(token.word)) continue;
        seen.add(token.word);
        const known = words.get(token.word);
        const shown = spelling(text.slice(token.start, token.end));
        if (!known) words.set(token.word, { word: token.word, lexeme: token.lexeme, shown, documents: 1 });
        else {
          known.documents += 1;
          if (specialLetters(shown) > specialLetters(known.shown)) known.shown = shown;
        }
      }
    }
  }
  return [...words.values()];
}
