import { Inject, Injectable } from '@nestjs/common';
import { toSql, visibleTo, type Viewer } from '#access/server';
import { Db, type CursorKeys } from '#platform/server';
import { AppError, isUuid } from '#platform/shared';
import type { TipKeptDraft, TipWorkingCopy } from './working-copy.type.js';

/** A working copy as lists read it. */
export type WorkingCopyRow = TipWorkingCopy & { readonly sortKey?: string };

export const WORKING_COPY_COLUMNS = `w.tip_id as "tipId", w.version, w.base_revision_number as "baseRevisionNumber", w.title, w.summary, w.body,
  w.topic_ids as "topicIds", w.author_ids as "authorIds", w.note, w.is_minor as "isMinor", w.saved_at as "savedAt", w.saved_by as "savedById",
  w.submitted_at as "submittedAt", w.submitted_by as "submittedById", w.returned_at as "returnedAt", w.returned_by as "returnedById",
  w.return_comment as "returnComment"`;

const isTime = /^\d{4,5}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/;

function keysOf(after: CursorKeys | null): readonly [string | null, string | null] {
  if (after === null) return [null, null];
  const [at, id] = after.map(String);
  if (at === undefined || id === undefined || !isTime.test(at) || !isUuid(id)) throw AppError.badInput('after', 'badCursor');
  return [at, id];
}

/** What is being written, for those who write and those who release it. */
@Injectable()
export class DraftQueries {
  constructor(@Inject(Db) private readonly db: Db) {}

  /** Unreleased tips of the viewer, and edits they saved last; the newest first. */
  async mine(viewer: Viewer, first: number, after: CursorKeys | null): Promise<readonly WorkingCopyRow[]> {
    const [at, id] = keysOf(after);
    const { sql, parameters } = toSql(visibleTo(viewer), 't', 6);
    return this.db.query<WorkingCopyRow>(
      `select ${WORKING_COPY_COLUMNS}, w.saved_at::text as "sortKey" from tip_working_copy w join tip t on t.id = w.tip_id
       where ${ownDrafts('$1', '$5')} and ($2::timestamptz is null or (w.saved_at, w.tip_id) < ($2, $3::uuid)) and ${sql}
       order by w.saved_at desc, w.tip_id desc limit $4`,
      [viewer.accountId, at, id, first + 1, [...viewer.moderatedSpaceIds], ...parameters],
    );
  }

  /** What waits for a moderator's look in the spaces the viewer moderates; the longest waiting first. */
  async toReview(viewer: Viewer, first: number, after: CursorKeys | null): Promise<readonly WorkingCopyRow[]> {
    const [at, id] = keysOf(after);
    const { sql, parameters } = toSql(visibleTo(viewer), 't', 5);
    return this.db.query<WorkingCopyRow>(
      `select ${WORKING_COPY_COLUMNS}, w.submitted_at::text as "sortKey" from tip_working_copy w join tip t on t.id = w.tip_id
       where w.submitted_at is not null and t.state <> 'draft' and t.space_id = any($1::uuid[])
         and ($2::timestamptz is null or (w.submitted_at, w.tip_id) > ($2, $3::uuid)) and ${sql}
       order by w.submitted_at, w.tip_id limit $4`,
      [[...viewer.moderatedSpaceIds], at, id, first + 1, ...parameters],
    );
  }

  /** Texts put aside, the newest first, 20 of each tip; the caller has made sure that the viewer may see their inside. */
  async kept(tipIds: readonly string[]): Promise<readonly (TipKeptDraft & { readonly tipId: string })[]> {
    return this.db.query(
      `select k.* from unnest($1::uuid[]) t(id) cross join lateral (
         select id, tip_id as "tipId", title, summary, body, saved_at as "savedAt", saved_by as "savedById", kept_at
         from tip_kept_draft where tip_id = t.id order by kept_at desc limit 20) k
       order by k.kept_at desc`,
      [tipIds],
    );
  }
}

/**
 * Drafts one wrote along, and edits of released tips one saved last, over `tip_working_copy w` and `tip t`.
 * @param account placeholder of the account's id
 * @param moderated placeholder of the ids of the spaces it moderates
 */
export function ownDrafts(account: string, moderated: string): string {
  return `(w.saved_by = ${account} or (t.revision_number = 0 and t.author_ids @> array[${account}]::uuid[]))
    and (t.author_ids @> array[${account}]::uuid[] or t.space_id = any(${moderated}::uuid[]))`;
}
