import { useQuery } from '@apollo/client/react';
import { Link, useParams } from 'react-router';
import { graphql, useTexts, useViewer } from '#platform/web';
import { Alert, DateTime } from '#ui/web';
import { waitingTexts } from './waiting-texts.js';

const SpaceModerationQuery = graphql(`
  query SpaceModerationHome($slug: String!) {
    space(slug: $slug) {
      id
      slug
      viewerCanSeeMembers
      moderationQueueCount
      viewerMeasures {
        id
        kind
        minutes
        reason
        endsAt
      }
    }
  }
`);

/** On the home of a space: what holds against oneself, what waits for whoever moderates, and the way to the log. */
export function SpaceModeration() {
  const t = useTexts(waitingTexts);
  const viewer = useViewer();
  const { slug = '' } = useParams();
  const { data } = useQuery(SpaceModerationQuery, { variables: { slug }, skip: !viewer.isApproved });
  const space = data?.space;
  if (space === undefined) return null;
  const count = space.moderationQueueCount ?? 0;
  return (
    <>
      {space.viewerMeasures.map((measure) => (
        <Alert key={measure.id} kind="warning" title={t(`measure.${measure.kind}`, { count: measure.minutes ?? 0 })}>
          <p>{t.rich('measure.until', { date: <DateTime at={measure.endsAt} as="date" /> })}</p>
          <p>{measure.reason}</p>
        </Alert>
      ))}
      {count > 0 && <p><Link to={`/raum/${space.slug}/moderation`}>{t('waiting.cases', { count })}</Link></p>}
      {space.viewerCanSeeMembers && <p><Link to={`/raum/${space.slug}/moderation/protokoll`}>{t('space.log')}</Link></p>}
    </>
  );
}
