import { memo, useEffect, useMemo, useRef, type ReactNode, type RefObject } from 'react';
import { useErrorTexts, useTexts } from '#platform/web';
import { Alert, Button, Skeleton, Stack } from '#ui/web';
import { PostView, type PostViewProps } from '../post/PostView.js';
import { threadsTexts } from '../threads-texts.js';
import { gapsIn, MovedOn, type Gap } from './MovedOn.js';
import type { PostRow, WindowsSnapshot } from './post-windows.js';
import classes from './stream.module.css';

export interface PostStreamProps extends Omit<PostViewProps, 'id'> {
  readonly list: RefObject<HTMLOListElement | null>;
  readonly snapshot: WindowsSnapshot;
  /** Of the thread, before which "new since your last visit" stands; null where all or nothing is new. */
  readonly firstUnread: number | null;
  readonly onEarlier: () => void;
  readonly onLater: () => void;
  readonly onRetry: () => void;
  /** Behind the last post. */
  readonly children: ReactNode;
}

/** Loads ahead before the reader comes to the edge. */
const AHEAD = '700px';

function Edge({ isBusy, label, onReach }: { readonly isBusy: boolean; readonly label: string; readonly onReach: () => void }) {
  const edge = useRef<HTMLDivElement>(null);
  const reach = useRef(onReach);
  useEffect(() => {
    reach.current = onReach;
  });
  useEffect(() => {
    const element = edge.current;
    // Where a browser cannot watch, the button is there.
    if (element === null || isBusy || typeof IntersectionObserver === 'undefined') return;
    const observer = new IntersectionObserver((entries) => entries.some(({ isIntersecting }) => isIntersecting) && reach.current(), { rootMargin: AHEAD });
    observer.observe(element);
    return () => observer.disconnect();
  }, [isBusy]);
  return (
    <div ref={edge} className={classes.edge} data-print="no">
      <Button size="small" busy={isBusy} onClick={onReach}>{label}</Button>
    </div>
  );
}

const Rows = memo(function Rows({ rows, gaps, firstUnread, ...view }: Omit<PostViewProps, 'id'> & { readonly rows: readonly PostRow[]; readonly gaps: ReadonlyMap<string, Gap>; readonly firstUnread: number | null }) {
  const t = useTexts(threadsTexts);
  const divided = firstUnread === null ? undefined : rows.find(({ position }) => position >= firstUnread)?.id;
  const movedAt = (id: string) => {
    const gap = gaps.get(id);
    return gap !== undefined && <MovedOn threadId={view.threadId} gap={gap} />;
  };
  return rows.map(({ id }) => (
    <li key={id}>
      {movedAt(id)}
      {id === divided && <p className={classes.divider}><span>{t('stream.new')}</span></p>}
      <PostView id={id} {...view} />
    </li>
  ));
});

/** The posts on the page, in their order, with ways on at both ends. */
export function PostStream({ list, snapshot, firstUnread, onEarlier, onLater, onRetry, children, ...view }: PostStreamProps) {
  const t = useTexts(threadsTexts);
  const errors = useErrorTexts(threadsTexts);
  const { rows, hasEarlier, hasLater, end } = snapshot;
  const gaps = useMemo(() => gapsIn({ rows, hasEarlier, hasLater, ...(end !== undefined && { end }) }), [rows, hasEarlier, hasLater, end]);
  const behind = gaps.get('end');
  if (!snapshot.isOpen) {
    if (snapshot.error !== undefined) return <Alert kind="danger" live action={<div><Button onClick={onRetry}>{t('stream.retry')}</Button></div>}>{errors.sentence(snapshot.error)}</Alert>;
    return (
      <Stack gap="wide">
        <Skeleton lines={4} />
        <Skeleton lines={3} />
        <Skeleton lines={5} />
      </Stack>
    );
  }
  return (
    <div aria-busy={snapshot.busy !== null || undefined}>
      {snapshot.hasEarlier && <Edge isBusy={snapshot.busy === 'earlier'} label={t('stream.earlier')} onReach={onEarlier} />}
      {/* Safari drops the list role of lists without bullets. */}
      {/* oxlint-disable-next-line jsx-a11y/no-redundant-roles */}
      <ol ref={list} role="list" className={classes.posts} aria-label={t('stream.title')}>
        <Rows rows={snapshot.rows} gaps={gaps} firstUnread={firstUnread} {...view} />
      </ol>
      {snapshot.error !== undefined && <Alert kind="danger" live action={<div><Button onClick={onRetry}>{t('stream.retry')}</Button></div>}>{errors.sentence(snapshot.error)}</Alert>}
      {behind !== undefined && <MovedOn threadId={view.threadId} gap={behind} />}
      {snapshot.hasLater ? <Edge isBusy={snapshot.busy === 'later'} label={t('stream.later')} onReach={onLater} /> : children}
    </div>
  );
}
