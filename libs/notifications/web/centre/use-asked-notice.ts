import { useApolloClient } from '@apollo/client/react';
import { useEffect } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { graphql } from '#platform/web';

const AskedNoticeQuery = graphql(`query AskedNotice($id: ID!) { notice(id: $id) { id path } }`);

/** Mails that may name nothing lead to the centre with the notice's id; from here it goes on to what it is about. */
export function useAskedNotice(): void {
  const client = useApolloClient();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const id = search.get('hinweis');
  useEffect(() => {
    if (id === null) return;
    client.query({ query: AskedNoticeQuery, variables: { id } }).then(
      ({ data }) => {
        if (data !== undefined) void navigate(data.notice.path, { replace: true });
        return undefined;
      },
      // Out of sight by now: the list stays.
      () => undefined,
    );
  }, [client, navigate, id]);
}
