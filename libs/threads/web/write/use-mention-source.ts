import { useApolloClient } from '@apollo/client/react';
import { useMemo } from 'react';
import type { MentionSource } from '#text/web';
import { graphql } from '#platform/web';

const MentionableQuery = graphql(`
  query Mentionable($threadId: ID, $spaceId: ID, $text: String!) {
    mentionable(threadId: $threadId, spaceId: $spaceId, text: $text) { accountId name note }
  }
`);

/** Whom one can name in a thread, or in a space where the thread is yet to come: those who may read it, nobody else. */
export function useMentionSource(threadId: string | null, spaceId: string | null = null): MentionSource {
  const client = useApolloClient();
  return useMemo(
    () => async (text) => {
      const variables = { text, threadId: threadId ?? null, spaceId: threadId === null ? spaceId : null };
      const { data } = await client.query({ query: MentionableQuery, variables, fetchPolicy: 'network-only' });
      return (data?.mentionable ?? []).map(({ note, ...person }) => ({ ...person, ...(note !== null && { note }) }));
    },
    [client, threadId, spaceId],
  );
}
