import type { FacetCount, SearchAnswer, SearchDocument, SearchEngine, SearchFilters, SearchPeriod, SearchRequest } from '../contract.js';
import { Analyser } from '../analyser/analyser.js';
import type { Lexicon } from '../query/lexicon.js';
import { parseQuery, type ParsedQuery } from '../query/query-syntax.js';
import { rankDocument, typingFactor } from '../query/ranking.js';
import { understand, type Understanding } from '../query/understanding.js';
import { candidateQuery, type CandidateQuery } from './candidate-query.js';
import { findCandidates, type Candidate, type Candidates, type FacetName } from './candidates.js';
import { lockForWriting, putDocuments, takeOutDocuments } from './document-store.js';
import { PostgresqlLexicon, type Totals } from './postgresql-lexicon.js';
import { rebuildIndex } from './rebuild.js';
import type { SearchConnection, SearchDatabase } from './search-database.js';
import { occurrencesIn } from './vector-text.js';
import { analyserFor } from './vocabulary.js';

const FACET_NAMES: readonly FacetName[] = ['kinds', 'spaceIds', 'topicIds', 'authorIds', 'periods'];
const NO_FACETS: SearchAnswer['facets'] = { kinds: [], spaceIds: [], topicIds: [], authorIds: [], periods: [] };
const NOTHING: SearchAnswer = { hits: [], totalCount: 0, isTotalCapped: false, facets: NO_FACETS, correctedText: null, matchedLexemes: [] };

/** Rows fetched and scored at most; beyond it a total reads "1500+". */
const CAP = 1_500;
const TYPEAHEAD_CAP = 750;
/** What is left undone where the time ran out: spelling, and everything but the rows that hold all words. */
const HASTY: Effort = { cap: 500, isHasty: true };
/** Ranked again exactly. */
const RANKED = 80;
const TYPEAHEAD_RANKED = 60;

const ATTEMPTS = 3;

interface Effort {
  readonly cap: number;
  readonly isHasty: boolean;
}
/** What PostgreSQL reports when a statement ran into its time limit. */
const QUERY_CANCELED = '57014';

const BEGIN_WRITING = `begin; set local jit = off`;
const WORDS_ONLY = new Analyser();

/** German full text search in PostgreSQL alone: our analysis in a tsvector, ranking by rarity, exact re-ranking of the best. */
export class PostgresqlEngine implements SearchEngine {
  readonly name = 'postgresql';

  constructor(private readonly database: SearchDatabase) {}

  async index(documents: readonly SearchDocument[]): Promise<void> {
    if (documents.length === 0) return;
    await this.database.transaction(BEGIN_WRITING, async (connection) => {
      await lockForWriting(connection);
      const state = await readState(connection);
      await putDocuments(connection, state.generation, documents);
      if (state.building === null) return;
      await putDocuments(connection, state.building, documents);
      await connection.query(`delete from search_removed_in_rebuild where id = any($1)`, [documents.map((document) => document.id)]);
    });
  }

  async remove(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.database.transaction(BEGIN_WRITING, async (connection) => {
      await lockForWriting(connection);
      const state = await readState(connection);
      await takeOutDocuments(connection, state.generation, ids);
      if (state.building === null) return;
      await takeOutDocuments(connection, state.building, ids);
      await connection.query(`insert into search_removed_in_rebuild select unnest($1::uuid[]) on conflict do nothing`, [ids]);
    });
  }

  async search(request: SearchRequest): Promise<SearchAnswer> {
    try {
      return await this.answer(request, { cap: request.mode === 'typeahead' ? TYPEAHEAD_CAP : CAP, isHasty: false });
    } catch (error) {
      if (!isTimeout(error)) throw error;
      return this.answer(request, HASTY);
    }
  }

  async health(): Promise<{ readonly isHealthy: boolean; readonly documentCount: number }> {
    const [row] = await this.database.reading.query<{ documents: number }>(
      `select coalesce(sum(documents), 0)::integer as documents from search_audience join search_state using (generation)`,
    );
    return { isHealthy: true, documentCount: row?.documents ?? 0 };
  }

