import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '#access/server';
import { FeedSources, newestOf, type FeedEntry, type FeedSource, type FeedTable } from '#feeds/server';
import { Db } from '#platform/server';
import { ReaderLinks } from '#threads/server';

const TIPS: FeedTable = {
  place: 'tipp',
  from: 'tip c',
  html: 'c.html',
  authors: `(select string_agg(a.name, ', ' order by w.place) from unnest(c.author_ids) with ordinality w(id, place) join account a on a.id = w.id where a.deleted_at is null)`,
  at: 'c.published_at',
  updatedAt: 'c.revised_at',
};

/** Released tips, for the feeds of their space. */
@Injectable()
export class TipsFeeds implements FeedSource {
  readonly kind = 'tip';

  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(FeedSources) feeds: FeedSources,
    @Inject(ReaderLinks) private readonly links: ReaderLinks,
  ) {
    feeds.register(this);
  }

  async newest(viewer: Viewer, spaceId: string, limit: number): Promise<readonly FeedEntry[]> {
    return this.links.shownIn(viewer, await newestOf(this.db, TIPS, viewer, spaceId, limit));
  }
}
