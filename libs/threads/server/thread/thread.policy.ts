import { isMember, moderates, type Viewer } from '#access/server';
import { canWriteIn } from '#spaces/server';
import type { ThreadRow, ThreadStanding } from './thread.row.js';

/** What the rules read of a thread. */
export type ThreadFacts = Pick<ThreadStanding, 'spaceId' | 'state' | 'role' | 'archivedAt' | 'isClosed'>;

/** Why somebody who sees a thread cannot write in it; keys of sentences. */
export type ReplyRefusal = 'signInNeeded' | 'account.membersOnly' | 'thread.archived' | 'thread.membersOnly' | 'thread.notOpen' | 'thread.closed';

/** May leave words here at all: members of a space that is in use. */
export function canWriteHere(viewer: Viewer, thread: ThreadFacts): boolean {
  return isMember(viewer) && canWriteIn(thread, thread.role);
}

/** Null where the viewer may reply; slow mode is another question, because it passes by itself. */
export function replyRefusal(viewer: Viewer, thread: ThreadFacts): ReplyRefusal | null {
  if (viewer.accountId === null) return 'signInNeeded';
  if (!isMember(viewer)) return 'account.membersOnly';
  if (thread.archivedAt !== null) return 'thread.archived';
  if (thread.role === null) return 'thread.membersOnly';
  if (thread.state !== 'published') return 'thread.notOpen';
  // Moderators may add a closing word.
  return thread.isClosed && !moderates(viewer, thread.spaceId) ? 'thread.closed' : null;
}

export function canReply(viewer: Viewer, thread: ThreadFacts): boolean {
  return replyRefusal(viewer, thread) === null;
}

/** When the viewer may write again under slow mode; null: at once. Moderators are not slowed down. */
export function mayReplyAt(viewer: Viewer, thread: Pick<ThreadRow, 'spaceId' | 'slowModeSeconds' | 'lastOwnPostAt'>, now: Date): Date | null {
  if (thread.slowModeSeconds === 0 || thread.lastOwnPostAt === null || moderates(viewer, thread.spaceId)) return null;
  const at = new Date(thread.lastOwnPostAt.getTime() + thread.slowModeSeconds * 1000);
  return at > now ? at : null;
}
