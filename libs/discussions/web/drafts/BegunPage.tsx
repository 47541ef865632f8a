import { useApolloClient, useQuery } from '@apollo/client/react';
import { useEffect, useState, type ComponentType } from 'react';
import { discardReply, repliesLeftHere, saveRepliesLeftHere } from '#threads/web';
import { announce, useOnline, useTexts, useViewer, type ResultOf } from '#platform/web';
import { Alert, Button, ConfirmDialog, DateTime, EmptyState, LinkButton, List, ListRow, Page, PageLoading, PageProblem, Row, Section, SignInDoor, toast, VisuallyHidden } from '#ui/web';
import { discussionsTexts } from '../discussions-texts.js';
import { begunDiscussions, begunReplies, excerptOf, type BegunRow } from './begun.js';
import { BegunQuery } from './begun.queries.js';
import { useDrafts } from './use-drafts.js';

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
  const left = repliesLeftHere(account);
  const data = query.data ?? nothing;
  const discussions = begunDiscussions(data.myDiscussionDrafts, held);
  const replies = begunReplies(data.myPostDrafts, left);
  const isEmpty = discussions.length + replies.length === 0;
  if (query.data === undefined && query.loading) return <PageLoading />;
  // Without a network what lies in this browser is still there.
  if (query.data === undefined && query.error !== undefined && isEmpty) return <PageProblem error={query.error} onRetry={refetch} texts={discussionsTexts} />;
  const write = (kind: 'primary' | 'secondary') => <LinkButton kind={kind} to="/diskussion/neu">{t('list.open')}</LinkButton>;
  return (
    <Page title={t('begun.title')} summary={t('begun.summary')} audience={t('begun.audience')} width="reading" actions={!isEmpty && write('secondary')}>
      {query.error !== undefined && !isEmpty && <Alert kind="warning">{t('begun.offline')}</Alert>}
      {isEmpty && <EmptyState title={t('begun.none')} action={write('primary')}>{t('begun.noneText')}</EmptyState>}
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
      {parts.map((Part, position) => (
        // The parts are written in the code and never change.
        // oxlint-disable-next-line react/no-array-index-key
        <Part key={position} />
      ))}
    </Page>
  );
}

interface OneBegunProps {
  readonly row: BegunRow;
  readonly title: string;
  /** Why one cannot go on, where that is so. */
  readonly gone: string;
  readonly where: string | null;
  readonly onDiscard: () => Promise<unknown>;
  readonly onDone: () => Promise<unknown>;
}

function OneBegun({ row, title, gone, where, onDiscard, onDone }: OneBegunProps) {
  const t = useTexts(discussionsTexts);
  const [isDiscarding, setDiscarding] = useState(false);
  const { to, body, at, isOnlyHere } = row;
  // What this browser alone has may be in sight all the same; only the server knows.
  const isGone = to === null && !isOnlyHere;
  const excerpt = excerptOf(body);
  return (
    <>
      <ListRow
        title={title}
        {...(to !== null && { to })}
        {...(excerpt !== '' && { text: excerpt })}
        meta={[where, t.rich('begun.at', { when: <DateTime at={at} /> }), isOnlyHere && t('begun.onlyHere')]}
        {...(isGone && { below: <p>{gone}</p> })}
        end={
          <Row>
            {to !== null && <LinkButton size="small" to={to}>{t('begun.goOn')}<VisuallyHidden>: {title}</VisuallyHidden></LinkButton>}
            {to === null && body !== '' && <Button size="small" onClick={() => void copy(body, t('begun.copied'), t('begun.notCopied'))}>{t('begun.copy')}<VisuallyHidden>: {title}</VisuallyHidden></Button>}
            <Button size="small" kind="quiet" onClick={() => setDiscarding(true)}>{t('begun.discard')}<VisuallyHidden>: {title}</VisuallyHidden></Button>
          </Row>
        }
      />
      <ConfirmDialog
        isOpen={isDiscarding}
        onClose={() => setDiscarding(false)}
        title={t('begun.discardAsk')}
        confirmLabel={t('begun.discard')}
        kind="danger"
        texts={discussionsTexts}
        onConfirm={async () => {
          await onDiscard();
          toast(t('begun.discarded'));
          await onDone().catch(() => undefined);
        }}
      >
        {t('begun.discardText')}
      </ConfirmDialog>
    </>
  );
}

async function copy(text: string, done: string, failed: string): Promise<void> {
  try {
    // Without https there is no clipboard.
    await navigator.clipboard.writeText(text);
    toast(done);
  } catch {
    announce(failed);
    toast(failed, { kind: 'danger' });
  }
}
