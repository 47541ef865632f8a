import { useQuery } from '@apollo/client/react';
import { useErrorTexts, useTexts } from '#platform/web';
import { Alert, Section, Skeleton } from '#ui/web';
import { harvestTexts } from '../harvest-texts.js';
import { PassagesQuery } from './choose.queries.js';
import classes from './harvest.module.css';
import { OtherPosts } from './OtherPosts.js';
import { isChoosable, type Choice } from './passage-wishes.js';
import { PostToChoose } from './PostToChoose.js';

interface ChoosePassagesProps {
  readonly slug: string;
  readonly choice: Choice;
  readonly onChange: (choice: Choice) => void;
}

/** The posts of the discussion, each to be taken whole or in part: first the question and what answered it, then the others. */
export function ChoosePassages({ slug, choice, onChange }: ChoosePassagesProps) {
  const t = useTexts(harvestTexts);
  const errors = useErrorTexts(harvestTexts);
  const { data, error } = useQuery(PassagesQuery, { variables: { slug } });
  if (error !== undefined) return <Alert kind="danger">{errors.sentence(error)}</Alert>;
  if (data === undefined) return <Skeleton lines={6} />;
  const { answers, thread } = data.discussion;
  if (thread === null) return null;
  const [question] = thread.posts.nodes;
  const first = [...(question === undefined ? [] : [question]), ...answers.flatMap(({ post }) => post ?? []).toSorted((one, other) => (one.position ?? 0) - (other.position ?? 0))].filter(isChoosable);
  return (
    <>
      <Section title={t('make.answered')} level={3}>
        <div className={classes.posts}>
          {first.map((post) => (
            <PostToChoose key={post.id} post={post} choice={choice} onChange={onChange} />
          ))}
        </div>
      </Section>
      {thread.lastPosition > first.length && <OtherPosts threadId={thread.id} lastPosition={thread.lastPosition} marks={thread.marks} shown={first} choice={choice} onChange={onChange} />}
    </>
  );
}
