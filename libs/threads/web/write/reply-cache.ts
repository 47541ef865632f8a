import type { useApolloClient } from '@apollo/client/react';
import { graphql, type ResultOf } from '#platform/web';

const DraftOfThread = graphql(`
  fragment DraftOfThread on Thread {
    id
    draft { threadId replyToId body version savedAt }
  }
`);

/** Saving answers with the draft alone; who comes back to the thread on this page shall find it there. */
export function keepInCache({ cache }: ReturnType<typeof useApolloClient>, threadId: string, draft: ResultOf<typeof DraftOfThread>['draft']): void {
  const id = cache.identify({ __typename: 'Thread', id: threadId });
  if (id === undefined || cache.readFragment({ id, fragment: DraftOfThread }) === null) return;
  cache.writeFragment({ id, fragment: DraftOfThread, data: { id: threadId, draft } });
}
