import type { ContentState, SpaceContent } from '#access/server';
import { spaceAsJson, type SpaceJson } from '#spaces/server';
import type { OutlineEntry } from '#text/server';
import { topicsAsJson, type TopicRow } from '#topics/server';

/** Whoever wrote, saved or checked something, as far as the viewer may know. */
export interface Writer {
  readonly accountId: string;
  /** Null where the account was deleted. */
  readonly name: string | null;
}

/** Columns that few lists show and each of which costs thirty times on a page of them. */
interface TipDetails {
  readonly words: number;
  readonly createdAt: Date;
  readonly publishedAt: Date | null;
  readonly retiredAt: Date | null;
  readonly hiddenReason: string | null;
  readonly checkedAt: Date | null;
  readonly checkedById: string | null;
}

/** A tip as lists read it: without its text, straight from SQL. Details are missing where a list was not asked for them. */
export interface TipRow extends SpaceContent, Partial<TipDetails> {
  readonly state: ContentState;
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly readingMinutes: number;
  readonly topicIds: readonly string[];
  readonly revisionNumber: number;
  readonly revisedAt: Date | null;
  /** `YYYY-MM-DD`. */
  readonly checkDueOn: string | null;
  readonly helpedCount: number;
  readonly authors: readonly Writer[];
  readonly topics: readonly TopicRow[];
  /** Only the page reads the text; in lists it comes by a loader, if anybody asks. */
  readonly html?: string;
  readonly outline?: readonly OutlineEntry[];
  readonly space?: SpaceJson;
  /** The list's sort key as PostgreSQL wrote it: JavaScript's dates would lose its microseconds. */
  readonly sortKey?: string;
}

/** The fields of `Tip` that need a detail, and the column each is read from. */
const DETAILS = {
  words: 't.words',
  createdAt: 't.created_at as "createdAt"',
  publishedAt: 't.published_at as "publishedAt"',
  retiredAt: 't.retired_at as "retiredAt"',
  hiddenReason: 't.hidden_reason as "hiddenReason"',
  checkedAt: 't.checked_at as "checkedAt"',
  checkedBy: 't.checked_by as "checkedById"',
} as const;

const CORE_COLUMNS = `t.id, t.space_id as "spaceId", t.author_ids as "authorIds", t.state, t.slug, t.title, t.summary,
  t.reading_minutes as "readingMinutes", t.topic_ids as "topicIds", t.revision_number as "revisionNumber",
  case when t.revision_number > 0 then t.revised_at end as "revisedAt", t.check_due_on::text as "checkDueOn", t.helped_count as "helpedCount"`;

/** Columns of a {@link TipRow} of a table alias `t`, but for authors and topics. */
export const TIP_COLUMNS = [CORE_COLUMNS, ...Object.values(DETAILS)].join(', ');

const TOPICS = `${topicsAsJson('t.topic_ids')} as topics`;

const AUTHORS = `(select coalesce(json_agg(json_build_object('accountId', w.id, 'name', case when a.deleted_at is null then a.name end) order by w.place), '[]')
  from unnest(t.author_ids) with ordinality w(id, place) left join account a on a.id = w.id)`;

/**
 * Authors and topics as JSON in the same statement: two more round trips would cost a page more than these lookups.
 * Names are told to members of the programme only.
 * @param namesShown a literal of this code, never of input.
 */
export function companionsOf(namesShown: boolean): string {
  return `${namesShown ? AUTHORS : `'[]'::json`} as authors, ${TOPICS}`;
}

/**
 * What a list reads for the fields it was asked for, but for its authors.
 * @param asked names of fields, as {@link askedFields} gives them.
 */
export function listColumns(asked: ReadonlySet<string>): string {
  const details = Object.entries(DETAILS).filter(([field]) => asked.has(field)).map(([, column]) => column);
  return [CORE_COLUMNS, ...details, ...(asked.has('topics') ? [TOPICS] : [])].join(', ');
}

/** Of a row of a list: nearly all have one author, whose name alone is a third of the cost of making JSON of it. */
export const LIST_AUTHORS = `case when cardinality(t.author_ids) = 1 then (select a.name from account a where a.id = t.author_ids[1] and a.deleted_at is null) end as "authorName",
  case when cardinality(t.author_ids) > 1 then ${AUTHORS} end as "authors"`;

/** What {@link LIST_AUTHORS} reads; rows without it have no authors to show. */
interface AuthorsOfRow {
  readonly authorIds: readonly string[];
  readonly authorName?: string | null;
  readonly authors?: readonly Writer[] | null;
}

export function withAuthors<Row extends AuthorsOfRow>(row: Row): Row & { readonly authors: readonly Writer[] } {
  const [only] = row.authorIds;
  const authors = row.authors ?? (row.authorName === undefined || only === undefined ? [] : [{ accountId: only, name: row.authorName }]);
  return Object.assign(row, { authors });
}

/** As {@link TIP_COLUMNS}, with what the page of one tip shows. */
export const TIP_PAGE_COLUMNS = `${TIP_COLUMNS}, t.html, t.outline, ${spaceAsJson('t.space_id')} as space`;
