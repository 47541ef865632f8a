import { anAccount } from '#accounts/server/testing';
import { TestServer, type Caller } from '#platform/server/testing';
import { uuidv7 } from '#platform/shared';
import { join } from '../../../spaces/server/spaces.testing.js';
import { aDiscussion, aRound, discussionsWithGround, type TestDiscussion, type TestRound } from '../discussions.testing.js';

const FIELDS = 'polls { id question isOpen voterCount options { id text voteCount viewerVoted voters { name } } }';
const ASK = `mutation ($input: AskPollInput!) { askPoll(input: $input) { ${FIELDS} } }`;
const VOTE = `mutation ($input: VoteInput!) { vote(input: $input) { ${FIELDS} } }`;
const CLOSE = `mutation ($input: PollInput!) { closePoll(input: $input) { ${FIELDS} } }`;

interface Asked {
  readonly id: string;
  readonly voterCount: number;
  readonly options: readonly { readonly id: string; readonly text: string; readonly voteCount: number; readonly viewerVoted: boolean; readonly voters: readonly { readonly name: string }[] | null }[];
}

let server: TestServer;
let round: TestRound;
let discussion: TestDiscussion;

beforeAll(async () => {
  server = await TestServer.start(discussionsWithGround);
});
beforeEach(async () => {
  round = await aRound(server);
  discussion = await aDiscussion(server, { in: round.space, by: round.asker });
});
afterAll(async () => server.stop());

const wishes = (change: object = {}) => ({ id: uuidv7(), discussionId: discussion.id, question: 'Wann treffen wir uns?', options: ['Montag', 'Dienstag', 'Mittwoch'], isMultiple: false, isAnonymous: false, ...change });

async function ask(change: object = {}): Promise<Asked> {
  const { askPoll } = await server.data<{ askPoll: { polls: Asked[] } }>(round.asker.caller, ASK, { input: wishes(change) });
  const poll = askPoll.polls.at(-1);
  if (poll === undefined) throw new Error('a poll');
  return poll;
}
async function vote(caller: Caller, poll: Asked, ...places: readonly number[]): Promise<Asked> {
  const optionIds = places.map((place) => poll.options[place]?.id ?? uuidv7());
  const { vote: voted } = await server.data<{ vote: { polls: Asked[] } }>(caller, VOTE, { input: { pollId: poll.id, optionIds } });
  const now = voted.polls.find(({ id }) => id === poll.id);
  if (now === undefined) throw new Error('a poll');
  return now;
}
const counts = (poll: Asked): readonly number[] => poll.options.map(({ voteCount }) => voteCount);

