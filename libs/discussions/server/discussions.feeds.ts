import { Inject, Injectable } from '@nestjs/common';
import { assumingState, isMember, toSql, visibleTo, type Viewer } from '#access/server';
import { FeedSources, type FeedEntry, type FeedSource } from '#feeds/server';
import { Db } from '#platform/server';

interface NewDiscussionRow {
  readonly id: string;
  readonly title: string;
  readonly slug: string;
  readonly html: string;
  readonly authorName: string | null;
  readonly at: Date;
}

/** New discussions with their first post, for the feeds of their space. */
@Injectable()
export class DiscussionsFeeds implements FeedSource {
  readonly kind = 'discussion';

  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(FeedSources) feeds: FeedSources,
  ) {
    feeds.register(this);
  }

  async newest(viewer: Viewer, spaceId: string, limit: number): Promise<readonly FeedEntry[]> {
    const { sql, parameters } = toSql(assumingState(visibleTo(viewer), 'published'), 'd', 4);
    const rows = await this.db.query<NewDiscussionRow>(
      `select d.id, d.title, d.slug, coalesce(p.html, '') as html, d.created_at as at,
         case when $3 then (select a.name from account a where a.id = d.author_ids[1] and a.deleted_at is null) end as "authorName"
       from discussion d left join post p on p.thread_id = d.id and p.is_opening and p.state = 'published' and p.deleted_at is null
       where ${sql} and d.state = 'published' and d.merged_into_id is null and d.space_id = $1 order by d.created_at desc, d.id desc limit $2`,
      // Names are told to members of the programme only.
      [spaceId, limit, isMember(viewer), ...parameters],
    );
    return rows.map(({ id, title, slug, html, authorName, at }) => ({ id, title, html, path: `/d/${slug}`, authorName, at, updatedAt: at }));
  }
}
