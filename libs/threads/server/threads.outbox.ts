import type { DomainEvent } from '#platform/server';
import { uuidv7 } from '#platform/shared';

interface PostPlace {
  readonly postId: string;
  readonly threadId: string;
  readonly spaceId: string;
}

/** An event that people are told of: it names the happening, so that it tells them once however often it arrives. */
function telling(name: string, payload: DomainEvent['payload']): DomainEvent {
  return { name, payload: { ...payload, occasionId: uuidv7() } };
}

/** What happens to posts. Ids and reasons only; consumers load again with today's visibility. */
export const postEvents = {
  /** Written and readable for everybody who reads the thread; also a held one that was released. */
  written: (post: PostPlace & { readonly byId: string }): DomainEvent => telling('PostWritten', { ...post }),
  /** Waits for a moderator. */
  held: (post: PostPlace & { readonly byId: string }): DomainEvent => telling('PostHeld', { ...post }),
  edited: (post: PostPlace & { readonly byId: string }): DomainEvent => telling('PostEdited', { ...post }),
  /** By its author. */
  deleted: (post: PostPlace): DomainEvent => ({ name: 'PostDeleted', payload: { ...post } }),
  /** Readable again, after its author deleted it or moderation hid it. */
  restored: (post: PostPlace): DomainEvent => ({ name: 'PostRestored', payload: { ...post } }),
  /** Taken out of sight by moderation. */
  hidden: (post: PostPlace): DomainEvent => ({ name: 'PostHidden', payload: { ...post } }),
  /** To the end of another thread, in their order. */
  moved: (move: { readonly postIds: readonly string[]; readonly fromThreadId: string; readonly toThreadId: string; readonly spaceId: string }): DomainEvent => ({
    name: 'PostsMoved',
    payload: { ...move },
  }),
  /** Gone for good, with their thread. */
  removed: (posts: { readonly postIds: readonly string[]; readonly threadId: string }): DomainEvent => ({ name: 'PostsRemoved', payload: { ...posts } }),
  /** They read differently because somebody they name has left. */
  renamed: (posts: { readonly postIds: readonly string[] }): DomainEvent => ({ name: 'PostsRenamed', payload: { ...posts } }),
  reacted: (reaction: PostPlace & { readonly byId: string; readonly kind: string }): DomainEvent => telling('ReactionGiven', { ...reaction }),
  /** Its subject moved, changed its state or its title. */
  threadChanged: (thread: { readonly threadId: string; readonly spaceId: string }): DomainEvent => ({ name: 'ThreadChanged', payload: thread }),
} as const;

/** Events after which a post reads differently for searchers. */
export const SEARCH_EVENTS = ['PostWritten', 'PostEdited', 'PostDeleted', 'PostRestored', 'PostHidden', 'PostsMoved', 'PostsRemoved', 'PostsRenamed', 'ThreadChanged'] as const;
