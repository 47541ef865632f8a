import { graphql } from '#platform/web';

/** One request with all context for whoever decides. */
export const RequestDetailFragment = graphql(`
  fragment RequestDetail on JoinRequest {
    id
    state
    note
    message
    createdAt
    waitingSince
    earlierRequests
    applicantId
    applicantName
    viewerCanDecide
    answers {
      question
      answer
    }
    applicant {
      id
      programmeRoles
      joinedAt
      entries {
        field {
          id
          kind
          labelDe
          labelEn
        }
        answers
      }
    }
    space {
      id
      slug
      name
      colour
      emblem
      limitedToRole
      askAgainDays
    }
    steps {
      act
      actorName
      note
      at
    }
  }
`);

export const RequestQueueQuery = graphql(
  `
    query RequestQueue($list: JoinRequestList!, $spaceId: ID, $after: String) {
      joinRequests(list: $list, spaceId: $spaceId, first: 50, after: $after) {
        totalCount
        nodes {
          id
          ...RequestDetail
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [RequestDetailFragment],
);

export const ApproveJoinRequest = graphql(`
  mutation ApproveJoinRequest($input: ApproveJoinRequestInput!) {
    approveJoinRequest(input: $input) {
      id
      state
      viewerCanDecide
    }
  }
`);
export const DeclineJoinRequest = graphql(`
  mutation DeclineJoinRequest($input: DeclineJoinRequestInput!) {
    declineJoinRequest(input: $input) {
      id
      state
      note
      viewerCanDecide
    }
  }
`);
export const AskBackOnJoinRequest = graphql(`
  mutation AskBackOnJoinRequest($input: AskBackOnJoinRequestInput!) {
    askBackOnJoinRequest(input: $input) {
      id
      state
      note
    }
  }
`);
