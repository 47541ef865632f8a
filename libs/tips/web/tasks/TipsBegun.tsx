import { IconFeather } from '@tabler/icons-react';
import { useQuery } from '@apollo/client/react';
import { graphql, useTexts } from '#platform/web';
import { List, ListRow, Section } from '#ui/web';
import { tipsTexts } from '../tips-texts.js';

const BegunTipsQuery = graphql(`
  query BegunTips {
    tipTasks { drafts }
  }
`);

/** Among other texts that were begun: how many tips, and where they are. Nothing where there is none. */
export function TipsBegun() {
  const t = useTexts(tipsTexts);
  const { data } = useQuery(BegunTipsQuery, { fetchPolicy: 'cache-and-network' });
  const drafts = data?.tipTasks.drafts ?? 0;
  if (drafts === 0) return null;
  return (
    <Section title={t('begun.title')}>
      <List label={t('begun.title')}>
        <ListRow lead={<IconFeather size={22} stroke={1.8} aria-hidden />} title={t('tasks.drafts', { count: drafts })} to="/entwuerfe" />
      </List>
    </Section>
  );
}
