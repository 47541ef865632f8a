import type { FacetCount, SearchFilters, SearchPeriod } from '../contract.js';
import type { Group } from '../query/understanding.js';
import type { CandidateQuery } from './candidate-query.js';
import { quoteLexeme } from './document-vector.js';
import type { Totals } from './postgresql-lexicon.js';
import type { SearchConnection } from './search-database.js';

export interface Candidate {
  readonly id: string;
  readonly kind: string;
  readonly score: number;
  readonly standing: number;
  readonly length: number;
  readonly titleLength: number;
  /** Text form of the vector, for those ranked again; else null. */
  readonly vector: string | null;
}

export type FacetName = 'kinds' | 'spaceIds' | 'topicIds' | 'authorIds' | 'periods';

export interface Candidates {
  /** Of the index at the moment of this statement. */
  readonly generation: number;
  readonly best: readonly Candidate[];
  readonly totalCount: number;
  readonly isCapped: boolean;
  readonly facets: ReadonlyMap<FacetName, readonly FacetCount[]>;
}

export interface CandidateRequest {
  readonly generation: number;
  readonly audiences: readonly string[];
  readonly filters: SearchFilters;
  readonly totals: Totals;
  /** Rows fetched by each condition at most. */
  readonly cap: number;
  /** How many of the best come with their vector, and how many in all. */
  readonly ranked: number;
  readonly wanted: number;
  readonly facets: readonly FacetName[];
  /** What the facet of time counts. */
  readonly periods: readonly SearchPeriod[];
}

/** Of the labels D (body), C (part in body), B (part in title), A (title). */
const LABEL_WEIGHTS = '{0.8,0.5,0.7,1.0}';
/** How much of the length is held against a long text. */
const LENGTH_SHARE = 0.5;
/** A document must match this share of what was asked, weighed by rarity, to count as found. */
const LEAST_COVERAGE = 0.25;
const FACET_VALUES = 100;
/** Each connection keeps the plans of the shapes it has seen: questions of few words have few. */
const MOST_TERMS_PREPARED = 4;
/** With so many rows that hold every word of the question nobody misses those that hold just one of them. */
const ENOUGH = 150;

/** Fetches, scores and counts in one statement. */
export async function findCandidates(connection: SearchConnection, query: CandidateQuery, request: CandidateRequest): Promise<Candidates> {
  const parameters: unknown[] = [request.generation, request.audiences];
  const parameter: Parameter = (value) => `$${parameters.push(value)}`;
  const filters = filterConditions(request.filters, parameter);
  const [ranks, score, coverage] = [ranksOf(query, parameter), scoreOf(query, request.totals, parameter), coverageOf(query, parameter)];
  const cap = `${parameter(request.cap)}::bigint`;
  const scored = query.conditions.map((condition, index) => {
    const earlier = query.conditions.slice(0, index).map((before) => ` and not tsv @@ ${parameter(before.text)}::tsquery`);
    // Each condition only fills what the better ones before it have left. Scored at once, so that no vector is kept.
    const before = query.conditions.slice(0, index).map((_, earlierOne) => `(select count(*) from found_${earlierOne})`);
    const left = [cap, ...before].join(' - ');
    return `found_${index} as materialized (
       select id, kind, space_id, topic_ids, author_ids, updated_at, standing, length, title_length, ${score} as score, ${coverage} as coverage
       from (select id, kind, space_id, topic_ids, author_ids, updated_at, standing, length, title_length, tsv from search_document
             where generation = $1 and tsv @@ ${parameter(condition.text)}::tsquery and audience = any($2)${earlier.join('')}${filters}
             limit ${condition.isLoose ? `case when ${before.join(' + ')} < ${ENOUGH} then ${left} else 0 end` : left}) as candidate
       cross join lateral (select ${ranks} offset 0) as ranks)`;
  });
  const facets = request.facets.map((facet) => (facet === 'periods' ? periodFacet(request.periods, parameter) : FACETS[facet]));
  const wanted = `${parameter(request.wanted)}::bigint`;
  const ranked = `${parameter(request.ranked)}::bigint`;
  // Planning takes as long as a rare word's whole answer. Long questions are each of a shape of their own.
  const run = query.terms.length <= MOST_TERMS_PREPARED ? connection.prepared : connection.query;
  const rows = await run<Row>(
    `with ${scored.join(',\n')},
     found as (${scored.map((_, index) => `select * from found_${index}`).join(' union all ')}),
     kept as materialized (select * from found where coverage >= ${LEAST_COVERAGE}),
     best as (select * from kept order by score desc, id limit ${wanted})
     select 'total' as what, (select generation from search_state)::text as value, null as kind, (select count(*) from kept) as count, (select count(*) from found) as fetched,
            0 as score, 0 as standing, 0 as length, 0 as title_length, null as vector
     ${facets.map((facet) => `union all (${facet} order by count desc, value limit ${FACET_VALUES})`).join('\n')}
     union all
     (select 'hit', best.id::text, best.kind, 0, 0, best.score, best.standing, best.length, best.title_length,
             case when row_number() over (order by best.score desc, best.id) <= ${ranked} then
               (select tsv::text from search_document as document where document.id = best.id and document.generation = $1) end
      from best)`,
    parameters,
  );
  return readRows(rows, request);
}