  async rebuild(pages: AsyncIterable<readonly SearchDocument[]>): Promise<void> {
    await rebuildIndex(this.database, pages);
  }

  /** Splits compounds as this engine does for the same audiences; for a second engine that keeps no vocabulary of its own. */
  async analyserOf(audiences: readonly string[], words: Iterable<string>): Promise<Analyser> {
    const { generation } = await readState(this.database.reading);
    return analyserFor(this.database.reading, generation, audiences, words);
  }

  private async answer(request: SearchRequest, effort: Effort): Promise<SearchAnswer> {
    const query = parseQuery(request.text);
    if (request.audiences.length === 0 || request.first <= 0 || query.text.trim() === '') return NOTHING;
    for (let attempt = 1; ; attempt += 1) {
      const reading = await readQuestion(this.database.reading, request, query, effort);
      if (!reading?.candidateQuery) return { ...NOTHING, correctedText: reading?.understanding.correctedText ?? null };
      const answer = await answerTo(this.database.reading, request, reading, reading.candidateQuery, effort.cap);
      // A rebuild took the place of the index in between: its rows are being cleared away.
      if (answer !== null) return answer;
      if (attempt === ATTEMPTS) throw new Error('the search index is being replaced again and again');
    }
  }
}

interface Reading {
  readonly generation: number;
  readonly totals: Totals;
  readonly understanding: Understanding;
  readonly candidateQuery: CandidateQuery | null;
}

async function readQuestion(connection: SearchConnection, request: SearchRequest, query: ParsedQuery, { cap, isHasty }: Effort): Promise<Reading | null> {
  const { generation, totals } = await readTotals(connection, request.audiences);
  if (totals.documents === 0) return null;
  const words = [query.text, ...query.exclusions].flatMap((text) => WORDS_ONLY.analyse(text)).map((token) => token.word);
  const analyser = await analyserFor(connection, generation, request.audiences, words, totals.documents);
  const lexicon = new PostgresqlLexicon(connection, generation, request.audiences, totals.documents);
  const understanding = await understand({
    query,
    analyser,
    lexicon: isHasty ? withoutSpelling(lexicon) : lexicon,
    isTypeahead: request.mode === 'typeahead',
    synonyms: request.synonyms ?? [],
    isExact: request.isExact ?? false,
  });
  const { groups } = understanding;
  const wide = candidateQuery({ groups, query, analyser, audiences: request.audiences, share: totals.share, cap });
  return { generation, totals, understanding, candidateQuery: wide && isHasty ? { ...wide, conditions: wide.conditions.slice(0, 1) } : wide };
}

function withoutSpelling(lexicon: PostgresqlLexicon): Lexicon {
  return {
    documentCount: lexicon.documentCount,
    words: (words) => lexicon.words(words),
    documentsWith: (lexemes) => lexicon.documentsWith(lexemes),
    startingWith: (prefix, most) => lexicon.startingWith(prefix, most),
    near: async () => new Map(),
  };
}

/** Null where the index was replaced since the question was read. */
async function answerTo(
  connection: SearchConnection,
  request: SearchRequest,
  { generation, totals, understanding }: Reading,
  query: CandidateQuery,
  cap: number,
): Promise<SearchAnswer | null> {
  const ranked = request.mode === 'typeahead' ? TYPEAHEAD_RANKED : RANKED;
  const wanted = Math.max(ranked, request.offset + request.first);
  const isFull = request.mode === 'full';
  const periods = request.periods ?? [];
  const wished = FACET_NAMES.filter((facet) => facet !== 'periods' || periods.length > 0);
  const filtered = wished.filter((facet) => isFilteredBy(facet, request.filters));
  const shared = { generation, audiences: request.audiences, totals, cap, periods };
  const candidates = await findCandidates(connection, query, {
    ...shared,
    filters: request.filters,
    ranked,
    wanted,
    facets: isFull ? wished.filter((facet) => !filtered.includes(facet)) : [],
  });
  if (candidates.generation !== generation) return null;
  const facets = new Map(candidates.facets);
  // Each facet that filters is counted once more without its own filter.
  for (const facet of isFull ? filtered : []) {
    const filters = withoutFilter(facet, request.filters);
    const counted = await findCandidates(connection, query, { ...shared, filters, ranked: 0, wanted: 0, facets: [facet] });
    facets.set(facet, counted.facets.get(facet) ?? []);
  }
  return {
    hits: rankAgain(candidates, query, totals, request.mode).slice(request.offset, request.offset + request.first),
    totalCount: candidates.totalCount,
    isTotalCapped: candidates.isCapped,
    facets: toFacets(facets, periods),
    correctedText: understanding.correctedText,
    matchedLexemes: [...new Set(query.groups.flatMap((group) => group.options.map((option) => option.lexeme)))],
  };
}

