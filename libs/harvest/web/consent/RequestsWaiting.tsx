import { useQuery } from '@apollo/client/react';
import { IconQuote } from '@tabler/icons-react';
import { graphql, useTexts, useViewer } from '#platform/web';
import { List, ListRow } from '#ui/web';
import { harvestTexts } from '../harvest-texts.js';

const RequestsQuery = graphql(`
  query HarvestRequestsWaiting {
    myHarvestRequests {
      id
      answeredAt
      discussion {
        id
        title
      }
    }
  }
`);

/** On the home page: requests for my words without an answer. Nothing where nothing waits. */
export function RequestsWaiting() {
  const t = useTexts(harvestTexts);
  const { isApproved } = useViewer();
  const { data } = useQuery(RequestsQuery, { skip: !isApproved, fetchPolicy: 'cache-and-network' });
  const open = (data?.myHarvestRequests ?? []).filter(({ answeredAt }) => answeredAt === null);
  if (open.length === 0) return null;
  return (
    <List label={t('waiting.title', { count: open.length })}>
      {open.map(({ id, discussion }) => (
        <ListRow key={id} title={t('waiting.title', { count: 1 })} to={`/praxistipp-anfrage/${id}`} lead={<IconQuote size={20} stroke={1.8} aria-hidden="true" />} meta={[discussion?.title]} />
      ))}
    </List>
  );
}
