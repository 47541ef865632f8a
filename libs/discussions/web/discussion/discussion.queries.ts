import { WhoCanSeeFragment } from '#spaces/web';
import { PostFragment, ThreadFragment } from '#threads/web';
import { graphql, type ResultOf } from '#platform/web';

/** What changes with the standing of a discussion; asked back so that the page shows it at once. */
export const StandingFragment = graphql(
  `
    fragment DiscussionStanding on Discussion {
      id
      slug
      title
      kind
      state
      version
      solvedAt
      isSolved
      isPinned
      isClosed
      closedAt
      closedReason
      slowModeSeconds
      hiddenReason
      viewerCanEdit
      viewerCanAccept
      viewerCanSteer
      viewerCanRearrange
      viewerCanAskPoll
      topics { id slug name }
      answers {
        acceptedAt
        acceptedBy { accountId name }
        post { id position ...PostView }
      }
    }
  `,
  [PostFragment],
);

export const DiscussionQuery = graphql(
  `
    query Discussion($slug: String!) {
      discussion(slug: $slug) {
        id
        slug
        createdAt
        author { accountId name }
        space { id slug name }
        audience { ...WhoCanSee }
        thread { id ...ThreadView }
        ...DiscussionStanding
      }
    }
  `,
  [WhoCanSeeFragment, ThreadFragment, StandingFragment],
);

/** Where a place in an address leads today. */
export const DiscussionSpotQuery = graphql(`
  query DiscussionSpot($slug: String!, $position: Int!) {
    discussionSpot(slug: $slug, position: $position) { position discussion { id slug } }
  }
`);

export type OneDiscussion = ResultOf<typeof DiscussionQuery>['discussion'];

/** What a dialog about a discussion is told. */
export interface DiscussionDialogProps {
  readonly discussion: OneDiscussion;
  readonly onClose: () => void;
}
