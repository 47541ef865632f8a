import { graphql } from '#platform/web';
import { WhoCanSeeFragment } from '#spaces/web';

/** A line of the list beside. */
export const CaseLineFragment = graphql(`
  fragment CaseLine on ModerationCase {
    id
    itemKind
    isHeld
    isWaiting
    reportCount
    waitingSince
    decision
    decidedAt
    objection {
      createdAt
      isGranted
    }
    item {
      id
      title
    }
    author {
      id
      name
    }
    space {
      id
      slug
      name
    }
  }
`);

/** All that is needed to decide about one. */
export const CaseDetailFragment = graphql(
  `
    fragment CaseDetail on ModerationCase {
      id
      itemKind
      isHeld
      isWaiting
      openedAt
      reportCount
      decision
      decisionReason
      decisionNote
      decidedAt
      viewerDecisions
      viewerCanDecideObjection
      decidedBy {
        id
        name
      }
      objection {
        words
        createdAt
        isGranted
        note
        decidedAt
        decidedBy {
          id
          name
        }
      }
      item {
        id
        title
        path
        html
        version
        isShown
        writtenAt
        contextTitle
        contextPath
      }
      surroundings {
        id
        html
        isBefore
        writtenAt
        author {
          id
          name
        }
      }
      author {
        id
        name
      }
      authorHistory {
        passed
        kept
        removed
        measures
      }
      gateNotes {
        reason
        word
        before
        match
        after
      }
      reports {
        id
        reason
        words
        isGuest
        guestName
        createdAt
        reporter {
          id
          name
        }
      }
      acts {
        id
        act
        note
        at
        actor {
          id
          name
        }
      }
      space {
        id
        slug
        name
        audience {
          ...WhoCanSee
        }
      }
    }
  `,
  [WhoCanSeeFragment],
);

export const CasesQuery = graphql(
  `
    query ModerationCases($list: ModerationCaseList!, $spaceId: ID, $after: String) {
      moderationCases(list: $list, spaceId: $spaceId, first: 50, after: $after) {
        totalCount
        nodes {
          id
          ...CaseLine
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [CaseLineFragment],
);

export const CaseQuery = graphql(
  `
    query ModerationCase($id: ID!) {
      moderationCase(id: $id) {
        id
        ...CaseDetail
      }
    }
  `,
  [CaseDetailFragment],
);

export const DecideCase = graphql(`
  mutation DecideCase($input: DecideCaseInput!) {
    decideCase(input: $input) {
      id
      decision
    }
  }
`);

export const DecideObjection = graphql(`
  mutation DecideObjection($input: DecideObjectionInput!) {
    decideObjection(input: $input) {
      id
      decision
    }
  }
`);
