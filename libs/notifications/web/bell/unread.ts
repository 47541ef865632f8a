import { useApolloClient, useMutation, useQuery } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import { NavigationType, useLocation, useNavigationType } from 'react-router';
import { graphql, useCaughtUp, useLive, useViewer } from '#platform/web';

export const UnreadQuery = graphql(`
  query UnreadNoticeCount {
    unreadNoticeCount
  }
`);
const ReadNotices = graphql(`
  mutation ReadNotices($input: ReadNoticesInput!) {
    readNotices(input: $input) { count }
  }
`);
const ReadAllNotices = graphql(`
  mutation ReadAllNotices($input: ReadAllNoticesInput!) {
    readAllNotices(input: $input) { count }
  }
`);
const Visited = graphql(`
  mutation VisitedNotices($input: NoticeGroupInput!) {
    visited(input: $input) { count }
  }
`);

const VisitedPage = graphql(`
  mutation VisitedPage($input: VisitedPageInput!) {
    visitedPage(input: $input) { count }
  }
`);

/** Who passes through a page has not seen it. */
const seenAfterMs = 1500;

/** How many groups of notices hold something unread; follows what happens here and elsewhere. */
export function useUnreadCount(): number {
  const { accountId } = useViewer();
  const { data, refetch } = useQuery(UnreadQuery, { skip: accountId === null });
  const again = () => {
    if (accountId !== null) void refetch().catch(() => undefined);
  };
  useLive('notices', accountId ?? undefined, again);
  // What went out of sight with a right counts no more.
  useLive('viewer', null, again);
  useCaughtUp(again);
  return data?.unreadNoticeCount ?? 0;
}

/** A thing that notices are about, by the names the server gives groups. */
export interface NoticeGroup {
  readonly kind: string;
  readonly id: string;
}

/** Marks notices as read; bell and lists follow. */
export function useReading() {
  const [readNotices] = useMutation(ReadNotices);
  const [readAllNotices] = useMutation(ReadAllNotices);
  return {
    /** @param ids the notices of the group that are on the screen. */
    readGroup: async ({ kind, id }: NoticeGroup, ids: readonly string[]) =>
      readNotices({
        variables: { input: { group: { kind, id } } },
        update: (cache, { data }) => {
          if (!data) return;
          cache.writeQuery({ query: UnreadQuery, data: { unreadNoticeCount: data.readNotices.count } });
          for (const notice of ids) cache.modify({ id: cache.identify({ __typename: 'Notice', id: notice }) ?? '', fields: { isRead: () => true } });
        },
      }),
    /** @param until the newest on the screen: what came since stays unread. */
    readAll: async (until: string, ids: readonly string[]) =>
      readAllNotices({
        variables: { input: { until } },
        update: (cache, { data }) => {
          if (!data) return;
          cache.writeQuery({ query: UnreadQuery, data: { unreadNoticeCount: data.readAllNotices.count } });
          for (const notice of ids) cache.modify({ id: cache.identify({ __typename: 'Notice', id: notice }) ?? '', fields: { isRead: () => true } });
        },
      }),
  };
}

/**
 * For the page of a thing: notices about it are read by looking at it. Asks the server only where something is unread
 * at all.
 * @param id undefined while it is not known yet.
 */
export function useVisited(kind: string, id: string | undefined): void {
  const client = useApolloClient();
  const { accountId } = useViewer();
  const told = useRef<string>(undefined);
  useEffect(() => {
    if (id === undefined || accountId === null || told.current === id) return;
    told.current = id;
    const visit = async () => {
      const { data } = await client.query({ query: UnreadQuery });
      if (data === undefined || data.unreadNoticeCount === 0) return;
      const { data: after } = await client.mutate({ mutation: Visited, variables: { input: { kind, id } } });
      if (after) client.writeQuery({ query: UnreadQuery, data: { unreadNoticeCount: after.visited.count } });
    };
    // Reading the page must not fail because this did.
    void visit().catch(() => undefined);
  }, [client, accountId, kind, id]);
}

/**
 * For the frame of all pages: notices that lead to a page are read by staying on it, whatever it is a page of. Asks the
 * server only where something is unread.
 * @param unread how many groups hold something unread.
 */
export function useVisitedPages(unread: number): void {
  const client = useApolloClient();
  const { pathname, search } = useLocation();
  const how = useNavigationType();
  const path = pathname + search;
  const known = useRef(unread);
  useEffect(() => {
    known.current = unread;
  }, [unread]);
  const staying = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    // The page itself keeps its place in the address.
    if (how === NavigationType.Replace) return;
    clearTimeout(staying.current);
    staying.current = setTimeout(() => {
      if (known.current === 0) return;
      client
        .mutate({ mutation: VisitedPage, variables: { input: { path } } })
        .then(({ data }) => data && client.writeQuery({ query: UnreadQuery, data: { unreadNoticeCount: data.visitedPage.count } }))
        // Reading the page must not fail because this did.
        .catch(() => undefined);
    }, seenAfterMs);
  }, [client, how, path]);
  useEffect(() => () => clearTimeout(staying.current), []);
}
