import { Inject, Injectable } from '@nestjs/common';
import { assumingState, isMember, toSql, visibleTo, type Viewer } from '#access/server';
import { FeedSources, type FeedEntry, type FeedSource } from '#feeds/server';
import { Db } from '#platform/server';

interface NewTipRow {
  readonly id: string;
  readonly title: string;
  readonly slug: string;
  readonly html: string;
  readonly authorName: string | null;
  readonly publishedAt: Date;
  readonly revisedAt: Date;
}

/** Released tips, for the feeds of their space. */
@Injectable()
export class TipsFeeds implements FeedSource {
  readonly kind = 'tip';

  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(FeedSources) feeds: FeedSources,
  ) {
    feeds.register(this);
  }

  async newest(viewer: Viewer, spaceId: string, limit: number): Promise<readonly FeedEntry[]> {
    const { sql, parameters } = toSql(assumingState(visibleTo(viewer), 'published'), 't', 4);
    const rows = await this.db.query<NewTipRow>(
      `select t.id, t.title, t.slug, t.html, t.published_at as "publishedAt", t.revised_at as "revisedAt",
         case when $3 then (select string_agg(a.name, ', ' order by w.place) from unnest(t.author_ids) with ordinality w(id, place)
           join account a on a.id = w.id where a.deleted_at is null) end as "authorName"
       from tip t where ${sql} and t.state = 'published' and t.space_id = $1 order by t.revised_at desc, t.id desc limit $2`,
      // Names are told to members of the programme only.
      [spaceId, limit, isMember(viewer), ...parameters],
    );
    return rows.map(({ id, title, slug, html, authorName, publishedAt, revisedAt }) => ({ id, title, html, path: `/tipp/${slug}`, authorName, at: publishedAt, updatedAt: revisedAt }));
  }
}
