import { useApolloClient } from '@apollo/client/react';
import { useEffect } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { graphql } from '#platform/web';
import { UnreadQuery } from '../bell/unread.js';

const AskedNoticeQuery = graphql(`query AskedNotice($id: ID!) { notice(id: $id) { id path } }`);
const ReadAskedNotice = graphql(`mutation ReadAskedNotice($id: ID!) { readNotices(input: { ids: [$id] }) { count } }`);

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
        if (data === undefined) return undefined;
        // Whoever comes from the mail has seen it.
        void client.mutate({ mutation: ReadAskedNotice, variables: { id } }).then((read) => read.data && client.writeQuery({ query: UnreadQuery, data: { unreadNoticeCount: read.data.readNotices.count } })).catch(() => undefined);
        return navigate(data.notice.path, { replace: true });
      },
      // Out of sight by now: the list stays.
      () => undefined,
    );
  }, [client, navigate, id]);
}
