import { useQuery } from '@apollo/client/react';
import { IconSettings } from '@tabler/icons-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { announce, furtherNodes, graphql, readFragment, useCaughtUp, useErrorTexts, useLive, useTexts, useViewer, type FragmentOf, type ResultOf } from '#platform/web';
import { Button, EmptyState, FilterWords, LinkButton, List, LoadMore, Page, QueryPage, toast } from '#ui/web';
import { useReading, useUnreadCount } from '../bell/unread.js';
import { notificationsTexts } from '../notifications-texts.js';
import { NoticeGroupFragment, NoticeGroupRow, NoticeLineFragment } from './NoticeGroupRow.js';
import { useAskedNotice } from './use-asked-notice.js';

const NoticesQuery = graphql(
  `
    query Notices($unreadOnly: Boolean!, $after: String) {
      notices(first: 20, after: $after, unreadOnly: $unreadOnly) {
        nodes {
          groupKind
          groupId
          newestAt
          notices { id ...NoticeLine }
          ...NoticeGroupRow
        }
        pageInfo { hasNextPage endCursor }
      }
    }
  `,
  [NoticeGroupFragment, NoticeLineFragment],
);

type Groups = ResultOf<typeof NoticesQuery>['notices']['nodes'];

const isUnread = (line: FragmentOf<typeof NoticeLineFragment>): boolean => !readFragment(NoticeLineFragment, line).isRead;

/** What one was told, by what it is about. What was read here stays in its place until the page is opened anew. */
export function NoticesPage() {
  const t = useTexts(notificationsTexts);
  const [search, setSearch] = useSearchParams();
  const { accountId } = useViewer();
  const unread = useUnreadCount();
  useAskedNotice();
  const which = search.get('nur') === 'ungelesen' ? 'unread' : 'all';
  const variables = { unreadOnly: which === 'unread' };
  const query = useQuery(NoticesQuery, { variables });
  const [hasNews, setNews] = useState(false);

  // Lists do not move by themselves while somebody reads in them: new ones wait behind a button.
  const look = async () => {
    const known = query.data?.notices.nodes[0]?.newestAt;
    const { data } = await query.client.query({ query: NoticesQuery, variables, fetchPolicy: 'no-cache' });
    const newest = data?.notices.nodes[0]?.newestAt;
    if (newest !== undefined && newest !== known && (known === undefined || newest > known)) {
      setNews(true);
      announce(t('centre.news'));
    }
  };
  const lookQuietly = () => void look().catch(() => undefined);
  useLive('notices', accountId ?? undefined, lookQuietly);
  useCaughtUp(lookQuietly);

  const showNews = async () => {
    await query.refetch();
    setNews(false);
  };
  const more = () =>
    query.fetchMore({
      variables: { ...variables, after: query.data?.notices.pageInfo.endCursor ?? null },
      updateQuery: furtherNodes('notices'),
    });

  return (
    <QueryPage query={query} pick={(data) => data.notices} width="reading" texts={notificationsTexts}>
      {({ nodes, pageInfo }) => (
        <Page
          title={t('centre.title')}
          summary={t('centre.summary')}
          audience={t('centre.audience')}
          width="reading"
          actions={
            <LinkButton kind="quiet" to="/konto/benachrichtigungen" icon={<IconSettings size={20} stroke={1.8} aria-hidden="true" />}>{t('centre.settings')}</LinkButton>
          }
        >
          <FilterWords
            label={t('centre.filter')}
            current={which}
            words={[{ value: 'all', label: t('centre.filter.all') }, { value: 'unread', label: t('centre.filter.unread'), ...(unread > 0 && { count: unread }) }]}
            onChange={(next) => setSearch(next === 'unread' ? { nur: 'ungelesen' } : {}, { replace: true })}
            end={
              <>
                {nodes.some((group) => group.notices.some(isUnread)) && <ReadAllButton groups={nodes} />}
                {hasNews && <Button size="small" onClick={() => void showNews()}>{t('centre.showNews')}</Button>}
              </>
            }
          />
          {nodes.length === 0 ? (
            <EmptyState title={t(which === 'unread' ? 'centre.emptyUnread' : 'centre.empty')}>{t(which === 'unread' ? 'centre.emptyUnreadText' : 'centre.emptyText')}</EmptyState>
          ) : (
            <div>
              <List label={t('centre.title')}>
                {nodes.map((group) => (
                  <NoticeGroupRow key={`${group.groupKind} ${group.groupId}`} group={group} />
                ))}
              </List>
              <LoadMore shown={nodes.length} hasMore={pageInfo.hasNextPage} isBusy={query.loading} onMore={() => void more()} />
            </div>
          )}
        </Page>
      )}
    </QueryPage>
  );
}

function ReadAllButton({ groups }: { readonly groups: Groups }) {
  const t = useTexts(notificationsTexts);
  const errors = useErrorTexts(notificationsTexts);
  const { readAll } = useReading();
  const [isBusy, setBusy] = useState(false);
  const all = async () => {
    const newest = groups.map(({ newestAt }) => newestAt).sort().at(-1);
    if (newest === undefined) return;
    setBusy(true);
    try {
      await readAll(newest, groups.flatMap(({ notices }) => notices.map(({ id }) => id)));
      toast(t('centre.allRead'));
    } catch (error) {
      toast(errors.sentence(error), { kind: 'danger' });
    } finally {
      setBusy(false);
    }
  };
  return <Button size="small" kind="quiet" busy={isBusy} onClick={() => void all()}>{t('centre.readAll')}</Button>;
}
