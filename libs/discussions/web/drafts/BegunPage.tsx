import { useApolloClient, useQuery } from '@apollo/client/react';
import { useEffect, type ComponentType } from 'react';
import { discardReply, repliesLeftHere, saveRepliesLeftHere, useKeptEdits, useWaitingReplies } from '#threads/web';
import { useOnline, useTexts, useViewer, type ResultOf } from '#platform/web';
import { Alert, Button, EmptyState, LinkButton, List, Page, PageLoading, PageProblem, Section, SignInDoor } from '#ui/web';
import { discussionsTexts } from '../discussions-texts.js';
import { begunDiscussions, begunReplies } from './begun.js';
import { BegunQuery } from './begun.queries.js';
import { BegunEdit } from './BegunEdit.js';
import { OneBegun } from './OneBegun.js';
import { useDrafts } from './use-drafts.js';
import { WaitingReply } from './WaitingReply.js';

/** What was begun and not sent: discussions, replies, and what other domains add. */
export function BegunPage({ parts }: { readonly parts: readonly ComponentType[] }) {
  const { isKnown, isGuest } = useViewer();
  if (!isKnown) return <PageLoading />;
  return isGuest ? <SignInDoor /> : <Begun parts={parts} />;
}

type Data = ResultOf<typeof BegunQuery>;
const nothing: Data = { myDiscussionDrafts: [], myPostDrafts: [] };

function Begun({ parts }: { readonly parts: readonly ComponentType[] }) {
  const t = useTexts(discussionsTexts);
  const client = useApolloClient();
  const { accountId } = useViewer();
  const isOnline = useOnline();
  const { store, held } = useDrafts();
  const query = useQuery(BegunQuery, { fetchPolicy: 'cache-and-network' });
  const { refetch } = query;
  const account = accountId ?? '';
  useEffect(() => {
    const bring = async () => {
      await Promise.all([store.flush(), saveRepliesLeftHere(client, account)]);
      const { data } = await refetch();
      if (data !== undefined) store.reconcile(data.myDiscussionDrafts);
    };
    if (isOnline) bring().catch(() => undefined);
  }, [client, store, account, isOnline, refetch]);
  const { outbox, waiting } = useWaitingReplies();
  // With the last one that arrives its copy among the drafts is gone, too.
  useEffect(() => outbox.onArrival(() => void refetch().catch(() => undefined)), [outbox, refetch]);
  const left = repliesLeftHere(account);
  const edits = useKeptEdits(account);
  const data = query.data ?? nothing;
  const discussions = begunDiscussions(data.myDiscussionDrafts, held);
  const replies = begunReplies(data.myPostDrafts, left, waiting);
  const isEmpty = discussions.length + replies.length + waiting.length + edits.length === 0;
  if (query.data === undefined && query.loading) return <PageLoading />;
  // Without a network what lies in this browser is still there.
  if (query.data === undefined && query.error !== undefined && isEmpty) return <PageProblem error={query.error} onRetry={refetch} texts={discussionsTexts} />;
  const write = (kind: 'primary' | 'secondary') => <LinkButton kind={kind} to="/diskussion/neu">{t('list.open')}</LinkButton>;
  return (
    <Page title={t('begun.title')} summary={t('begun.summary')} audience={t('begun.audience')} width="reading" actions={!isEmpty && write('secondary')}>
      {query.error !== undefined && !isEmpty && <Alert kind="warning">{t('begun.offline')}</Alert>}
      {isEmpty && <EmptyState title={t('begun.none')} action={write('primary')}>{t('begun.noneText')}</EmptyState>}
      {waiting.length > 0 && (
        <Section
          title={t('begun.waiting')}
          action={isOnline && <Button size="small" onClick={() => void outbox.retry()}>{t('begun.sendNow')}</Button>}
        >
          <List label={t('begun.waiting')}>
            {waiting.map((entry) => (
              <WaitingReply key={entry.id} entry={entry} subject={data.myPostDrafts.find(({ threadId }) => threadId === entry.threadId)?.thread?.subject} onDiscard={() => outbox.takeBack(entry.id)} />
            ))}
          </List>
        </Section>
      )}
      {discussions.length > 0 && (
        <Section title={t('begun.discussions')}>
          <List label={t('begun.discussions')}>
            {discussions.map((row) => (
              <OneBegun key={row.id} row={row} title={row.title === '' ? t('begun.untitled') : row.title} gone={t('begun.spaceGone')} where={row.spaceName} onDiscard={() => store.discard(row.id)} onDone={refetch} />
            ))}
          </List>
        </Section>
      )}
      {replies.length > 0 && (
        <Section title={t('begun.replies')}>
          <List label={t('begun.replies')}>
            {replies.map((row) => (
              <OneBegun key={row.id} row={row} title={row.title === '' ? t('waiting.draft') : row.title} gone={t('begun.threadGone')} where={null} onDiscard={() => discardReply(client, account, row.id)} onDone={refetch} />
            ))}
          </List>
        </Section>
      )}
      {edits.length > 0 && (
        <Section title={t('begun.edits')}>
          <List label={t('begun.edits')}>
            {edits.map((edit) => (
              <BegunEdit key={edit.postId} edit={edit} account={account} />
            ))}
          </List>
        </Section>
      )}
      {parts.map((Part, position) => (
        // The parts are written in the code and never change.
        <Part key={position} />
      ))}
    </Page>
  );
}
