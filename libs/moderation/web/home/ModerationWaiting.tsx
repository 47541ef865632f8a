import { useQuery } from '@apollo/client/react';
import { IconScale } from '@tabler/icons-react';
import { graphql, useTexts, useViewer } from '#platform/web';
import { List, ListRow, Skeleton } from '#ui/web';
import { waitingTexts } from './waiting-texts.js';

const WaitingQuery = graphql(`
  query ModerationWaiting {
    moderationWaitingCount
    spacesWithoutModerator {
      spaceId
      count
    }
  }
`);

/** What waits for me as a moderator, or as the coordination where a space has nobody else. Nothing where nothing waits. */
export function ModerationWaiting() {
  const t = useTexts(waitingTexts);
  const viewer = useViewer();
  const { data, loading } = useQuery(WaitingQuery, { skip: !viewer.isApproved });
  // Not nothing: as long as it is unknown, the page must not say that nothing waits.
  if (data === undefined) return loading ? <Skeleton lines={1} /> : null;
  const elsewhere = data.spacesWithoutModerator.reduce((sum, { count }) => sum + count, 0);
  if (data.moderationWaitingCount === 0 && elsewhere === 0) return null;
  return (
    <List label={t('waiting.title')}>
      <ListRow
        title={data.moderationWaitingCount > 0 ? t('waiting.cases', { count: data.moderationWaitingCount }) : t('waiting.coordination', { count: elsewhere })}
        to="/moderation"
        lead={<IconScale size={20} stroke={1.8} aria-hidden="true" />}
        meta={[t('waiting.what')]}
      />
    </List>
  );
}
