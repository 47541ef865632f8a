import { graphql } from '#platform/web';

export const PollFragment = graphql(`
  fragment PollView on Poll {
    id
    question
    isMultiple
    isAnonymous
    isOpen
    closesAt
    closedAt
    voterCount
    isHidden
    hiddenReason
    viewerIsAuthor
    viewerCanReport
    options { id text voteCount viewerVoted voters { accountId name } }
  }
`);

export const PollsQuery = graphql(
  `
    query Polls($id: String!) {
      discussion(slug: $id) { id viewerCanVote viewerCanAskPoll viewerCanSteer polls { id ...PollView } }
    }
  `,
  [PollFragment],
);

export const AskPoll = graphql(`mutation AskPoll($input: AskPollInput!) { askPoll(input: $input) { id polls { id ...PollView } } }`, [PollFragment]);
export const Vote = graphql(`mutation Vote($input: VoteInput!) { vote(input: $input) { id polls { id ...PollView } } }`, [PollFragment]);
export const ClosePoll = graphql(`mutation ClosePoll($input: PollInput!) { closePoll(input: $input) { id polls { id ...PollView } } }`, [PollFragment]);
export const RemovePoll = graphql(`mutation RemovePoll($input: PollInput!) { removePoll(input: $input) { id polls { id ...PollView } } }`, [PollFragment]);
