import { shelfOf, type Shelf } from '#threads/web';
import type { NewDiscussion } from './new-discussion.js';

/** A draft as it lies in this browser. */
export interface ShelvedDiscussion extends NewDiscussion {
  readonly spaceId: string;
  /** The way to its form; empty where this browser has not been there. */
  readonly spaceSlug: string;
  /** Of the server's copy; 0 where it has none. */
  readonly version: number;
  /** The server has these very words. */
  readonly isSaved: boolean;
  /** ISO 8601. */
  readonly at: string;
}

const isWhole = (kept: ShelvedDiscussion): boolean => typeof kept.spaceId === 'string' && typeof kept.title === 'string' && Array.isArray(kept.topicIds) && Array.isArray(kept.poll?.options);

/** This browser's memory for discussions that are being written. */
export function discussionShelf(accountId: string): Shelf<ShelvedDiscussion> {
  const shelf = shelfOf<ShelvedDiscussion>(accountId, 'discussion');
  return { ...shelf, all: () => shelf.all().filter(isWhole) };
}
