import { IconChecks } from '@tabler/icons-react';
import { useMutation, useQuery } from '@apollo/client/react';
import { useRef, useState } from 'react';
import { Link } from 'react-router';
import { graphql, readFragment, useCaughtUp, useErrorTexts, useTexts, type ResultOf } from '#platform/web';
import { Button, ConfirmDialog, EmptyState, focusedRow, LinkButton, List, Page, QueryPage, Row, Section, ShortcutList, toast, useRowKeys } from '#ui/web';
import { discussionsTexts } from '../discussions-texts.js';
import { DiscussionRow, DiscussionRowFragment } from '../list/DiscussionRow.js';

const CatchUpQuery = graphql(
  `
    query CatchUp {
      catchUp(perSpace: 15) { spaceId count space { id slug name } discussions { id ...DiscussionRow } }
    }
  `,
  [DiscussionRowFragment],
);
const MarkAllRead = graphql(`mutation MarkAllRead($input: MarkAllReadInput!) { markAllRead(input: $input) }`);
const MarkRead = graphql(`
  mutation MarkDiscussionRead($input: ReadThreadInput!) {
    readThread(input: $input) { id lastReadPosition unreadCount firstUnreadPosition }
  }
`);

type Group = ResultOf<typeof CatchUpQuery>['catchUp'][number];

/** After weeks away: what is new, space by space, on one page that needs no mouse. */
export function CatchUpPage() {
  // What is written while one reads here must not be marked as read unseen.
  const [loadedAt] = useState(() => new Date().toISOString());
  const query = useQuery(CatchUpQuery, { fetchPolicy: 'network-only' });
  const { refetch } = query;
  useCaughtUp(() => void refetch().catch(() => undefined));
  return (
    <QueryPage query={query} pick={(data) => data.catchUp} texts={discussionsTexts}>
      {(groups) => <Groups groups={groups} until={loadedAt} onChanged={() => void refetch()} />}
    </QueryPage>
  );
}

interface GroupsProps {
  readonly groups: readonly Group[];
  readonly until: string;
  readonly onChanged: () => void;
}

function Groups({ groups, until, onChanged }: GroupsProps) {
  const t = useTexts(discussionsTexts);
  const errors = useErrorTexts(discussionsTexts);
  const page = useRef<HTMLDivElement>(null);
  const [isAsking, setAsking] = useState(false);
  // Rows that were marked stay until the next visit, so that nothing moves under the reader's hands.
  const [read, setRead] = useState<ReadonlySet<string>>(new Set());
  const [markAll, { loading }] = useMutation(MarkAllRead);
  const [markRead] = useMutation(MarkRead);

  const mark = async (group: Group | null) => {
    try {
      const { data } = await markAll({ variables: { input: { until, ...(group !== null && { spaceId: group.spaceId }) } } });
      toast(t('catchUp.marked', { count: data?.markAllRead ?? 0 }));
      onChanged();
    } catch (error) {
      toast(errors.sentence(error), { kind: 'danger' });
    }
  };
  const markFocused = async () => {
    const slug = focusedRow(page.current)?.getAttribute('href')?.split('/')[2];
    const discussion = groups.flatMap(({ discussions }) => discussions.map((masked) => readFragment(DiscussionRowFragment, masked))).find((row) => row.slug === slug);
    if (discussion === undefined) return;
    try {
      await markRead({ variables: { input: { threadId: discussion.id, position: discussion.lastPosition } } });
      setRead((before) => new Set([...before, discussion.id]));
      toast(t('catchUp.markedOne', { title: discussion.title }));
    } catch (error) {
      toast(errors.sentence(error), { kind: 'danger' });
    }
  };
  useRowKeys(page, { next: t('keys.next'), previous: t('keys.previous'), open: t('keys.open') }, [
    { key: 'r', label: t('keys.markRead'), run: () => void markFocused() },
    { key: 'R', label: t('keys.markAll'), run: () => setAsking(true) },
  ]);

  return (
    <Page
      title={t('catchUp.title')}
      summary={groups.length === 0 ? undefined : t('catchUp.summary', { count: groups.reduce((sum, { count }) => sum + count, 0) })}
      actions={groups.length > 0 && <Button icon={<IconChecks size={20} stroke={1.8} aria-hidden="true" />} busy={loading} onClick={() => setAsking(true)}>{t('catchUp.markAll')}</Button>}
    >
      {groups.length === 0 && <EmptyState title={t('catchUp.none')} action={<LinkButton to="/diskussionen">{t('catchUp.toAll')}</LinkButton>}>{t('catchUp.noneText')}</EmptyState>}
      <div ref={page}>
        {groups.map((group) => (
          <Section
            key={group.spaceId}
            title={group.space?.name ?? t('catchUp.space')}
            note={group.count >= 100 ? t('catchUp.many') : t('catchUp.count', { count: group.count })}
            action={<Button kind="quiet" size="small" onClick={() => void mark(group)} aria-label={t('catchUp.markSpaceNamed', { name: group.space?.name ?? '' })}>{t('catchUp.markSpace')}</Button>}
          >
            <List label={group.space?.name ?? t('catchUp.space')}>
              {group.discussions.map((discussion) => (
                <DiscussionRow key={discussion.id} discussion={discussion} isRead={read.has(discussion.id)} />
              ))}
            </List>
            {group.count > group.discussions.length && group.space !== null && (
              <Row>
                <Link to={`/raum/${group.space.slug}/diskussionen?zeige=ungelesen`}>{t('catchUp.rest', { count: group.count - group.discussions.length })}</Link>
              </Row>
            )}
          </Section>
        ))}
      </div>
      <div><ShortcutList /></div>
      <ConfirmDialog isOpen={isAsking} onClose={() => setAsking(false)} title={t('catchUp.markAllAsk')} confirmLabel={t('catchUp.markAll')} onConfirm={() => mark(null)} texts={discussionsTexts}>
        {t('catchUp.markAllText')}
      </ConfirmDialog>
    </Page>
  );
}
