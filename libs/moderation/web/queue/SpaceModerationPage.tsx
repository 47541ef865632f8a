import { useQuery } from '@apollo/client/react';
import { useParams } from 'react-router';
import { graphql, useViewer } from '#platform/web';
import { ClosedDoor, QueryPage, SignInDoor } from '#ui/web';
import { ModerationFrame, ModerationFrameFragment } from '../ModerationFrame.js';
import { moderationTexts } from '../moderation-texts.js';
import { CaseQueue } from './CaseQueue.js';

const SpaceModerationQuery = graphql(
  `
    query SpaceModeration($slug: String!) {
      space(slug: $slug) {
        id
        viewerCanModerate
        ...ModerationFrame
      }
    }
  `,
  [ModerationFrameFragment],
);

/** The queue of one space. */
export function SpaceModerationPage() {
  const viewer = useViewer();
  const { slug = '' } = useParams();
  const query = useQuery(SpaceModerationQuery, { variables: { slug } });
  return (
    <QueryPage query={query} pick={(data) => (data.space.viewerCanModerate ? data.space : null)} texts={moderationTexts} door={viewer.isGuest ? <SignInDoor /> : <ClosedDoor />}>
      {(space) => (
        <ModerationFrame space={space}>
          <CaseQueue spaceId={space.id} />
        </ModerationFrame>
      )}
    </QueryPage>
  );
}
