import { IconEdit, IconEyeCheck, IconMessageReport, IconRosetteDiscountCheck } from '@tabler/icons-react';
import { useQuery } from '@apollo/client/react';
import { graphql, useTexts } from '#platform/web';
import { List, ListRow, Skeleton } from '#ui/web';
import { tipsTexts } from '../tips-texts.js';

const TasksQuery = graphql(`
  query TipTasks {
    tipTasks { drafts reviews checks notes }
  }
`);

const icon = { size: 22, stroke: 1.8, 'aria-hidden': true } as const;

/** On the home page: what about tips waits for me. Nothing where nothing waits. */
export function MyTasksTips() {
  const t = useTexts(tipsTexts);
  const { data, loading } = useQuery(TasksQuery, { fetchPolicy: 'cache-and-network' });
  // Not nothing: as long as it is unknown, the page must not say that nothing waits.
  if (data === undefined) return loading ? <Skeleton lines={1} /> : null;
  const { drafts, reviews, checks, notes } = data.tipTasks;
  if (drafts + reviews + checks + notes === 0) return null;
  return (
    <List>
      {reviews > 0 && <ListRow lead={<IconEyeCheck {...icon} />} title={t('tasks.reviews', { count: reviews })} to="/entwuerfe" />}
      {notes > 0 && <ListRow lead={<IconMessageReport {...icon} />} title={t('tasks.notes', { count: notes })} to="/entwuerfe" />}
      {checks > 0 && <ListRow lead={<IconRosetteDiscountCheck {...icon} />} title={t('tasks.checks', { count: checks })} to="/pruefen" />}
      {drafts > 0 && <ListRow lead={<IconEdit {...icon} />} title={t('tasks.drafts', { count: drafts })} to="/entwuerfe" />}
    </List>
  );
}
