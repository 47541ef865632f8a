import { useApolloClient } from '@apollo/client/react';
import { useCallback } from 'react';
import { graphql } from '#platform/web';

export const FollowLevelQuery = graphql(`
  query FollowLevel($kind: String!, $id: ID!) {
    followLevel(kind: $kind, id: $id)
  }
`);

/** After something that makes one follow a thing: a menu of it that is on the page says so. Where none is, nothing is asked. */
export function useFollowedAnew(): (kind: string, id: string) => void {
  const client = useApolloClient();
  return useCallback(
    (kind, id) => {
      const variables = { kind, id };
      if (client.readQuery({ query: FollowLevelQuery, variables }) === null) return;
      // Without a network the menu is right again at the next visit.
      client.query({ query: FollowLevelQuery, variables, fetchPolicy: 'network-only' }).catch(() => undefined);
    },
    [client],
  );
}
