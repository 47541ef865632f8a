import { useQuery } from '@apollo/client/react';
import { useParams } from 'react-router';
import { graphql, useTexts, useViewer } from '#platform/web';
import { ClosedDoor, QueryPage, SignInDoor } from '#ui/web';
import { SpaceFrame, SpaceFrameFragment } from '../home/SpaceFrame.js';
import { spacesTexts } from '../spaces-texts.js';
import { RequestQueue } from './RequestQueue.js';

const SpaceRequestsQuery = graphql(
  `
    query SpaceRequests($slug: String!) {
      space(slug: $slug) {
        id
        viewerCanModerate
        ...SpaceFrame
      }
    }
  `,
  [SpaceFrameFragment],
);

/** The queue of one space. */
export function SpaceRequestsPage() {
  const t = useTexts(spacesTexts);
  const viewer = useViewer();
  const { slug = '' } = useParams();
  const query = useQuery(SpaceRequestsQuery, { variables: { slug } });
  return (
    <QueryPage query={query} pick={(data) => (data.space.viewerCanModerate ? data.space : null)} texts={spacesTexts} door={viewer.isGuest ? <SignInDoor /> : <ClosedDoor />}>
      {(space) => (
        <SpaceFrame space={space} title={t('tabs.requests')} audience={t('queue.audienceOfSpace')}>
          <RequestQueue spaceId={space.id} />
        </SpaceFrame>
      )}
    </QueryPage>
  );
}
