import { useQuery } from '@apollo/client/react';
import { useRef } from 'react';
import { graphql, useErrorTexts, useTexts } from '#platform/web';
import { RenderedText } from '#text/web';
import { Alert, Button, Checkbox, Skeleton } from '#ui/web';
import { harvestTexts } from '../harvest-texts.js';
import classes from './harvest.module.css';
import { PartOfPost } from './PartOfPost.js';
import { withChange, withPost, type ChoosablePost, type Choice } from './passage-wishes.js';

const PassagesQuery = graphql(`
  query PassagesToChoose($slug: String!, $from: Int!) {
    discussion(slug: $slug) {
      id
      thread {
        id
        posts(from: $from, first: 50) {
          nodes {
            id
            position
            html
            isDeleted
            isHidden
            isHeld
            author {
              accountId
              name
            }
          }
          to
          hasLater
        }
      }
    }
  }
`);

interface ChoosePassagesProps {
  readonly slug: string;
  readonly choice: Choice;
  readonly onChange: (choice: Choice) => void;
}

/** The posts of the discussion, each to be taken whole or in part. */
export function ChoosePassages({ slug, choice, onChange }: ChoosePassagesProps) {
  const t = useTexts(harvestTexts);
  const errors = useErrorTexts(harvestTexts);
  const { data, error, loading, fetchMore } = useQuery(PassagesQuery, { variables: { slug, from: 1 } });
  if (error !== undefined) return <Alert kind="danger">{errors.sentence(error)}</Alert>;
  const posts = data?.discussion.thread?.posts;
  if (posts === undefined) return <Skeleton lines={6} />;
  const more = () =>
    fetchMore({
      variables: { slug, from: (posts.to ?? 0) + 1 },
      updateQuery: (before, { fetchMoreResult: after }) => {
        const [old, next] = [before.discussion.thread, after.discussion.thread];
        if (old === null || next === null) return before;
        return { ...before, discussion: { ...before.discussion, thread: { ...old, posts: { ...next.posts, nodes: [...old.posts.nodes, ...next.posts.nodes] } } } };
      },
    });
  return (
    <div className={classes.posts}>
      {posts.nodes
        .filter((post) => !post.isDeleted && !post.isHidden && !post.isHeld)
        .map((post) => (
          <PostToChoose key={post.id} post={post} choice={choice} onChange={onChange} />
        ))}
      {posts.hasLater && <div><Button busy={loading} onClick={() => void more()}>{t('make.more')}</Button></div>}
    </div>
  );
}

function PostToChoose({ post, choice, onChange }: { readonly post: ChoosablePost } & Omit<ChoosePassagesProps, 'slug'>) {
  const t = useTexts(harvestTexts);
  const text = useRef<HTMLDivElement>(null);
  const chosen = choice.get(post.id);
  const position = post.position ?? 0;
  const label = post.author === null ? t('make.postNobody', { position }) : t('make.post', { position, name: post.author.name ?? t('person.gone') });
  return (
    <div className={classes.post}>
      <Checkbox label={label} value={chosen !== undefined} onChange={(isChosen) => onChange(withPost(choice, post, isChosen))} />
      <div ref={text}>
        <RenderedText html={post.html} />
      </div>
      {chosen !== undefined && <PartOfPost text={text} part={chosen.part} onChange={(part) => onChange(withChange(choice, post.id, { part }))} />}
    </div>
  );
}