describe('a poll', () => {
  it('sent twice is asked once; its votes can be changed and taken back', async () => {
    const input = wishes();
    await server.data(round.asker.caller, ASK, { input });
    const { askPoll } = await server.data<{ askPoll: { polls: Asked[] } }>(round.asker.caller, ASK, { input });
    const [poll] = askPoll.polls;
    if (poll === undefined) throw new Error('a poll');
    expect(askPoll.polls).toHaveLength(1);
    expect(poll.options.map(({ text }) => text)).toEqual(['Montag', 'Dienstag', 'Mittwoch']);
    expect(counts(await vote(round.member.caller, poll, 0))).toEqual([1, 0, 0]);
    const changed = await vote(round.member.caller, poll, 2);
    expect(counts(changed)).toEqual([0, 0, 1]);
    expect(changed.options[2]).toMatchObject({ viewerVoted: true, voters: [{ name: 'Milo Mitglied' }] });
    expect(await vote(round.member.caller, poll)).toMatchObject({ voterCount: 0 });
  });

  it('takes one choice or several, and only its own', async () => {
    const single = await ask();
    const multiple = await ask({ isMultiple: true });
    const two = (poll: Asked, of = poll) => ({ input: { pollId: poll.id, optionIds: [of.options[0]?.id, of.options[1]?.id] } });
    expect(await server.refusal(round.member.caller, VOTE, two(single))).toEqual({ code: 'BAD_USER_INPUT', reason: 'discussion.oneChoice', field: 'optionIds' });
    expect(await server.refusal(round.member.caller, VOTE, two(multiple, single))).toEqual({ code: 'BAD_USER_INPUT', reason: 'discussion.unknownOption', field: 'optionIds' });
    expect(await vote(round.member.caller, multiple, 0, 1)).toMatchObject({ voterCount: 1, options: [{ voteCount: 1 }, { voteCount: 1 }, { voteCount: 0 }] });
  });

  it('counts right what many vote at the same moment, each of them several times', async () => {
    const poll = await ask();
    const voters = await Promise.all(Array.from({ length: 12 }, () => anAccount(server)));
    for (const voter of voters) await join(server, round.space, voter, 'member');
    await Promise.all(voters.flatMap((voter) => [vote(voter.caller, poll, 0), vote(voter.caller, poll, 1), vote(voter.caller, poll, 1)]));
    await Promise.all(voters.map((voter) => vote(voter.caller, poll, 1)));
    expect(await vote(round.member.caller, poll, 0)).toMatchObject({ voterCount: 13, options: [{ voteCount: 1 }, { voteCount: 12 }, { voteCount: 0 }] });
  });

  it('that is anonymous tells nobody who chose what, the database neither', async () => {
    const poll = await ask({ isAnonymous: true });
    await vote(round.member.caller, poll, 1);
    const again = await vote(round.member.caller, poll, 1);
    expect(again).toMatchObject({ voterCount: 1, options: [{ voters: null }, { voters: null, voteCount: 1, viewerVoted: true }, { voters: null }] });
    const rows = await server.db.query('select v.* from poll_vote v where v.poll_id = $1', [poll.id]);
    expect(JSON.stringify(rows)).not.toContain(round.member.id);
    expect(rows).toMatchObject([{ voted_at: null }]);
  });

  it('ends by itself, by its asker or a moderator, and takes no votes then', async () => {
    const timed = await ask({ closesAt: new Date(server.clock.now().getTime() + 60_000) });
    const open = await ask();
    const input = { pollId: timed.id, optionIds: [timed.options[0]?.id] };
    await server.data(round.member.caller, VOTE, { input });
    server.clock.forward(61_000);
    expect(await server.refusal(round.member.caller, VOTE, { input })).toEqual({ code: 'CONFLICT', reason: 'discussion.pollClosed' });
    expect(await server.refusal(round.member.caller, CLOSE, { input: { pollId: open.id } })).toEqual({ code: 'FORBIDDEN', reason: 'discussion.mayNotAskPoll' });
    const { closePoll } = await server.data<{ closePoll: { polls: object[] } }>(round.moderator.caller, CLOSE, { input: { pollId: open.id } });
    expect(closePoll.polls).toMatchObject([{ isOpen: false, voterCount: 1 }, { isOpen: false }]);
  });

  it('is asked by who opened the discussion, answered by members, and nobody’s outside', async () => {
    expect(await server.refusal(round.member.caller, ASK, { input: wishes() })).toEqual({ code: 'FORBIDDEN', reason: 'discussion.mayNotAskPoll' });
    expect(await server.refusal(round.stranger.caller, ASK, { input: wishes() })).toEqual({ code: 'NOT_FOUND', reason: 'notFound' });
    const poll = await ask();
    const input = { pollId: poll.id, optionIds: [poll.options[0]?.id] };
    expect(await server.refusal(null, VOTE, { input })).toMatchObject({ code: 'UNAUTHENTICATED' });
    for (const pollId of [poll.id, uuidv7(), 'unsinn']) expect(await server.refusal(round.stranger.caller, VOTE, { input: { ...input, pollId } })).toEqual({ code: 'NOT_FOUND', reason: 'notFound' });
  });

  it.each([
    ['one choice', { options: ['Ja'] }, 'options', 'discussion.tooFewOptions'],
    ['the same choice twice', { options: ['Ja', 'Ja'] }, 'options', 'discussion.tooFewOptions'],
    ['too many choices', { options: Array.from({ length: 13 }, (_, place) => `Wahl ${place}`) }, 'options', 'tooMany'],
    ['an end that has passed', { closesAt: new Date(0) }, 'closesAt', 'discussion.badPollEnd'],
    ['an end nobody will see', { closesAt: new Date('2099-01-01') }, 'closesAt', 'discussion.badPollEnd'],
  ])('refuses %s', async (_what, change, field, reason) => {
    expect(await server.refusal(round.asker.caller, ASK, { input: wishes(change) })).toEqual({ code: 'BAD_USER_INPUT', reason, field });
  });

  it('is taken away by moderators, also from a closed discussion', async () => {
    const poll = await ask();
    await vote(round.member.caller, poll, 0);
    const REMOVE = 'mutation ($input: PollInput!) { removePoll(input: $input) { polls { id } } }';
    const input = { pollId: poll.id };
    await server.data(round.moderator.caller, 'mutation ($input: CloseDiscussionInput!) { closeDiscussion(input: $input) { id } }', { input: { discussionId: discussion.id, reason: '' } });
    expect(await server.refusal(null, REMOVE, { input })).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await server.refusal(round.stranger.caller, REMOVE, { input })).toEqual({ code: 'NOT_FOUND', reason: 'notFound' });
    expect(await server.refusal(round.asker.caller, REMOVE, { input })).toEqual({ code: 'FORBIDDEN', reason: 'discussion.moderatorsOnly' });
    expect(await server.data(round.moderator.caller, REMOVE, { input })).toEqual({ removePoll: { polls: [] } });
    expect(await server.db.query('select 1 from poll_vote where poll_id = $1', [poll.id])).toEqual([]);
  });

  it('is not the sixth', async () => {
    for (let made = 0; made < 5; made += 1) await ask();
    expect(await server.refusal(round.asker.caller, ASK, { input: wishes() })).toMatchObject({ code: 'CONFLICT', reason: 'discussion.tooManyPolls' });
  });
});
