import { Inject, Injectable } from '@nestjs/common';
import { isMember, moderates, type Viewer } from '#access/server';
import { Db } from '#platform/server';
import { ReaderLinks } from '../link/reader-links.js';
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
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(ReaderLinks) private readonly links: ReaderLinks,
  ) {}

  /** Of each of these posts, which the viewer sees, newest first, without links to what is out of the viewer's sight. Guests get none, and of a deleted post moderators alone. */
  async of(viewer: Viewer, posts: readonly PostRow[]): Promise<readonly (readonly RevisionRow[])[]> {
    const open = posts.filter((post) => isMember(viewer) && (!post.isDeleted || (moderates(viewer, post.spaceId) && post.html !== '')));
    if (open.length === 0) return posts.map(() => []);
    const rows = await this.db.query<RevisionRow & { readonly postId: string }>(
      `select asked.id as "postId", x.* from unnest($1::uuid[]) asked(id) cross join lateral (
         select y.number, y.created_at as "createdAt", y.body, lag(y.body) over (order by y.number) as before from (
           select number, created_at, body from post_revision where post_id = asked.id
           union all select revision_number, coalesce(edited_at, created_at), body from post where id = asked.id
           order by 1 desc limit ${REVISIONS + 1}) y) x
       order by asked.id, x.number desc`,
      [open.map(({ id }) => id)],
    );
    const shown = await this.links.markdown(viewer, rows.flatMap(({ body, before }) => [body, before ?? '']));
    const read = rows.map((row, at) => ({ ...row, body: shown[2 * at] ?? '', before: row.before === null ? null : (shown[2 * at + 1] ?? '') }));
    const byPost = Map.groupBy(read, ({ postId }) => postId);
    return posts.map(({ id }) => (byPost.get(id) ?? []).slice(0, REVISIONS));
  }
}
