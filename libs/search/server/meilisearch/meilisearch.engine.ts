import { Meilisearch } from 'meilisearch';
import type { FederatedMultiSearchParams, MultiSearchQueryWithFederation } from 'meilisearch';
import { Analyser } from '../analyser/analyser.js';
import { seedAnalyser } from '../analyser/seed-analyser.js';
import type { FacetCount, SearchAnswer, SearchDocument, SearchEngine, SearchFilters, SearchRequest } from '../contract.js';
import { parseQuery, type ParsedQuery } from '../query/query-syntax.js';
import { rankDocument, typingFactor, type RankedDocument } from '../query/ranking.js';
import { understand, type Group } from '../query/understanding.js';
import { meilisearchDocument, occurrencesOf, type MeilisearchDocument } from './meilisearch-document.js';
import { MeilisearchIndex, MOST_HITS } from './meilisearch-index.js';
import { exactly, MeilisearchLexicon } from './meilisearch-lexicon.js';

const SEARCH_TIMEOUT_MS = 2_000;
const WRITE_TIMEOUT_MS = 20_000;
const RANKED = 150;
/** Queries merged into one; each costs a search. */
const MOST_QUERIES = 16;
/** A word that weighs less than this beside the heaviest one only ranks, it finds nothing by itself. */
const LEAST_SHARE = 0.3;
const FACETS = { kinds: 'kind', spaceIds: 'spaceId', topicIds: 'topicIds', authorIds: 'authorIds' } as const;
type FacetName = keyof typeof FACETS;
const FACET_NAMES = Object.keys(FACETS) as FacetName[];
const NO_FACETS: SearchAnswer['facets'] = { kinds: [], spaceIds: [], topicIds: [], authorIds: [], periods: [] };
const NOTHING: SearchAnswer = { hits: [], totalCount: 0, isTotalCapped: false, facets: NO_FACETS, correctedText: null, matchedLexemes: [] };

export interface MeilisearchOptions {
  readonly url: string;
  readonly key: string;
  /** Name of the index; several installations can share a server. */
  readonly uid?: string;
  /** Splits compounds by the words of these audiences; without it by the seed vocabulary alone. */
  readonly analyserOf?: (audiences: readonly string[], words: Iterable<string>) => Promise<Analyser>;
}

type Found = Pick<MeilisearchDocument, 'id' | 'kind' | 'title' | 'body' | 'keywords' | 'standing'>;

/** Meilisearch as store and index under our own analysis, our own reading of the question and our own ranking. */
export class MeilisearchEngine implements SearchEngine {
  readonly name = 'meilisearch';
  private readonly client: Meilisearch;
  private readonly content: MeilisearchIndex;
  private readonly analyserOf: NonNullable<MeilisearchOptions['analyserOf']>;

  constructor({ url, key, uid = 'pusteblume', analyserOf }: MeilisearchOptions) {
    this.client = new Meilisearch({ host: url, apiKey: key, timeout: SEARCH_TIMEOUT_MS });
    this.content = new MeilisearchIndex(new Meilisearch({ host: url, apiKey: key, timeout: WRITE_TIMEOUT_MS }), uid);
    this.analyserOf = analyserOf ?? (async () => seedAnalyser);
  }

  async index(documents: readonly SearchDocument[]): Promise<void> {
    if (documents.length > 0) await this.content.put(await this.analysed(documents));
  }

  async remove(ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.content.remove(ids);
  }

  async health(): Promise<{ readonly isHealthy: boolean; readonly documentCount: number }> {
    if (!(await this.client.isHealthy())) return { isHealthy: false, documentCount: 0 };
    return { isHealthy: true, documentCount: await this.content.documentCount() };
  }

  async rebuild(pages: AsyncIterable<readonly SearchDocument[]>): Promise<void> {
    const analysed = (page: readonly SearchDocument[]): Promise<MeilisearchDocument[]> => this.analysed(page);
    await this.content.rebuild((async function* () {
      for await (const page of pages) if (page.length > 0) yield await analysed(page);
    })());
  }

