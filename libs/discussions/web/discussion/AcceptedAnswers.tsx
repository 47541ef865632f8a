import { IconCircleCheck } from '@tabler/icons-react';
import { Link } from 'react-router';
import { RenderedText } from '#text/web';
import { PostFragment } from '#threads/web';
import { readFragment, useTexts, type ResultOf } from '#platform/web';
import { DateTime } from '#ui/web';
import { discussionsTexts } from '../discussions-texts.js';
import classes from './discussion.module.css';
import type { StandingFragment } from './discussion.queries.js';

export type Answers = ResultOf<typeof StandingFragment>['answers'];

/** The post right below the question: read as it stands there, it needs no second copy. */
const NEXT = 2;

/** Under the question what answered it, so that nobody has to read everything. */
export function AcceptedAnswers({ answers, pathOf }: { readonly answers: Answers; readonly pathOf: (position: number) => string }) {
  const t = useTexts(discussionsTexts);
  const seen = answers.flatMap(({ post, acceptedBy }) => (post === null ? [] : [{ post: readFragment(PostFragment, post), acceptedBy }]));
  if (seen.length === 0) return null;
  return (
    <section className={classes.answers} aria-label={t('answer.title', { count: seen.length })}>
      <p className={classes.answersHead}>
        <IconCircleCheck size={20} stroke={1.9} aria-hidden="true" />
        <strong>{t('answer.title', { count: seen.length })}</strong>
      </p>
      {seen.map(({ post, acceptedBy }) => (
        <div key={post.id} className={classes.answer}>
          <p className={classes.answerBy}>
            {t.rich('answer.by', { name: post.author === null ? t('person.member') : (post.author.name ?? t('person.gone')), when: <DateTime at={post.createdAt} as="date" /> })}
            {acceptedBy !== null && acceptedBy.name !== null && ` · ${t('answer.acceptedBy', { name: acceptedBy.name })}`}
          </p>
          {post.position !== NEXT && !post.isDeleted && <RenderedText html={post.html} />}
          {post.position !== null && post.position !== NEXT && <p className={classes.way}><Link to={pathOf(post.position)}>{t('answer.toPlace')}</Link></p>}
        </div>
      ))}
    </section>
  );
}
