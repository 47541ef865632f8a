import { IconHelpCircle, IconPencil } from '@tabler/icons-react';
import { useQuery } from '@apollo/client/react';
import { graphql, useTexts, useViewer } from '#platform/web';
import { DateTime, List, ListRow, Skeleton } from '#ui/web';
import { discussionsTexts } from '../discussions-texts.js';

const WaitingQuery = graphql(`
  query DiscussionsWaiting {
    discussions(filter: unanswered, onlyMyTopics: true, first: 3) { totalCount nodes { id slug title createdAt space { id name } } }
    myPostDrafts { threadId body savedAt thread { id subject { title path } } }
  }
`);

const icon = { size: 22, stroke: 1.8, 'aria-hidden': true } as const;

/** On the home page: questions in my topics that nobody has answered, and replies I have begun. Nothing where nothing waits. */
export function DiscussionsWaiting() {
  const t = useTexts(discussionsTexts);
  const { isApproved } = useViewer();
  const { data, loading } = useQuery(WaitingQuery, { skip: !isApproved, fetchPolicy: 'cache-and-network' });
  // Not nothing: as long as it is unknown, the page must not say that nothing waits.
  if (data === undefined) return loading ? <Skeleton lines={1} /> : null;
  const { discussions, myPostDrafts } = data;
  const drafts = myPostDrafts.filter(({ body, thread }) => body.trim() !== '' && thread !== null);
  if (discussions.nodes.length === 0 && drafts.length === 0) return null;
  const total = discussions.totalCount ?? discussions.nodes.length;
  return (
    <List label={t('waiting.title')}>
      {discussions.nodes.map((discussion) => (
        <ListRow
          key={discussion.id}
          lead={<IconHelpCircle {...icon} />}
          title={discussion.title}
          to={`/d/${discussion.slug}`}
          meta={[t('waiting.question'), discussion.space?.name, t.rich('row.waiting', { when: <DateTime at={discussion.createdAt} /> })]}
        />
      ))}
      {total > discussions.nodes.length && (
        <ListRow lead={<IconHelpCircle {...icon} />} title={t('waiting.more', { count: total - discussions.nodes.length })} to="/diskussionen?zeige=unbeantwortet&themen=meine" />
      )}
      {drafts.slice(0, 3).map((draft) => (
        <ListRow
          key={draft.threadId}
          lead={<IconPencil {...icon} />}
          title={draft.thread?.subject?.title ?? t('waiting.draft')}
          to={draft.thread?.subject?.path ?? '/diskussionen'}
          meta={[t('waiting.draft'), <DateTime key="at" at={draft.savedAt} />]}
        />
      ))}
    </List>
  );
}
