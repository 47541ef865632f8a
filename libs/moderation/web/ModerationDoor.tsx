import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { graphql, useViewer, type ResultOf } from '#platform/web';
import { ClosedDoor, QueryPage, SignInDoor } from '#ui/web';
import { ModerationFrameFragment } from './ModerationFrame.js';
import { moderationTexts } from './moderation-texts.js';

const ModeratedSpaceQuery = graphql(
  `
    query ModeratedSpace($slug: String!) {
      space(slug: $slug) {
        id
        slug
        viewerCanModerate
        viewerCanSeeMembers
        ...ModerationFrame
      }
    }
  `,
  [ModerationFrameFragment],
);

/** The space of the address, for what stands in a {@link ModerationFrame}. */
export type ModeratedSpace = ResultOf<typeof ModeratedSpaceQuery>['space'];

interface ModerationDoorProps {
  /** The log for members; everything else is the moderators' alone. */
  readonly isForMembers?: boolean;
  readonly children: (space: ModeratedSpace) => ReactNode;
}

/** Before every page of a space's moderation: others are told the same as where there is none. */
export function ModerationDoor({ isForMembers = false, children }: ModerationDoorProps) {
  const viewer = useViewer();
  const { slug = '' } = useParams();
  const query = useQuery(ModeratedSpaceQuery, { variables: { slug } });
  const mayEnter = (space: ModeratedSpace) => (isForMembers ? space.viewerCanSeeMembers : space.viewerCanModerate);
  return (
    <QueryPage query={query} pick={({ space }) => (mayEnter(space) ? space : null)} texts={moderationTexts} door={viewer.isGuest ? <SignInDoor /> : <ClosedDoor />}>
      {children}
    </QueryPage>
  );
}
