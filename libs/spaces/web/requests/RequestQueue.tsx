import { useQuery } from '@apollo/client/react';
import { furtherNodes, readFragment, useTexts } from '#platform/web';
import { Avatar, Badge, DateTime, EmptyState, FilterWords, PageProblem, Queue, Skeleton, useQueuePlace } from '#ui/web';
import { spacesTexts } from '../spaces-texts.js';
import { RequestDetailFragment, RequestQueueQuery } from './queue.query.js';
import { RequestDetail } from './RequestDetail.js';

type ListName = 'open' | 'decided';

/** One request at a time with all its context; the list of the others beside it. */
export function RequestQueue({ spaceId = null }: { readonly spaceId?: string | null }) {
  const t = useTexts(spacesTexts);
  const { isDecided, wanted, show, showList } = useQueuePlace('anfrage');
  const list: ListName = isDecided ? 'decided' : 'open';
  const query = useQuery(RequestQueueQuery, { variables: { list, spaceId } });
  const queue = query.data?.joinRequests;
  const requests = (queue?.nodes ?? []).map((node) => ({ node, row: readFragment(RequestDetailFragment, node) }));
  const index = Math.max(0, requests.findIndex(({ row }) => row.id === wanted));
  const current = requests[index];
  const step = (by: number) => show(requests[index + by]?.row.id);
  const more = () =>
    query.fetchMore({
      variables: { after: queue?.pageInfo.endCursor ?? null },
      updateQuery: furtherNodes('joinRequests'),
    });

  if (query.error !== undefined && queue === undefined) return <PageProblem error={query.error} onRetry={query.refetch} texts={spacesTexts} />;
  return (
    <>
      <FilterWords
        label={t('queue.filter')}
        current={list}
        onChange={(next: ListName) => showList(next === 'decided')}
        words={[
          { value: 'open', label: t('queue.open'), ...(list === 'open' && queue !== undefined ? { count: queue.totalCount } : {}) },
          { value: 'decided', label: t('queue.decided'), ...(list === 'decided' && queue !== undefined ? { count: queue.totalCount } : {}) },
        ]}
      />
      {queue === undefined && <Skeleton lines={8} />}
      {queue !== undefined && current === undefined && (
        <EmptyState title={t(list === 'open' ? 'queue.empty' : 'queue.emptyDecided')}>{t(list === 'open' ? 'queue.emptyText' : 'queue.emptyDecidedText')}</EmptyState>
      )}
      {queue !== undefined && current !== undefined && (
        <Queue
          currentId={current.row.id}
          onShow={show}
          label={t('queue.list')}
          previousLabel={t('queue.previous')}
          nextLabel={t('queue.next')}
          position={(number) => t('queue.position', { number, total: queue.totalCount })}
          total={queue.totalCount}
          hasMore={queue.pageInfo.hasNextPage}
          isBusy={query.loading}
          onMore={() => void more()}
          lines={requests.map(({ row }) => ({
            id: row.id,
            lead: <Avatar name={row.applicantName} size={28} />,
            title: row.applicantName,
            note: <>{spaceId === null && row.space !== null ? `${row.space.name} · ` : ''}<DateTime at={row.waitingSince} /></>,
            end: row.state !== 'waiting' && <Badge {...(row.state === 'asked' ? { kind: 'warning' as const } : {})}>{t(`state.${row.state}`)}</Badge>,
          }))}
        >
          <RequestDetail key={current.row.id} request={current.node} onDecided={() => show(requests[index + 1]?.row.id ?? requests[index - 1]?.row.id)} onStep={step} />
        </Queue>
      )}
    </>
  );
}
