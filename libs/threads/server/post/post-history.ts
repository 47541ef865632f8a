import { Inject, Injectable } from '@nestjs/common';
import { isMember, moderates, type Viewer } from '#access/server';
import { Db } from '#platform/server';
import type { PostRow } from './post.row.js';

/** A text with the one before it, to compare. */
export interface RevisionRow {
  readonly number: number;
  readonly createdAt: Date;
  readonly body: string;
  /** Null at the first. */
  readonly before: string | null;
}

/** Of a post changed more often, the newest. */
const REVISIONS = 50;

/** Former texts of posts. */
@Injectable()
export class PostHistory {
  constructor(@Inject(Db) private readonly db: Db) {}

  /** Newest first; only for a post the viewer sees. Guests get none, and of a deleted post moderators alone. */
  async of(viewer: Viewer, post: PostRow): Promise<readonly RevisionRow[]> {
    if (!isMember(viewer) || (post.isDeleted && (!moderates(viewer, post.spaceId) || post.html === ''))) return [];
    const rows = await this.db.query<RevisionRow>(
      `select x.number, x.created_at as "createdAt", x.body, lag(x.body) over (order by x.number) as before from (
         select number, created_at, body from post_revision where post_id = $1
         union all select revision_number, coalesce(edited_at, created_at), body from post where id = $1
         order by 1 desc limit ${REVISIONS + 1}) x order by x.number desc`,
      [post.id],
    );
    return rows.slice(0, REVISIONS);
  }
}
