import { useApolloClient } from '@apollo/client/react';
import { useCallback } from 'react';
import { graphql, useCaughtUp, useLive } from '#platform/web';
import { PostFragment } from '../post/post.fragment.js';
import { ThreadNewsQuery } from './stream.queries.js';

const ChangedPost = graphql(`query ChangedPost($id: ID!) { post(id: $id) { ...PostView } }`, [PostFragment]);

/**
 * Keeps what the cache knows of a thread fresh (newest position, closed or not, a changed post), without moving anything
 * on the page.
 * @param onCaughtUp after a time in which updates were missed, and where posts went or came back: what is shown is asked for anew.
 */
export function useNews(threadId: string, onCaughtUp: () => void): () => void {
  const client = useApolloClient();
  const look = useCallback(() => {
    // Without a network everything stays as it is until the next time.
    client.query({ query: ThreadNewsQuery, variables: { id: threadId }, fetchPolicy: 'network-only' }).catch(() => undefined);
  }, [client, threadId]);
  useLive('thread', threadId, ({ data }) => {
    look();
    const { postId, happening } = data;
    if (happening === 'hidden' || happening === 'moved' || happening === 'restored') {
      onCaughtUp();
      return;
    }
    // Only what is shown here needs to be asked for.
    const isShown = typeof postId === 'string' && client.readFragment({ fragment: PostFragment, fragmentName: 'PostView', id: `Post:${postId}` }) !== null;
    if (isShown) client.query({ query: ChangedPost, variables: { id: postId }, fetchPolicy: 'network-only' }).catch(() => undefined);
  });
  useCaughtUp(() => {
    look();
    onCaughtUp();
  });
  return look;
}