  async search(request: SearchRequest): Promise<SearchAnswer> {
    const query = parseQuery(request.text);
    if (request.audiences.length === 0 || request.first <= 0 || query.text.trim() === '') return NOTHING;
    await this.content.prepare();
    const within = inList('audience', request.audiences);
    const everything = await this.client.index(this.content.uid).search('', { filter: within, hitsPerPage: 0, page: 1 });
    const analyser = await this.analyserOf(request.audiences, new Analyser().analyse(query.text).map((token) => token.word));
    const { groups, correctedText } = await understand({
      query,
      analyser,
      lexicon: new MeilisearchLexicon(this.client, this.content.uid, within, everything.totalHits),
      isTypeahead: request.mode === 'typeahead',
      synonyms: request.synonyms ?? [],
      isExact: request.isExact ?? false,
    });
    if (groups.length === 0) return { ...NOTHING, correctedText };
    return this.find(request, { groups, query, analyser, within, correctedText });
  }

  private async find(request: SearchRequest, asked: Asked): Promise<SearchAnswer> {
    const queries = queriesOf(asked);
    const isFull = request.mode === 'full';
    const filtered = FACET_NAMES.filter((facet) => request.filters[facet] !== undefined);
    const counted = isFull ? FACET_NAMES.filter((facet) => !filtered.includes(facet)) : [];
    const wanted = Math.max(RANKED, request.offset + request.first);
    const found = await this.federated(queries, filterOf(asked.within, request.filters), wanted, counted);
    const facets = { ...NO_FACETS, ...found.facets };
    // Each facet that filters is counted once more without its own filter.
    for (const facet of isFull ? filtered : []) {
      const others = filterOf(asked.within, { ...request.filters, [facet]: undefined });
      facets[facet] = (await this.federated(queries, others, 1, [facet])).facets[facet] ?? [];
    }
    if (isFull) facets.periods = await this.countPeriods(request, asked, queries);
    return {
      hits: ranked(found.hits, asked, request.mode).slice(request.offset, request.offset + request.first),
      totalCount: found.totalCount,
      isTotalCapped: found.totalCount >= MOST_HITS,
      facets,
      correctedText: asked.correctedText,
      matchedLexemes: [...new Set(asked.groups.flatMap((group) => group.options.map((option) => option.lexeme)))],
    };
  }

  /** Times are no facet there: each period is a question of its own. */
  private async countPeriods({ periods = [], filters }: SearchRequest, { within }: Asked, queries: readonly Query[]): Promise<readonly FacetCount[]> {
    const counts = await Promise.all(
      periods.map(async ({ value, since, until }) => {
        const { totalCount } = await this.federated(queries, filterOf(within, { ...filters, since, until }), 1, []);
        return { value, count: totalCount };
      }),
    );
    return counts.filter(({ count }) => count > 0);
  }

  private async federated(queries: readonly Query[], filter: string, wanted: number, facets: readonly FacetName[]) {
    const { uid } = this.content;
    const parameters: FederatedMultiSearchParams = {
      federation: { page: 1, hitsPerPage: wanted, facetsByIndex: { [uid]: facets.map((facet) => FACETS[facet]) }, mergeFacets: {} } as FederatedMultiSearchParams['federation'],
      queries: queries.map(({ q, weight }): MultiSearchQueryWithFederation => ({
        indexUid: uid,
        q,
        filter,
        matchingStrategy: 'all',
        attributesToSearchOn: ['lexTitle', 'lexBody', 'lexParts'],
        attributesToRetrieve: ['id', 'kind', 'title', 'body', 'keywords', 'standing'],
        federationOptions: { weight },
      })),
    };
    const answer = await this.client.multiSearch<FederatedMultiSearchParams, Found>(parameters);
    const distribution: Readonly<Record<string, Readonly<Record<string, number>>>> = answer.facetDistribution ?? {};
    const { totalHits } = answer as unknown as { readonly totalHits: number };
    return {
      hits: answer.hits,
      totalCount: totalHits,
      facets: Object.fromEntries(facets.map((facet) => [facet, countsOf(distribution[FACETS[facet]] ?? {})])) as Partial<Record<FacetName, FacetCount[]>>,
    };
  }

