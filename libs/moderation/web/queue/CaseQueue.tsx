import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { describeError, furtherNodes, readFragment, useTexts, type ResultOf } from '#platform/web';
import { Alert, DateTime, EmptyState, FilterWords, Queue, Row, ShortcutList, Skeleton, useQueuePlace, useShortcuts } from '#ui/web';
import { LoadProblem } from '../LoadProblem.js';
import { moderationTexts } from '../moderation-texts.js';
import { CaseDetail, kindOf, standingOf } from './CaseDetail.js';
import { CaseLineFragment, CaseQuery, CasesQuery } from './case.queries.js';

type ListName = 'waiting' | 'decided';

/** One item at a time with all its context; the list of the others beside it. */
export function CaseQueue({ spaceId = null }: { readonly spaceId?: string | null }) {
  const t = useTexts(moderationTexts);
  const { isDecided, wanted, show, showList } = useQueuePlace('fall');
  const list: ListName = isDecided ? 'decided' : 'waiting';
  // Said above the next case: what floats would cover the buttons that are needed again at once.
  const [done, setDone] = useState<string>();
  const query = useQuery(CasesQuery, { variables: { list, spaceId } });
  const queue = query.data?.moderationCases;
  const lines = (queue?.nodes ?? []).map((node) => readFragment(CaseLineFragment, node));
  const index = lines.findIndex(({ id }) => id === wanted);
  // A notice may lead to a case that is not in the list any more, or not yet on its first page.
  const current = wanted ?? lines[0]?.id;
  const place = wanted === null ? 0 : index;
  const step = (by: 1 | -1) => {
    const next = lines[place + by];
    if (next !== undefined) show(next.id);
  };
  useShortcuts([
    { key: 'j', label: t('queue.next'), run: () => step(1) },
    { key: 'k', label: t('queue.previous'), run: () => step(-1) },
  ]);
  const more = () =>
    query.fetchMore({
      variables: { after: queue?.pageInfo.endCursor ?? null },
      updateQuery: furtherNodes('moderationCases'),
    });

  if (query.error !== undefined && queue === undefined) return <LoadProblem error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <>
      <Row spread>
        <FilterWords
          label={t('queue.filter')}
          current={list}
          onChange={(next: ListName) => showList(next === 'decided')}
          words={[
            { value: 'waiting', label: t('queue.waiting'), ...(list === 'waiting' && queue !== undefined ? { count: queue.totalCount } : {}) },
            { value: 'decided', label: t('queue.decided'), ...(list === 'decided' && queue !== undefined ? { count: queue.totalCount } : {}) },
          ]}
        />
        <ShortcutList />
      </Row>
      {done !== undefined && <Alert kind="done" live>{done}</Alert>}
      {queue === undefined && <Skeleton lines={8} />}
      {queue !== undefined && current === undefined && (
        <EmptyState title={t(list === 'waiting' ? 'queue.empty' : 'queue.emptyDecided')}>{t(list === 'waiting' ? 'queue.emptyText' : 'queue.emptyDecidedText')}</EmptyState>
      )}
      {queue !== undefined && current !== undefined && (
        <Queue
          currentId={current}
          onShow={show}
          label={t('queue.list')}
          previousLabel={t('queue.previous')}
          nextLabel={t('queue.next')}
          position={(number) => t('queue.position', { number, total: queue.totalCount })}
          total={queue.totalCount}
          hasMore={queue.pageInfo.hasNextPage}
          isBusy={query.loading}
          onMore={() => void more()}
          lines={lines.map((line) => ({ id: line.id, title: line.item?.title ?? t('item.gone'), note: <LineNote line={line} isDecided={isDecided} isOfOneSpace={spaceId !== null} /> }))}
        >
          <OneCase id={current} onOvertaken={() => show(current)} onDecided={(text) => { setDone(text); show(lines[place + 1]?.id ?? lines[place - 1]?.id); }} />
        </Queue>
      )}
    </>
  );
}

interface LineNoteProps {
  readonly line: ResultOf<typeof CaseLineFragment>;
  readonly isDecided: boolean;
  readonly isOfOneSpace: boolean;
}

/** Several cases have the same title: what tells them apart. */
function LineNote({ line, isDecided, isOfOneSpace }: LineNoteProps) {
  const t = useTexts(moderationTexts);
  return (
    <>
      {t(standingOf(line))} · {t(`kind.${kindOf(line.itemKind)}`)}
      {line.author !== null && ` · ${line.author.name}`}
      {line.reportCount > 1 && ` · ${t('reports.title', { count: line.reportCount })}`}
      {!isOfOneSpace && line.space !== null && ` · ${line.space.name}`}
      {' · '}
      <DateTime at={isDecided && line.decidedAt !== null ? line.decidedAt : line.waitingSince} />
    </>
  );
}

/** The whole of one case, loaded when it is looked at. */
function OneCase({ id, ...acts }: { readonly id: string; readonly onDecided: (text: string) => void; readonly onOvertaken: () => void }) {
  const t = useTexts(moderationTexts);
  const query = useQuery(CaseQuery, { variables: { id } });
  const one = query.data?.moderationCase;
  if (one !== undefined && one.id === id) return <CaseDetail key={id} one={one} {...acts} />;
  if (query.error === undefined) return <Skeleton lines={8} />;
  const { code } = describeError(query.error);
  if (code === 'NOT_FOUND') return <Alert live>{t('queue.notYours')}</Alert>;
  return <LoadProblem error={query.error} onRetry={() => void query.refetch()} />;
}
