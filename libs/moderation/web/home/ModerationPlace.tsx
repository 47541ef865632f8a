import { useQuery } from '@apollo/client/react';
import { IconScale } from '@tabler/icons-react';
import { graphql, useLive, useTexts, useViewer } from '#platform/web';
import { PlaceList } from '#ui/web';
import { waitingTexts } from './waiting-texts.js';

const PlaceQuery = graphql(`
  query ModerationPlace {
    moderationWaitingCount
    mySpaces {
      id
      viewerCanModerate
    }
    spacesWithoutModerator {
      spaceId
      count
    }
  }
`);

/** In the navigation of whoever looks after a space: the way to the queue, with how much waits there. Absent for everybody else. */
export function ModerationPlace() {
  const t = useTexts(waitingTexts);
  const viewer = useViewer();
  const { data, refetch } = useQuery(PlaceQuery, { skip: !viewer.isApproved });
  // Whatever comes in for moderators comes with a notice to them.
  useLive('notices', viewer.accountId ?? undefined, () => void refetch());
  if (data === undefined) return null;
  const count = data.moderationWaitingCount + data.spacesWithoutModerator.reduce((sum, space) => sum + space.count, 0);
  if (count === 0 && !data.mySpaces.some((space) => space.viewerCanModerate)) return null;
  return <PlaceList places={[{ to: '/moderation', label: t('place'), lead: <IconScale size={20} stroke={1.7} />, count }]} />;
}
