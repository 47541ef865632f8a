import type { Viewer } from '#access/server';

/** What a domain hands in so that its things can be kept for later. Bookmarks know none of them by themselves. */
export interface BookmarkContribution {
  /** Name of the kind, as search and notices call it: `tip`. Letters only. */
  readonly kind: string;
  /** Read through `visibleTo(viewer)` at the moment of answering; what is missing is neither shown nor counted nor reminded of. */
  load(viewer: Viewer, ids: readonly string[]): Promise<ReadonlyMap<string, BookmarkCard>>;
}

/** One kept thing as its viewer may see it. Plain text. */
export interface BookmarkCard {
  readonly title: string;
  /** Path in the web, `/tipp/haushalt-planen`. */
  readonly path: string;
  /** A sentence or two of what it says; may be empty. */
  readonly excerpt: string;
  /** Where it lies; null for what lies in no space. */
  readonly spaceId: string | null;
}