interface Row {
  readonly what: 'total' | 'hit' | FacetName;
  readonly value: string;
  readonly kind: string;
  readonly count: string;
  readonly fetched: string;
  readonly score: number;
  readonly standing: number;
  readonly length: number;
  readonly title_length: number;
  readonly vector: string | null;
}

const facetOf = (name: FacetName, value: string, from: string): string =>
  `select '${name}', ${value}, null, count(*) as count, 0, 0, 0, 0, 0, null from ${from} where ${value} is not null group by ${value}`;

const FACETS: Readonly<Record<Exclude<FacetName, 'periods'>, string>> = {
  kinds: facetOf('kinds', 'kind', 'kept').replace('kind,', 'kind as value,'),
  spaceIds: facetOf('spaceIds', 'space_id::text', 'kept').replace('text,', 'text as value,'),
  topicIds: facetOf('topicIds', 'topic::text', 'kept cross join unnest(topic_ids) as topic').replace('text,', 'text as value,'),
  authorIds: facetOf('authorIds', 'author::text', 'kept cross join unnest(author_ids) as author').replace('text,', 'text as value,'),
};

function periodFacet(periods: readonly SearchPeriod[], parameter: Parameter): string {
  const rows = periods.map(({ value, since, until }) => `(${parameter(value)}::text, ${parameter(since ?? null)}::timestamptz, ${parameter(until ?? null)}::timestamptz)`);
  return `select 'periods', period as value, null, count(*) as count, 0, 0, 0, 0, 0, null
    from kept join (values ${rows.join(', ')}) as asked (period, since, until)
      on (since is null or updated_at >= since) and (until is null or updated_at <= until)
    group by period`;
}

function filterConditions(filters: SearchFilters, parameter: Parameter): string {
  const conditions: string[] = [];
  if (filters.kinds) conditions.push(`kind = any(${parameter(filters.kinds)})`);
  if (filters.spaceIds) conditions.push(`space_id = any(${parameter(filters.spaceIds)}::uuid[])`);
  if (filters.topicIds) conditions.push(`topic_ids && ${parameter(filters.topicIds)}::uuid[]`);
  if (filters.authorIds) conditions.push(`author_ids && ${parameter(filters.authorIds)}::uuid[]`);
  if (filters.since) conditions.push(`updated_at >= ${parameter(filters.since)}`);
  if (filters.until) conditions.push(`updated_at <= ${parameter(filters.until)}`);
  return conditions.map((condition) => ` and ${condition}`).join('');
}

type Parameter = (value: unknown) => string;

function ranksOf(query: CandidateQuery, parameter: Parameter): string {
  return query.terms.map((term, index) => `ts_rank('${LABEL_WEIGHTS}', tsv, ${parameter(quoteLexeme(term.lexeme))}::tsquery) as rank_${index}`).join(', ');
}

function scoreOf(query: CandidateQuery, totals: Totals, parameter: Parameter): string {
  const sum = query.terms.map((term, index) => `${parameter(term.weight)}::float8 * rank_${index}`).join(' + ');
  const average = `${parameter(Math.max(1, totals.averageLength))}::float8`;
  return `standing * (${sum}) / (${1 - LENGTH_SHARE} + ${LENGTH_SHARE} * sqrt(length / ${average}))`;
}

/** Share of the question that occurs at all; parts of a compound count half where the compound itself is missing. */
function coverageOf(query: CandidateQuery, parameter: Parameter): string {
  const rankOf = new Map(query.terms.map((term, index) => [term.lexeme, `rank_${index} > 0`]));
  const required = query.groups.filter((group) => !group.isExtra);
  const extras = query.groups.filter((group) => group.isExtra);
  const total = required.reduce((sum, group) => sum + group.weight, 0);
  if (total === 0) return '1';
  const occurs = (group: Group, isPart: boolean): string =>
    group.options.filter((option) => (option.kind === 'part') === isPart).map((option) => rankOf.get(option.lexeme)).filter(Boolean).join(' or ') || 'false';
  const shares = required.map((group) => {
    const share = `${parameter(group.weight / total)}::float8`;
    return `case when ${occurs(group, false)} then ${share} when ${occurs(group, true)} then ${share} / 2 else 0 end`;
  });
  const any = extras.map((group) => `case when ${occurs(group, false)} then 0.5 else 0 end`);
  return [...shares, ...any].join(' + ');
}

function readRows(rows: readonly Row[], request: CandidateRequest): Candidates {
  const total = rows.find((row) => row.what === 'total');
  const best = rows
    .filter((row) => row.what === 'hit')
    .map((row) => ({
      id: row.value,
      kind: row.kind,
      score: Number(row.score),
      standing: Number(row.standing),
      length: Number(row.length),
      titleLength: Number(row.title_length),
      vector: row.vector,
    }))
    .sort((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1));
  const facets = new Map(
    request.facets.map((facet) => [
      facet,
      rows
        .filter((row) => row.what === facet)
        .map((row) => ({ value: row.value, count: Number(row.count) }))
        .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1)),
    ]),
  );
  return { generation: Number(total?.value), best, totalCount: Number(total?.count ?? 0), isCapped: Number(total?.fetched ?? 0) >= request.cap, facets };
}
