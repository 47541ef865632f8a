import { useApolloClient } from '@apollo/client/react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useViewer, watchUnsavedWork } from '#platform/web';
import { inputOf, type WrittenPost } from './outbox.js';
import type { PostOutbox, ThreadPlace, WaitingPost } from './post-outbox.js';
import { keptEditsOf } from '../post/kept-edits.js';
import { keepInCache } from './reply-cache.js';
import { shelfOf } from './post-shelf.js';
import { ReplyKeeper, type ReplyDraft, type ReplyServer, type ReplySnapshot, type StoredReply } from './reply-keeper.js';
import { DiscardPostDraft, PostDraftQuery, SavePostDraft, WritePost } from './reply.queries.js';

type Client = ReturnType<typeof useApolloClient>;

function replyServer(client: Client, threadId: string, onWritten: (post: WrittenPost) => void): ReplyServer {
  return {
    save: async (body, version, replyToId) => {
      const { data } = await client.mutate({ mutation: SavePostDraft, variables: { input: { threadId, body, version, ...(replyToId !== null && { replyToId }) } } });
      if (!data) throw new TypeError('no draft in the answer');
      keepInCache(client, threadId, data.savePostDraft);
      return data.savePostDraft;
    },
    load: async () => {
      const { data } = await client.query({ query: PostDraftQuery, variables: { threadId }, fetchPolicy: 'network-only' });
      return data?.thread.draft ?? null;
    },
    discard: async () => {
      await client.mutate({ mutation: DiscardPostDraft, variables: { input: { threadId } } });
      keepInCache(client, threadId, null);
    },
    send: async (post) => {
      const { data } = await client.mutate({ mutation: WritePost, variables: { input: inputOf(post) } });
      if (!data) throw new TypeError('no post in the answer');
      onWritten(data.writePost);
    },
  };
}

function keepAsEdit(accountId: string, { id, threadId, body, at, place }: WaitingPost): boolean {
  const edits = keptEditsOf(accountId);
  edits.write(id, { postId: id, threadId, body, baseRevision: 1, at, ...(place && { place }) });
  return edits.read(id)?.body === body;
}

export interface Reply extends ReplySnapshot {
  readonly keeper: ReplyKeeper;
}

/** The reply to one thread, for as long as its page is open. */
export function useReply(threadId: string, stored: StoredReply | null, outbox: PostOutbox, onWritten: (post: WrittenPost) => void, place?: ThreadPlace): Reply {
  const client = useApolloClient();
  const { accountId } = useViewer();
  const [keeper] = useState(
    () => new ReplyKeeper({ threadId, stored, outbox, keepAsEdit: (post) => keepAsEdit(accountId ?? 'guest', post), ...(place && { place }), shelf: shelfOf<ReplyDraft>(accountId ?? 'guest', 'post'), server: replyServer(client, threadId, onWritten) }),
  );
  const snapshot = useSyncExternalStore(keeper.subscribe, keeper.current);
  useEffect(() => {
    keeper.resume();
    const flush = () => void keeper.flush();
    const seen = () => {
      if (document.visibilityState !== 'visible') flush();
    };
    window.addEventListener('online', flush);
    document.addEventListener('visibilitychange', seen);
    const leaveOutbox = outbox.onArrival((post) => {
      if (post.threadId === threadId) keeper.arrived();
    });
    const leaveList = watchUnsavedWork({ save: () => keeper.flush(), discard: () => keeper.discard() });
    return () => {
      leaveOutbox();
      leaveList();
      window.removeEventListener('online', flush);
      document.removeEventListener('visibilitychange', seen);
      keeper.dispose();
    };
  }, [keeper, outbox, threadId]);
  useEffect(() => keeper.offer(stored), [keeper, stored]);
  return { ...snapshot, keeper };
}
