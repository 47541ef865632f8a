import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { describeError, readFragment, useTexts } from '#platform/web';
import { Alert, Button, DateTime, EmptyState, FilterWords, LoadMore, Row, ShortcutList, Skeleton, useShortcuts } from '#ui/web';
import { LoadProblem } from '../LoadProblem.js';
import { moderationTexts } from '../moderation-texts.js';
import { CaseDetail, kindOf, standingOf } from './CaseDetail.js';
import { CaseLineFragment, CaseQuery, CasesQuery } from './case.queries.js';
import classes from './queue.module.css';

type ListName = 'waiting' | 'decided';

/** One item at a time with all its context; the list of the others beside it. What is shown stands in the address. */
export function CaseQueue({ spaceId = null }: { readonly spaceId?: string | null }) {
  const t = useTexts(moderationTexts);
  const [search, setSearch] = useSearchParams();
  const list: ListName = search.get('liste') === 'entschieden' ? 'decided' : 'waiting';
  const wanted = search.get('fall');
  // Said above the next case: what floats would cover the buttons that are needed again at once.
  const [done, setDone] = useState<string>();
  const query = useQuery(CasesQuery, { variables: { list, spaceId } });
  const queue = query.data?.moderationCases;
  const lines = (queue?.nodes ?? []).map((node) => readFragment(CaseLineFragment, node));
  const index = lines.findIndex(({ id }) => id === wanted);
  // A notice may lead to a case that is not in the list any more, or not yet on its first page.
  const current = wanted ?? lines[0]?.id;
  const place = wanted === null ? 0 : index;
  const show = (id: string | undefined) => {
    const next = new URLSearchParams(search);
    if (id === undefined) next.delete('fall');
    else next.set('fall', id);
    setSearch(next, { replace: true });
  };
  const step = (by: 1 | -1) => {
    const next = lines[place + by];
    if (next !== undefined) show(next.id);
  };
  useShortcuts([
    { key: 'j', label: t('queue.next'), run: () => step(1) },
    { key: 'k', label: t('queue.previous'), run: () => step(-1) },
  ]);
  const choose = (next: ListName) => setSearch(next === 'waiting' ? {} : { liste: 'entschieden' }, { replace: true });
  const more = () =>
    query.fetchMore({
      variables: { after: queue?.pageInfo.endCursor ?? null },
      updateQuery: (before, { fetchMoreResult: next }) => ({
        moderationCases: { ...next.moderationCases, nodes: [...before.moderationCases.nodes, ...next.moderationCases.nodes] },
      }),
    });

  if (query.error !== undefined && queue === undefined) return <LoadProblem error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <>
      <Row spread>
        <FilterWords
          label={t('queue.filter')}
          current={list}
          onChange={choose}
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
        <div className={classes.queue}>
          <div>
            <OneCase id={current} onDecided={(text) => { setDone(text); show(lines[place + 1]?.id ?? lines[place - 1]?.id); }} />
            {place >= 0 && lines.length > 1 && (
              <Row spread className={classes.walk}>
                <Button size="small" onClick={() => step(-1)} aria-disabled={place === 0 || undefined}>{t('queue.previous')}</Button>
                <span>{t('queue.position', { number: place + 1, total: queue.totalCount })}</span>
                <Button size="small" onClick={() => step(1)} aria-disabled={place === lines.length - 1 || undefined}>{t('queue.next')}</Button>
              </Row>
            )}
          </div>
          {lines.length > 0 && (
            <nav className={classes.others} aria-label={t('queue.list')}>
              <ul>
                {lines.map((line) => (
                  <li key={line.id}>
                    <button type="button" aria-current={line.id === current || undefined} onClick={() => show(line.id)}>
                      <span>{line.item?.title ?? t('item.gone')}</span>
                      <small>
                        {t(standingOf(line))} · {t(`kind.${kindOf(line.itemKind)}`)}
                        {line.author !== null && ` · ${line.author.name}`}
                        {line.reportCount > 1 && ` · ${t('reports.title', { count: line.reportCount })}`}
                        {spaceId === null && line.space !== null && ` · ${line.space.name}`}
                        {' · '}
                        <DateTime at={list === 'decided' && line.decidedAt !== null ? line.decidedAt : line.waitingSince} />
                      </small>
                    </button>
                  </li>
                ))}
              </ul>
              <LoadMore shown={lines.length} total={queue.totalCount} hasMore={queue.pageInfo.hasNextPage} isBusy={query.loading} onMore={() => void more()} />
            </nav>
          )}
        </div>
      )}
    </>
  );
}

/** The whole of one case, loaded when it is looked at. */
function OneCase({ id, onDecided }: { readonly id: string; readonly onDecided: (text: string) => void }) {
  const t = useTexts(moderationTexts);
  const query = useQuery(CaseQuery, { variables: { id } });
  const one = query.data?.moderationCase;
  if (one !== undefined && one.id === id) return <CaseDetail key={id} one={one} onDecided={onDecided} />;
  if (query.error === undefined) return <Skeleton lines={8} />;
  const { code } = describeError(query.error);
  if (code === 'NOT_FOUND') return <Alert live>{t('queue.notYours')}</Alert>;
  return <LoadProblem error={query.error} onRetry={() => void query.refetch()} />;
}
