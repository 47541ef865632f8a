import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '#access/server';
import { BookmarkKinds, type BookmarkCard, type BookmarkContribution } from '#bookmarks/server';
import { PostCards } from './post/post-cards.js';

/** Enough to remember what it was. */
const EXCERPT = 240;

/** Single posts can be kept for later. */
@Injectable()
export class ThreadsBookmarks implements BookmarkContribution {
  readonly kind = 'post';

  constructor(
    @Inject(BookmarkKinds) kinds: BookmarkKinds,
    @Inject(PostCards) private readonly cards: PostCards,
  ) {
    kinds.register(this);
  }

  async load(viewer: Viewer, ids: readonly string[]): Promise<ReadonlyMap<string, BookmarkCard>> {
    const cards = await this.cards.of(viewer, ids);
    return new Map(cards.map(({ id, title, path, plainText, spaceId }) => [id, { title, path, excerpt: shortened(plainText), spaceId }]));
  }
}

/** To whole words. */
function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= EXCERPT ? line : `${line.slice(0, EXCERPT).replace(/\s+\S*$/, '')} …`;
}
