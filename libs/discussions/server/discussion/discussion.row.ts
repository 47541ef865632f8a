import type { ContentState, SpaceContent } from '#access/server';
import type { ThreadRow } from '#threads/server';
import { topicsAsJson, type TopicRow } from '#topics/server';
import type { DiscussionKind } from './discussion.state.js';

/** Whoever opened, wrote, accepted or voted, as far as the viewer may know. */
export interface Writer {
  readonly accountId: string;
  /** Null where the account was deleted. */
  readonly name: string | null;
}

/** A discussion straight from SQL. */
export interface DiscussionRow extends SpaceContent {
  readonly state: ContentState;
  readonly slug: string;
  readonly title: string;
  readonly kind: DiscussionKind;
  readonly topicIds: readonly string[];
  readonly version: number;
  readonly excerpt: string;
  readonly replyCount: number;
  readonly lastPosition: number;
  readonly lastActivityAt: Date;
  readonly lastPostById: string | null;
  readonly answeredAt: Date | null;
  readonly solvedAt: Date | null;
  readonly pinnedAt: Date | null;
  readonly closedAt: Date | null;
  readonly closedReason: string;
  readonly slowModeSeconds: number;
  readonly mergedIntoId: string | null;
  readonly hiddenReason: string | null;
  readonly createdAt: Date;
  /** Where a list was asked for them. */
  readonly topics?: readonly TopicRow[];
  readonly authorName?: string | null;
  readonly lastPostByName?: string | null;
  /** Where one discussion was asked for it. */
  readonly thread?: ThreadRow;
  /** The highest position the viewer has read; 0 before the first visit, missing where nobody asked. */
  readonly readPosition?: number;
  /** The list's place as PostgreSQL wrote it: JavaScript's dates would lose its microseconds. */
  readonly rank?: number;
  readonly sortKey?: string;
}

/** Columns of a {@link DiscussionRow} of a table alias `d`. */
export const DISCUSSION_COLUMNS = `d.id, d.space_id as "spaceId", d.author_ids as "authorIds", d.state, d.slug, d.title, d.kind, d.topic_ids as "topicIds", d.version,
  d.excerpt, d.reply_count as "replyCount", d.last_position as "lastPosition", d.last_activity_at as "lastActivityAt", d.last_post_by as "lastPostById",
  d.answered_at as "answeredAt", d.solved_at as "solvedAt", d.pinned_at as "pinnedAt", d.closed_at as "closedAt", d.closed_reason as "closedReason",
  d.slow_mode_seconds as "slowModeSeconds", d.merged_into_id as "mergedIntoId", d.hidden_reason as "hiddenReason", d.created_at as "createdAt"`;

const nameOf = (id: string): string => `(select a.name from account a where a.id = ${id} and a.deleted_at is null)`;

/**
 * What a list or page reads for the fields it was asked for.
 * @param asked names of fields, as `askedFields` gives them.
 * @param namesShown names are told to members of the programme only.
 */
export function discussionColumns(asked: ReadonlySet<string>, namesShown: boolean): string {
  const isAsked = (field: string): boolean => asked.has(field);
  return [
    DISCUSSION_COLUMNS,
    ...(isAsked('topics') ? [`${topicsAsJson('d.topic_ids')} as topics`] : []),
    ...(isAsked('author') && namesShown ? [`${nameOf('d.author_ids[1]')} as "authorName"`] : []),
    ...(isAsked('lastPostBy') && namesShown ? [`${nameOf('d.last_post_by')} as "lastPostByName"`] : []),
  ].join(', ');
}
