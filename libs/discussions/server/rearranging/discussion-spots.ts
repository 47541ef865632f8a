import { Inject, Injectable } from '@nestjs/common';
import { toSql, visibleTo, type Viewer } from '#access/server';
import { Db } from '#platform/server';
import { isUuid } from '#platform/shared';
import { DiscussionQueries } from '../discussion/discussion.queries.js';
import type { DiscussionRow } from '../discussion/discussion.row.js';

export interface Spot {
  readonly discussion: DiscussionRow;
  readonly position: number;
}

/** Links to places last: wherever a post went by splitting and merging, its former address leads to it. */
@Injectable()
export class DiscussionSpots {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(DiscussionQueries) private readonly discussions: DiscussionQueries,
  ) {}

  /** Null where the discussion is out of sight; where only the post's new place is, the discussion itself comes with the position as asked. */
  async find(viewer: Viewer, slug: string, position: number, asked: ReadonlySet<string>): Promise<Spot | null> {
    const discussion = await this.discussions.bySlug(viewer, slug, asked);
    const moved = await this.movedTo(viewer, slug, position);
    const there = moved === null || moved.id === discussion?.id ? discussion : await this.discussions.bySlug(viewer, moved.id, asked);
    if (moved !== null && there !== null) return { discussion: there, position: moved.position };
    return discussion === null ? null : { discussion, position };
  }

  private async movedTo(viewer: Viewer, slug: string, position: number): Promise<{ readonly id: string; readonly position: number } | null> {
    const { sql, parameters } = toSql(visibleTo(viewer), 'p', 3);
    const isThis = isUuid(slug) ? '$1::uuid' : '(select discussion_id from discussion_slug where slug = $1)';
    const [row] = await this.db.hotQuery<{ id: string; position: number }>(
      `select p.thread_id as id, p.position from post_moved m join post p on p.id = m.post_id
       where m.thread_id = ${isThis} and m.position = $2 and p.position is not null and ${sql}`,
      [slug.slice(0, 200).replaceAll('\0', ''), position, ...parameters],
    );
    return row ?? null;
  }
}
