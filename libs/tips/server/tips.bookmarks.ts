import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '#access/server';
import { BookmarkKinds, type BookmarkCard, type BookmarkContribution } from '#bookmarks/server';
import { TipQueries } from './tip/tip.queries.js';

/** Tips can be kept by whoever reads them. */
@Injectable()
export class TipsBookmarks implements BookmarkContribution {
  readonly kind = 'tip';

  constructor(
    @Inject(BookmarkKinds) kinds: BookmarkKinds,
    @Inject(TipQueries) private readonly tips: TipQueries,
  ) {
    kinds.register(this);
  }

  async load(viewer: Viewer, ids: readonly string[]): Promise<ReadonlyMap<string, BookmarkCard>> {
    const rows = await this.tips.byIds(viewer, ids);
    return new Map(rows.map(({ id, title, summary, slug, spaceId }) => [id, { title, path: `/tipp/${slug}`, excerpt: summary, spaceId }]));
  }
}
