import { useApolloClient } from '@apollo/client/react';
import { useCallback } from 'react';
import { useCaughtUp, useLive } from '#platform/web';
import { ThreadNewsQuery } from './stream.queries.js';

/** Keeps what the cache knows of a thread fresh (newest position, closed or not), without moving anything on the page. */
export function useNews(threadId: string): () => void {
  const client = useApolloClient();
  const look = useCallback(() => {
    // Without a network everything stays as it is until the next time.
    client.query({ query: ThreadNewsQuery, variables: { id: threadId }, fetchPolicy: 'network-only' }).catch(() => undefined);
  }, [client, threadId]);
  useLive('thread', threadId, look);
  useCaughtUp(look);
  return look;
}