/** Those fetched with their vector in exact order, the others behind them as they come. */
function rankAgain(candidates: Candidates, query: CandidateQuery, totals: Totals, mode: SearchRequest['mode']): { readonly id: string; readonly kind: string; readonly score: number }[] {
  const lexemes = query.terms.map((term) => term.lexeme);
  const ranked: Candidate[] = [];
  const others: Candidate[] = [];
  for (const candidate of candidates.best) {
    if (candidate.vector === null) others.push(candidate);
    else {
      const document = { ...candidate, occurrences: occurrencesIn(candidate.vector, lexemes) };
      const factor = mode === 'typeahead' ? typingFactor(query.groups, document) : 1;
      const score = candidate.standing * factor * rankDocument(query.groups, document, totals);
      ranked.push({ ...candidate, score });
    }
  }
  ranked.sort((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1));
  return [...ranked, ...others].map(({ id, kind, score }) => ({ id, kind, score }));
}

function isFilteredBy(facet: FacetName, filters: SearchFilters): boolean {
  return facet === 'periods' ? filters.since !== undefined || filters.until !== undefined : filters[facet] !== undefined;
}

function withoutFilter(facet: FacetName, filters: SearchFilters): SearchFilters {
  return facet === 'periods' ? { ...filters, since: undefined, until: undefined } : { ...filters, [facet]: undefined };
}

function toFacets(facets: ReadonlyMap<FacetName, readonly FacetCount[]>, periods: readonly SearchPeriod[]): SearchAnswer['facets'] {
  const byPeriod = facets.get('periods') ?? [];
  return {
    kinds: facets.get('kinds') ?? [],
    spaceIds: facets.get('spaceIds') ?? [],
    topicIds: facets.get('topicIds') ?? [],
    authorIds: facets.get('authorIds') ?? [],
    periods: periods.flatMap(({ value }) => byPeriod.filter((count) => count.value === value)),
  };
}

async function readState(connection: SearchConnection): Promise<{ readonly generation: number; readonly building: number | null }> {
  const [state] = await connection.query<{ generation: number; building: number | null }>(`select generation, building from search_state`);
  if (!state) throw new Error('The table search_state is empty; run the migrations.');
  return state;
}

interface TotalsRow {
  readonly generation: number;
  readonly documents: number;
  readonly length: number;
  readonly title_length: number;
  readonly all_documents: number;
}

async function readTotals(connection: SearchConnection, audiences: readonly string[]): Promise<{ readonly generation: number; readonly totals: Totals }> {
  const [row] = await connection.prepared<TotalsRow>(
    `select generation, coalesce(sum(documents) filter (where audience = any($1)), 0)::integer as documents,
            coalesce(sum(length) filter (where audience = any($1)), 0)::float8 as length,
            coalesce(sum(title_length) filter (where audience = any($1)), 0)::float8 as title_length,
            coalesce(sum(documents), 0)::integer as all_documents
     from search_state left join search_audience using (generation) group by generation`,
    [audiences],
  );
  if (!row) throw new Error('The table search_state is empty; run the migrations.');
  const average = (length: number): number => (row.documents > 0 ? length / row.documents : 0);
  const share = row.documents / Math.max(1, row.all_documents);
  const totals = { documents: row.documents, share, averageLength: average(row.length), averageTitleLength: average(row.title_length) };
  return { generation: row.generation, totals };
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === QUERY_CANCELED;
}
