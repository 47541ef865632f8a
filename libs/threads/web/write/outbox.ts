import { useApolloClient } from '@apollo/client/react';
import { useEffect, useSyncExternalStore } from 'react';
import { useViewer, type ResultOf, type VariablesOf } from '#platform/web';
import { PostOutbox, turnsOfThisPage, type InTurn, type OutboxEntry, type WaitingPost } from './post-outbox.js';
import { shelfOf } from './post-shelf.js';
import { WritePost } from './reply.queries.js';

type Client = ReturnType<typeof useApolloClient>;
type Input = VariablesOf<typeof WritePost>['input'];
export type WrittenPost = NonNullable<ResultOf<typeof WritePost>['writePost']>;

export const inputOf = ({ id, threadId, body, replyToId }: WaitingPost): Input => ({ id, threadId, body, ...(replyToId !== null && { replyToId }) });

/** All windows of a browser wait for the one that sends; a request that hangs is given up and tried again. */
const SEND_WITHIN_MS = 60_000;

// One per account and page: it goes on sending also when the thread was left for another page.
const outboxes = new Map<string, PostOutbox>();

/** Two windows of one browser wait for each other; where the browser cannot, the ids see to it that nothing is written twice. */
function inTurnOf(accountId: string): InTurn {
  const { locks } = navigator as Partial<Navigator>;
  return locks === undefined ? turnsOfThisPage() : (work) => locks.request(`outbox:${accountId}`, work);
}

export function outboxOf(client: Client, accountId: string): PostOutbox {
  const known = outboxes.get(accountId);
  if (known !== undefined) return known;
  const send = (post: WaitingPost) =>
    client.mutate({ mutation: WritePost, variables: { input: inputOf(post) }, context: { fetchOptions: { signal: AbortSignal.timeout(SEND_WITHIN_MS) } } });
  const outbox = new PostOutbox(shelfOf<WaitingPost>(accountId, 'post-out'), send, inTurnOf(accountId));
  window.addEventListener('online', () => void outbox.flush());
  window.addEventListener('storage', () => outbox.look());
  window.addEventListener('beforeunload', (event) => {
    if (outbox.isOnlyHere()) event.preventDefault();
  });
  outboxes.set(accountId, outbox);
  void outbox.flush();
  return outbox;
}

/** For specs: forgets what earlier pages left. */
export function forgetOutboxes(): void {
  for (const outbox of outboxes.values()) outbox.rest();
  outboxes.clear();
}

export interface OutboxHere {
  readonly outbox: PostOutbox;
  /** What waits for this thread. */
  readonly waiting: readonly OutboxEntry[];
}

/** Replies that were sent off without a network. @param onArrival of those of this thread. */
export function useOutbox(threadId: string, onArrival: (post: WaitingPost) => void): OutboxHere {
  const client = useApolloClient();
  const { accountId } = useViewer();
  const outbox = outboxOf(client, accountId ?? 'guest');
  const entries = useSyncExternalStore(outbox.subscribe, outbox.current);
  useEffect(() => outbox.show(threadId), [outbox, threadId]);
  useEffect(() => outbox.onArrival((post) => post.threadId === threadId && onArrival(post)), [outbox, threadId, onArrival]);
  return { outbox, waiting: entries.filter((entry) => entry.threadId === threadId) };
}

/** All replies of this browser that wait for the network, whichever thread they are for. */
export function useWaitingReplies(): { readonly outbox: PostOutbox; readonly waiting: readonly OutboxEntry[] } {
  const client = useApolloClient();
  const { accountId } = useViewer();
  const outbox = outboxOf(client, accountId ?? 'guest');
  return { outbox, waiting: useSyncExternalStore(outbox.subscribe, outbox.current) };
}
