import { useMutation, useQuery } from '@apollo/client/react';
import { graphql, useErrorTexts, useTexts, useViewer } from '#platform/web';
import { Button, ConfirmDialog, DateTime, List, ListRow, Section, toast } from '#ui/web';
import { useState } from 'react';
import { threadsTexts } from '../threads-texts.js';
import { DiscardPostDraft } from './reply.queries.js';
import classes from './write.module.css';

const DraftRepliesQuery = graphql(`
  query DraftReplies {
    myPostDrafts { threadId body savedAt thread { id subject { title path } } }
  }
`);

/** Enough to recognise what one was about to say. */
const SHOWN = 180;

/** Markdown as a line of words: links by their words, without marks. */
const wordsOf = (body: string): string =>
  body
    .replace(/^>.*$/gm, '')
    .replace(/\[((?:[^\]\\]|\\.)*)\]\([^)\s]*\)/g, '$1')
    .replace(/[*_`#|\\]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** All replies somebody has begun, wherever; also where the place is out of sight now: the words stay their author's. */
export function DraftReplies() {
  const t = useTexts(threadsTexts);
  const { isApproved } = useViewer();
  const { data, refetch } = useQuery(DraftRepliesQuery, { skip: !isApproved, fetchPolicy: 'cache-and-network' });
  const drafts = data?.myPostDrafts ?? [];
  if (drafts.length === 0) return null;
  return (
    <Section title={t('drafts.title')}>
      <List label={t('drafts.title')}>
        {drafts.map(({ threadId, body, savedAt, thread }) => {
          const words = wordsOf(body) || body;
          const path = thread?.subject?.path ?? null;
          const title = thread?.subject?.title ?? t('drafts.outOfSight');
          return (
            <ListRow
              key={threadId}
              title={title}
              {...(path === null ? { text: <span className={classes.plain}>{body}</span> } : { to: path, text: words.length > SHOWN ? `${words.slice(0, SHOWN).trimEnd()} …` : words })}
              meta={[t.rich('drafts.saved', { when: <DateTime at={savedAt} /> })]}
              end={<DiscardButton threadId={threadId} title={title} onDone={() => void refetch()} />}
            />
          );
        })}
      </List>
    </Section>
  );
}

function DiscardButton({ threadId, title, onDone }: { readonly threadId: string; readonly title: string; readonly onDone: () => void }) {
  const t = useTexts(threadsTexts);
  const errors = useErrorTexts(threadsTexts);
  const [isAsking, setAsking] = useState(false);
  const [discard] = useMutation(DiscardPostDraft);
  return (
    <>
      <Button kind="quiet" size="small" aria-label={t('drafts.discardOne', { title })} onClick={() => setAsking(true)}>{t('reply.discard')}</Button>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={t('reply.discardAsk')}
        confirmLabel={t('reply.discard')}
        kind="danger"
        texts={threadsTexts}
        onConfirm={async () => {
          try {
            await discard({ variables: { input: { threadId } } });
            onDone();
          } catch (error) {
            toast(errors.sentence(error), { kind: 'danger' });
          }
        }}
      >
        {t('reply.discardText')}
      </ConfirmDialog>
    </>
  );
}
