import { Injectable } from '@nestjs/common';
import type { Viewer } from '#access/server';
import { Contributions } from '#platform/server';

/** Something new in a space, as a feed tells it. */
export interface FeedEntry {
  readonly id: string;
  readonly title: string;
  /** As the house shows it: sanitised when it was rendered, links as paths of the house. */
  readonly html: string;
  /** Own path, e.g. `/tipp/foerderung-3f2a1c`. */
  readonly path: string;
  /** Null where that account is gone, or where the viewer may not know. */
  readonly authorName: string | null;
  readonly at: Date;
  /** The last change that readers should be told; never before `at`. */
  readonly updatedAt: Date;
}

/** What one kind of content brings to the feeds of spaces. */
export interface FeedSource {
  /** As the rest of the house calls it: `tip`, `discussion`. */
  readonly kind: string;
  /**
   * The newest of a space that this viewer may see now, the newest change first.
   * @param limit at most this many.
   */
  newest(viewer: Viewer, spaceId: string, limit: number): Promise<readonly FeedEntry[]>;
}

/** Content domains register here in the constructor of a provider; feeds know none of them. */
@Injectable()
export class FeedSources {
  private readonly sources = new Contributions<FeedSource>('sources of feeds', ({ kind }) => kind);

  register(source: FeedSource): void {
    this.sources.add(source);
  }

  all(): readonly FeedSource[] {
    return this.sources.all;
  }
}
