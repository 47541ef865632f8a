import { useQuery } from '@apollo/client/react';
import { useId } from 'react';
import { graphql, useErrorTexts, useTexts, type ResultOf } from '#platform/web';
import { Alert, Button, DateTime, Skeleton, toast } from '#ui/web';
import { discussionsTexts } from '../discussions-texts.js';
import classes from './rearrange.module.css';

const PostsQuery = graphql(`
  query PostsToTake($id: ID!, $from: Int!) {
    thread(id: $id) {
      id
      posts(from: $from, first: 100) { hasLater to nodes { id position isOpening isDeleted createdAt html author { accountId name } } }
    }
  }
`);

/** The beginning of a text, for recognising it; drawn as plain text. */
export function plainOf(html: string): string {
  const text = html.replace(/<[^>]*>/g, ' ').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&nbsp;', ' ').replaceAll('&amp;', '&');
  return text.replace(/\s+/g, ' ').trim().slice(0, 240);
}

type PostsToTake = ResultOf<typeof PostsQuery>;

const isTakeable = ({ isOpening, isDeleted }: PostsToTake['thread']['posts']['nodes'][number]): boolean => !isOpening && !isDeleted;

interface ChoosePostsProps {
  readonly threadId: string;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
  readonly error?: string | undefined;
}

/** Ticks posts of a thread. */
export function ChoosePosts({ threadId, chosen, onChange, error }: ChoosePostsProps) {
  const t = useTexts(discussionsTexts);
  const errorId = useId();
  const errors = useErrorTexts(discussionsTexts);
  const { data, error: problem, client, fetchMore, refetch, loading } = useQuery(PostsQuery, { variables: { id: threadId, from: 1 }, fetchPolicy: 'network-only', nextFetchPolicy: 'cache-first' });
  const posts = data?.thread.posts;
  if (posts === undefined && problem !== undefined) return <Alert kind="danger" live action={<div><Button size="small" onClick={() => void refetch().catch(() => undefined)}>{t('split.again')}</Button></div>}>{errors.sentence(problem)}</Alert>;
  if (posts === undefined) return <Skeleton lines={5} />;
  const more = () =>
    fetchMore({
      variables: { id: threadId, from: (posts.to ?? 0) + 1 },
      updateQuery: (before, { fetchMoreResult }) => ({
        thread: { ...before.thread, posts: { ...fetchMoreResult.thread.posts, nodes: [...before.thread.posts.nodes, ...fetchMoreResult.thread.posts.nodes] } },
      }),
    });
  const takeable = posts.nodes.filter(isTakeable);
  const takeFrom = async (position: number | null) => {
    if (position === null) return;
    const ids: string[] = [];
    let from: number | null = position;
    while (from !== null) {
      // Page by page: each says where the next begins.
      const answer: { data?: PostsToTake } = await client.query({ query: PostsQuery, variables: { id: threadId, from }, fetchPolicy: 'no-cache' });
      const page: PostsToTake['thread']['posts'] | undefined = answer.data?.thread.posts;
      ids.push(...(page?.nodes ?? []).filter(isTakeable).map(({ id }) => id));
      from = page?.hasLater === true && page.to !== null ? page.to + 1 : null;
    }
    onChange([...new Set([...chosen, ...ids])]);
  };
  return (
    <>
      {error !== undefined && <div id={errorId}><Alert kind="danger">{error}</Alert></div>}
      <fieldset className={classes.posts} aria-label={t('split.posts')} aria-describedby={error === undefined ? undefined : errorId}>
        {takeable.map((post) => (
          <div key={post.id} className={classes.row}>
            <label className={classes.post}>
              <input type="checkbox" name="postIds" checked={chosen.includes(post.id)} onChange={(event) => onChange(event.currentTarget.checked ? [...chosen, post.id] : chosen.filter((id) => id !== post.id))} />
              <span>
                <strong>{post.author?.name ?? t('person.gone')}</strong> <DateTime at={post.createdAt} as="date" />
                <span className={classes.excerpt}>{plainOf(post.html)}</span>
              </span>
            </label>
            <Button
              size="small"
              kind="quiet"
              aria-label={t('split.fromHereOf', { name: post.author?.name ?? t('person.gone') })}
              onClick={() => void takeFrom(post.position).catch((error: unknown) => toast(errors.sentence(error), { kind: 'danger' }))}
            >
              {t('split.fromHere')}
            </Button>
          </div>
        ))}
        {takeable.length === 0 && <p>{t('split.none')}</p>}
        {posts.hasLater && <Button size="small" busy={loading} onClick={() => void more()}>{t('split.more')}</Button>}
      </fieldset>
      {chosen.length > 0 && <output>{t('split.chosen', { count: chosen.length })}</output>}
    </>
  );
}
