import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '#access/server';
import { FeedSources, newestOf, type FeedEntry, type FeedSource, type FeedTable } from '#feeds/server';
import { Db } from '#platform/server';
import { ReaderLinks } from '#threads/server';

const DISCUSSIONS: FeedTable = {
  place: 'd',
  from: `discussion c left join post p on p.thread_id = c.id and p.is_opening and p.state = 'published' and p.deleted_at is null`,
  where: 'c.merged_into_id is null',
  html: `coalesce(p.html, '')`,
  authors: '(select a.name from account a where a.id = c.author_ids[1] and a.deleted_at is null)',
  at: 'c.created_at',
  updatedAt: 'greatest(c.created_at, c.updated_at, p.edited_at)',
  newestBy: 'c.created_at',
};

/** New discussions with their first post, for the feeds of their space. */
@Injectable()
export class DiscussionsFeeds implements FeedSource {
  readonly kind = 'discussion';

  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(FeedSources) feeds: FeedSources,
    @Inject(ReaderLinks) private readonly links: ReaderLinks,
  ) {
    feeds.register(this);
  }

  async newest(viewer: Viewer, spaceId: string, limit: number): Promise<readonly FeedEntry[]> {
    return this.links.shownIn(viewer, await newestOf(this.db, DISCUSSIONS, viewer, spaceId, limit));
  }
}
