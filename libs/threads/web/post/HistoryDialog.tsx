import { useQuery } from '@apollo/client/react';
import { WordDiff } from '#text/web';
import { graphql, useErrorTexts, useTexts } from '#platform/web';
import { Alert, DateTime, Dialog, Skeleton } from '#ui/web';
import { threadsTexts } from '../threads-texts.js';
import classes from './post.module.css';

const RevisionsQuery = graphql(`
  query PostRevisions($id: ID!) {
    post(id: $id) {
      id
      revisions { number createdAt body changes { kind text } }
    }
  }
`);

/** People and posts by their names; where they lead is the machine's part of the text. */
const readable = (source: string): string => source.replace(/\[((?:[^\]\\]|\\.)*)\]\(\/(?:person|beitrag)\/[^)\s]*\)/g, '$1');

/** All texts a post has had, the newest first, each with what changed. */
export function HistoryDialog({ postId, onClose }: { readonly postId: string; readonly onClose: () => void }) {
  const t = useTexts(threadsTexts);
  const errors = useErrorTexts(threadsTexts);
  const { data, error } = useQuery(RevisionsQuery, { variables: { id: postId }, fetchPolicy: 'network-only' });
  const revisions = data?.post?.revisions;
  return (
    <Dialog isOpen onClose={onClose} title={t('history.title')} size="wide">
      {error !== undefined && <Alert kind="danger" live>{errors.sentence(error)}</Alert>}
      {revisions === undefined && error === undefined && <Skeleton lines={5} />}
      {(revisions ?? []).toSorted((one, other) => other.number - one.number).map((revision) => (
        <section key={revision.number} className={classes.revision}>
          <h3>{t.rich(revision.number === 1 ? 'history.first' : 'history.changed', { when: <DateTime at={revision.createdAt} as="dateTime" /> })}</h3>
          {revision.number === 1 ? <p className={classes.source}>{readable(revision.body)}</p> : <WordDiff segments={revision.changes.map(({ kind, text }) => ({ kind, text: readable(text) }))} />}
        </section>
      ))}
    </Dialog>
  );
}
