import { IconHelpCircle, IconPencil } from '@tabler/icons-react';
import { useApolloClient, useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { repliesLeftHere, saveRepliesLeftHere, useKeptEdits } from '#threads/web';
import { graphql, useTexts, useViewer } from '#platform/web';
import { DateTime, List, ListRow, Skeleton } from '#ui/web';
import { discussionsTexts } from '../discussions-texts.js';
import { begunDiscussions, begunReplies } from '../drafts/begun.js';
import { BegunQuery } from '../drafts/begun.queries.js';
import { useDrafts } from '../drafts/use-drafts.js';

const WaitingQuery = graphql(`
  query DiscussionsWaiting {
    discussions(filter: unanswered, onlyMyTopics: true, first: 3) { totalCount nodes { id slug title createdAt space { id name } } }
  }
`);

const icon = { size: 22, stroke: 1.8, 'aria-hidden': true } as const;

/** More of each are on their own page. */
const SHOWN = 3;

/** On the home page: questions in my topics that nobody has answered, and texts I have begun. Nothing where nothing waits. */
export function DiscussionsWaiting() {
  const t = useTexts(discussionsTexts);
  const client = useApolloClient();
  const { isApproved, accountId } = useViewer();
  const { held } = useDrafts();
  const waiting = useQuery(WaitingQuery, { skip: !isApproved, fetchPolicy: 'cache-and-network' });
  const own = useQuery(BegunQuery, { skip: !isApproved, fetchPolicy: 'cache-and-network' });
  const account = accountId ?? '';
  const edits = useKeptEdits(account);
  useEffect(() => {
    if (isApproved) void saveRepliesLeftHere(client, account);
  }, [client, account, isApproved]);
  // Not nothing: as long as it is unknown, the page must not say that nothing waits.
  if (waiting.data === undefined || own.data === undefined) return waiting.loading || own.loading ? <Skeleton lines={1} /> : null;
  const { discussions } = waiting.data;
  const begun = [
    ...begunReplies(own.data.myPostDrafts, repliesLeftHere(account)).map((row) => ({ ...row, kind: t('waiting.draft') })),
    ...begunDiscussions(own.data.myDiscussionDrafts, held).map((row) => ({ ...row, kind: t('waiting.discussion') })),
  ].toSorted((one, other) => other.at.localeCompare(one.at));
  // What one has lost sight of is not offered here, only where it can be thrown away.
  const open = begun.filter(({ to }) => to !== null).slice(0, SHOWN);
  // Whether the post of an edit can still be changed is found out there, too.
  const others = begun.length - open.length + edits.length;
  if (discussions.nodes.length === 0 && begun.length === 0 && edits.length === 0) return null;
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
      {open.map(({ id, title, to, at, kind }) => (
        <ListRow key={id} lead={<IconPencil {...icon} />} title={title === '' ? t('begun.untitled') : title} to={to ?? ''} meta={[kind, <DateTime key="at" at={at} />]} />
      ))}
      {others > 0 && <ListRow lead={<IconPencil {...icon} />} title={t(open.length > 0 ? 'waiting.allBegun' : 'waiting.onlyBegun', { count: others })} to="/angefangen" />}
    </List>
  );
}
