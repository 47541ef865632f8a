import { useQuery } from '@apollo/client/react';
import { Link, useParams } from 'react-router';
import { graphql, useTexts, useViewer } from '#platform/web';
import { Alert } from '#ui/web';
import { MeasuresHere, OwnMeasureFragment } from '../own/MeasuresHere.js';
import { waitingTexts } from './waiting-texts.js';

const SpaceModerationQuery = graphql(
  `
    query SpaceModerationHome($slug: String!) {
      space(slug: $slug) {
        id
        slug
        viewerCanSeeMembers
        moderationQueueCount
        viewerMeasures {
          ...OwnMeasureHere
        }
      }
    }
  `,
  [OwnMeasureFragment],
);

function useSpace() {
  const viewer = useViewer();
  const { slug = '' } = useParams();
  return useQuery(SpaceModerationQuery, { variables: { slug }, skip: !viewer.isApproved }).data?.space;
}

/** On the home of a space: what holds against oneself, and what waits for whoever moderates. */
export function SpaceModeration() {
  const t = useTexts(waitingTexts);
  const space = useSpace();
  if (space === undefined) return null;
  const count = space.moderationQueueCount ?? 0;
  return (
    <>
      <MeasuresHere measures={space.viewerMeasures} />
      {count > 0 && <Alert><Link to={`/raum/${space.slug}/moderation`}>{t('waiting.cases', { count })}</Link></Alert>}
    </>
  );
}

/** On the home of a space: the way to the log of its moderation. */
export function SpaceLog() {
  const t = useTexts(waitingTexts);
  const space = useSpace();
  if (space?.viewerCanSeeMembers !== true) return null;
  return <p><Link to={`/raum/${space.slug}/moderation/protokoll`}>{t('space.log')}</Link></p>;
}
