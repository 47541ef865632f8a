import type { ContentState, SpaceContent } from '#access/server';
import { spaceAsJson, type SpaceJson } from '#spaces/server';
import type { OutlineEntry } from '#text/server';

/** Whoever wrote, saved or checked something, as far as the viewer may know. */
export interface Writer {
  readonly accountId: string;
  /** Null where the account was deleted. */
  readonly name: string | null;
}

/** A tip as lists read it: without its text, straight from SQL. */
export interface TipRow extends SpaceContent {
  readonly state: ContentState;
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly words: number;
  readonly readingMinutes: number;
  readonly topicIds: readonly string[];
  readonly revisionNumber: number;
  readonly createdAt: Date;
  readonly publishedAt: Date | null;
  readonly revisedAt: Date | null;
  readonly retiredAt: Date | null;
  readonly hiddenReason: string | null;
  readonly checkedAt: Date | null;
  readonly checkedById: string | null;
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

/** A topic as it travels with a tip. */
export interface TopicRow {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly description: string;
  readonly synonyms: readonly string[];
  readonly isRetired: boolean;
}

/** Columns of a {@link TipRow} of a table alias `t`, but for authors and topics. */
export const TIP_COLUMNS = `t.id, t.space_id as "spaceId", t.author_ids as "authorIds", t.state, t.slug, t.title, t.summary, t.words,
  t.reading_minutes as "readingMinutes", t.topic_ids as "topicIds", t.revision_number as "revisionNumber", t.created_at as "createdAt",
  t.published_at as "publishedAt", case when t.revision_number > 0 then t.revised_at end as "revisedAt", t.retired_at as "retiredAt", t.hidden_reason as "hiddenReason",
  t.checked_at as "checkedAt", t.checked_by as "checkedById", t.check_due_on::text as "checkDueOn", t.helped_count as "helpedCount"`;

/**
 * Authors and topics as JSON in the same statement: two more round trips would cost a page more than these lookups.
 * Names are told to members of the programme only.
 * @param namesShown a literal of this code, never of input.
 */
export function companionsOf(namesShown: boolean): string {
  const authors = namesShown
    ? `(select coalesce(json_agg(json_build_object('accountId', w.id, 'name', case when a.deleted_at is null then a.name end) order by w.place), '[]')
        from unnest(t.author_ids) with ordinality w(id, place) left join account a on a.id = w.id)`
    : `'[]'::json`;
  const topics = `case when t.topic_ids = '{}' then '[]'::json else (select coalesce(json_agg(json_build_object('id', k.id, 'slug', k.slug, 'name', k.name, 'description', k.description,
        'synonyms', k.synonyms, 'isRetired', k.retired_at is not null) order by k.name collate "de-x-icu"), '[]')
      from topic k where k.id = any(t.topic_ids)) end`;
  return `${authors} as authors, ${topics} as topics`;
}

/** As {@link TIP_COLUMNS}, with what the page of one tip shows. */
export const TIP_PAGE_COLUMNS = `${TIP_COLUMNS}, t.html, t.outline, ${spaceAsJson('t.space_id')} as space`;
