import { graphql } from '#platform/web';

export const DraftFragment = graphql(`
  fragment DiscussionDraftWhole on DiscussionDraft @_unmask {
    id
    spaceId
    kind
    title
    topicIds
    body
    poll { id question options isMultiple isAnonymous closesOn }
    version
    savedAt
  }
`);

export const SaveDraft = graphql(
  `
    mutation SaveDiscussionDraft($input: SaveDiscussionDraftInput!) {
      saveDiscussionDraft(input: $input) { ...DiscussionDraftWhole }
    }
  `,
  [DraftFragment],
);

export const LoadDraft = graphql(
  `
    query DiscussionDraft($id: ID!) {
      discussionDraft(id: $id) { ...DiscussionDraftWhole }
    }
  `,
  [DraftFragment],
);

export const DiscardDraft = graphql(`
  mutation DiscardDiscussionDraft($input: DiscardDiscussionDraftInput!) {
    discardDiscussionDraft(input: $input)
  }
`);
