import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '#access/server';
import { BookmarkKinds, type BookmarkCard, type BookmarkContribution } from '#bookmarks/server';
import { DiscussionQueries } from './discussion/discussion.queries.js';

/** Discussions can be kept by whoever reads them. */
@Injectable()
export class DiscussionsBookmarks implements BookmarkContribution {
  readonly kind = 'discussion';

  constructor(
    @Inject(BookmarkKinds) kinds: BookmarkKinds,
    @Inject(DiscussionQueries) private readonly discussions: DiscussionQueries,
  ) {
    kinds.register(this);
  }

  async load(viewer: Viewer, ids: readonly string[]): Promise<ReadonlyMap<string, BookmarkCard>> {
    const rows = await this.discussions.byIds(viewer, ids);
    return new Map(rows.map(({ id, title, excerpt, slug, spaceId }) => [id, { title, path: `/d/${slug}`, excerpt, spaceId }]));
  }
}