  private async analysed(documents: readonly SearchDocument[]): Promise<MeilisearchDocument[]> {
    const wordsOnly = new Analyser();
    const analysed: MeilisearchDocument[] = [];
    for (const [audience, own] of Map.groupBy(documents, (document) => document.audience)) {
      const words = new Set(own.flatMap((document) => wordsOnly.analyse(`${document.title}\n${document.body}`).map((token) => token.word)));
      const analyser = await this.analyserOf([audience], words);
      analysed.push(...own.map((document) => meilisearchDocument(document, analyser)));
    }
    return analysed;
  }
}

interface Asked {
  readonly groups: readonly Group[];
  readonly query: ParsedQuery;
  readonly analyser: Analyser;
  readonly within: string;
  readonly correctedText: string | null;
}

interface Query {
  readonly q: string;
  readonly weight: number;
}

/** All words at once first, then each weighty term by itself: Meilisearch has no "any of these words, by rarity". */
function queriesOf({ groups, query, analyser }: Asked): Query[] {
  const required = groups.filter((group) => !group.isExtra);
  const exact = [
    ...query.phrases.map((phrase) => exactly(analyser.analyse(phrase).filter((token) => token.kind === 'word').map((token) => token.lexeme).join(' '))),
    ...query.exclusions.flatMap((word) => analyser.analyse(word)).map((token) => `-${exactly(token.lexeme)}`),
  ].join(' ');
  const together = required.map((group) => exactly(group.options[0]?.lexeme ?? '')).join(' ');
  const most = Math.max(...groups.map((group) => group.weight));
  const weighty = groups.filter((group) => group.weight >= LEAST_SHARE * most);
  const terms = new Map<string, number>();
  for (const option of weighty.flatMap((group) => group.options)) terms.set(option.lexeme, Math.max(option.weight, terms.get(option.lexeme) ?? 0));
  const heaviest = Math.max(...terms.values(), Number.MIN_VALUE);
  const single = [...terms]
    .sort(([, one], [, other]) => other - one)
    .slice(0, MOST_QUERIES - 1)
    .map(([lexeme, weight]) => ({ q: `${exactly(lexeme)} ${exact}`.trim(), weight: weight / heaviest }));
  return required.length > 1 ? [{ q: `${together} ${exact}`.trim(), weight: 2 }, ...single] : single;
}

/** The same ranking as everywhere; averages are those of what was found. */
function ranked(found: readonly Found[], { groups, analyser }: Asked, mode: SearchRequest['mode']): { readonly id: string; readonly kind: string; readonly score: number }[] {
  const best = found.slice(0, RANKED).map((document) => ({ document, read: occurrencesOf(document, analyser) }));
  const average = (of: 'length' | 'titleLength'): number => best.reduce((sum, { read }) => sum + read[of], 0) / Math.max(1, best.length);
  const totals = { averageLength: average('length'), averageTitleLength: average('titleLength') };
  const factorOf = (read: RankedDocument): number => (mode === 'typeahead' ? typingFactor(groups, read) : 1);
  const again = best
    .map(({ document, read }) => ({ id: document.id, kind: document.kind, score: document.standing * factorOf(read) * rankDocument(groups, read, totals) }))
    .sort((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1));
  return [...again, ...found.slice(RANKED).map(({ id, kind }) => ({ id, kind, score: 0 }))];
}

function filterOf(within: string, filters: SearchFilters): string {
  const conditions = [within];
  for (const facet of FACET_NAMES) {
    const values = filters[facet];
    if (values) conditions.push(inList(FACETS[facet], values));
  }
  if (filters.since) conditions.push(`updatedAt >= ${filters.since.getTime()}`);
  if (filters.until) conditions.push(`updatedAt <= ${filters.until.getTime()}`);
  return conditions.join(' AND ');
}

/** Values are ids and kinds; anything else is taken out, so that no value can end the list. */
function inList(attribute: string, values: readonly string[]): string {
  return `${attribute} IN [${values.map((value) => `"${value.replace(/[^\p{L}\p{N}_-]/gu, '')}"`).join(', ')}]`;
}

function countsOf(distribution: Readonly<Record<string, number>>): FacetCount[] {
  return Object.entries(distribution)
    .map(([value, count]) => ({ value, count }))
    .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1));
}
