import { Injectable } from '@nestjs/common';
import type { Viewer } from '#access/server';
import { Contributions } from '#platform/server';
import type { BookmarkCard, BookmarkContribution } from './bookmark.contribution.js';

/** What a bookmark points to. */
export interface BookmarkTarget {
  readonly kind: string;
  readonly targetId: string;
}

/** Where domains hand in what can be kept, in the constructor of one of their providers. */
@Injectable()
export class BookmarkKinds {
  private readonly kinds = new Contributions<BookmarkContribution>('kinds of bookmarks', ({ kind }) => kind);

  register(contribution: BookmarkContribution): void {
    this.kinds.add(contribution);
  }

  /** The cards of those the viewer sees now, in the order asked for; null for all others, also of unknown kinds. */
  async cardsOf(viewer: Viewer, targets: readonly BookmarkTarget[]): Promise<readonly (BookmarkCard | null)[]> {
    const kinds = [...new Set(targets.map(({ kind }) => kind))];
    const loaded = await Promise.all(
      kinds.map(async (kind) => {
        const ids = targets.filter((target) => target.kind === kind).map(({ targetId }) => targetId);
        return [kind, await this.kinds.named(kind)?.load(viewer, [...new Set(ids)])] as const;
      }),
    );
    const cards = new Map(loaded);
    return targets.map(({ kind, targetId }) => cards.get(kind)?.get(targetId) ?? null);
  }
}
