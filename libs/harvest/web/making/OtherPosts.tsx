import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import { announce, useErrorTexts, useTexts, type ResultOf } from '#platform/web';
import { PositionBar } from '#threads/web';
import { Alert, Button, Section, Skeleton } from '#ui/web';
import { harvestTexts } from '../harvest-texts.js';
import { StretchQuery } from './choose.queries.js';
import classes from './harvest.module.css';
import { isChoosable, type ChoosablePost, type Choice } from './passage-wishes.js';
import { PostToChoose } from './PostToChoose.js';

type Stretch = ResultOf<typeof StretchQuery>['thread']['posts'];

/** Fewer are seen without jumping. */
const BAR_FROM = 12;

interface OtherPostsProps {
  readonly threadId: string;
  readonly lastPosition: number;
  readonly marks: readonly { readonly position: number; readonly at: string }[];
  /** Those that stand above already. */
  readonly shown: readonly ChoosablePost[];
  readonly choice: Choice;
  readonly onChange: (choice: Choice) => void;
}

/** The rest of the discussion: a stretch of it, to go on from at both ends, and to be begun anywhere. */
export function OtherPosts({ threadId, lastPosition, marks, shown, choice, onChange }: OtherPostsProps) {
  const t = useTexts(harvestTexts);
  const errors = useErrorTexts(harvestTexts);
  const client = useApolloClient();
  const [stretch, setStretch] = useState<Stretch>();
  const [place, setPlace] = useState(1);
  const [busy, setBusy] = useState<'jump' | 'forward' | 'backward'>();
  const [error, setError] = useState<unknown>();
  const newest = useRef(0);
  const load = async (act: 'jump' | 'forward' | 'backward', from: number) => {
    const number = (newest.current += 1);
    setBusy(act);
    setError(undefined);
    try {
      const { data } = await client.query({ query: StretchQuery, variables: { id: threadId, from, direction: act === 'backward' ? 'backward' : 'forward' }, fetchPolicy: 'network-only' });
      // Another jump was quicker.
      if (data === undefined || newest.current !== number) return;
      const next = data.thread.posts;
      setStretch((before) => (act === 'jump' || before === undefined ? next : act === 'forward' ? { ...next, nodes: [...before.nodes, ...next.nodes], from: before.from, hasEarlier: before.hasEarlier } : { ...next, nodes: [...next.nodes, ...before.nodes], to: before.to, hasLater: before.hasLater }));
      if (act === 'jump') setPlace(from);
      else announce(t('make.loaded', { count: next.nodes.length }));
    } catch (thrown) {
      if (newest.current === number) setError(thrown);
    } finally {
      if (newest.current === number) setBusy(undefined);
    }
  };
  const first = useRef(load);
  useEffect(() => void first.current('jump', 1), [first]);
  const above = new Set(shown.map(({ id }) => id));
  const posts = (stretch?.nodes ?? []).filter((post) => isChoosable(post) && !above.has(post.id));
  const [from, to] = [stretch?.from ?? 0, stretch?.to ?? 0];
  return (
    <Section title={t('make.others')} level={3} note={stretch === undefined ? undefined : t('make.range', { from, to, last: lastPosition })}>
      {lastPosition > BAR_FROM && (
        <div className={classes.jump}>
          <PositionBar marks={marks} lastPosition={lastPosition} position={place} firstUnread={null} onJump={(position) => void load('jump', position)} />
        </div>
      )}
      {error !== undefined && <Alert kind="danger" live action={<div><Button size="small" onClick={() => void load('jump', place)}>{t('make.again')}</Button></div>}>{errors.sentence(error)}</Alert>}
      {stretch === undefined && error === undefined && <Skeleton lines={6} />}
      {stretch !== undefined && (
        <div className={classes.posts} aria-busy={busy === 'jump' || undefined}>
          {stretch.hasEarlier && <div><Button busy={busy === 'backward'} onClick={() => void load('backward', from - 1)}>{t('make.earlier')}</Button></div>}
          {posts.map((post) => (
            <PostToChoose key={post.id} post={post} choice={choice} onChange={onChange} />
          ))}
          {stretch.hasLater && <div><Button busy={busy === 'forward'} onClick={() => void load('forward', to + 1)}>{t('make.more')}</Button></div>}
        </div>
      )}
    </Section>
  );
}
