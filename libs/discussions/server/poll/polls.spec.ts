import { anAccount } from '#accounts/server/testing';
import { TestServer, type Caller } from '#platform/server/testing';
import { uuidv7 } from '#platform/shared';
import { aSpace, join } from '../../../spaces/server/spaces.testing.js';
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

describe('a poll that does harm', () => {
  const REPORT = 'mutation ($input: ReportItemInput!) { reportItem(input: $input) { isRepeated } }';
  const GUEST = 'mutation ($input: ReportAsGuestInput!) { reportAsGuest(input: $input) { id } }';
  const CASES = '{ moderationCases { nodes { id itemKind item { title html contextTitle path isShown } viewerDecisions } } }';
  const DECIDE = 'mutation ($input: DecideCaseInput!) { decideCase(input: $input) { decision } }';
  const SEEN = 'query ($id: String!) { discussion(slug: $id) { polls { id isHidden hiddenReason isOpen viewerCanReport } } }';
  const polls = async (caller: Caller | null) => (await server.data<{ discussion: { polls: object[] } }>(caller, SEEN, { id: discussion.slug })).discussion.polls;
  const report = (pollId: string) => ({ input: { kind: 'poll', itemId: pollId, reason: 'insult', words: 'Das verletzt.' } });
  const queue = async () => (await server.data<{ moderationCases: { nodes: { id: string }[] } }>(round.moderator.caller, CASES)).moderationCases.nodes;
  const decide = async (caseId: string, decision: string, change: object = {}) => server.data(round.moderator.caller, DECIDE, { input: { caseId, decision, ...change } });

  it('is reported, hidden from all but its asker and moderators, and shown again', async () => {
    const poll = await ask({ question: 'Wer ist *dumm*?', options: ['[Karl](/person/x)', 'Alle & <b>jeder</b>'] });
    expect(await polls(round.member.caller)).toMatchObject([{ viewerCanReport: true }]);
    expect(await polls(round.asker.caller)).toMatchObject([{ viewerCanReport: false }]);
    await server.data(round.member.caller, REPORT, report(poll.id));
    const [waiting] = await queue();
    expect(waiting).toMatchObject({
      itemKind: 'poll', viewerDecisions: ['keep', 'hide'],
      item: { title: 'Wer ist *dumm*?', contextTitle: discussion.title, path: `/d/${discussion.slug}`, isShown: true, html: expect.stringMatching(/<li>\[Karl\]\(\/person\/x\)<\/li>\s*<li>Alle &amp; &lt;b&gt;jeder&lt;\/b&gt;<\/li>/) },
    });
    await decide(waiting?.id ?? '', 'hide', { reason: 'insult', note: 'Niemand wird beschimpft.' });
    for (const caller of [round.asker.caller, round.moderator.caller]) {
      expect(await polls(caller)).toEqual([{ id: poll.id, isHidden: true, hiddenReason: 'Niemand wird beschimpft.', isOpen: false, viewerCanReport: false }]);
    }
    expect(await polls(round.member.caller)).toEqual([]);
    const input = { pollId: poll.id, optionIds: [poll.options[0]?.id] };
    expect(await server.refusal(round.member.caller, VOTE, { input })).toEqual({ code: 'NOT_FOUND', reason: 'notFound' });
    expect(await server.refusal(round.member.caller, REPORT, report(poll.id))).toEqual({ code: 'NOT_FOUND', reason: 'notFound' });
    expect(await server.refusal(round.asker.caller, VOTE, { input })).toEqual({ code: 'CONFLICT', reason: 'discussion.pollClosed' });
    expect(await server.data(round.asker.caller, 'query ($id: ID!) { myDecisionOn(kind: "poll", itemId: $id) { note viewerCanObject } }', { id: poll.id })).toEqual({ myDecisionOn: { note: 'Niemand wird beschimpft.', viewerCanObject: true } });
    await decide(waiting?.id ?? '', 'restore');
    expect(await polls(round.member.caller)).toMatchObject([{ isHidden: false, hiddenReason: null, isOpen: true }]);
  });

  it('is not reported by who does not see it or asked it, nor by guests outside public spaces', async () => {
    const poll = await ask();
    expect(await server.refusal(round.asker.caller, REPORT, report(poll.id))).toEqual({ code: 'FORBIDDEN', reason: 'moderation.ownItem' });
    const guest = { input: { kind: 'poll', itemId: poll.id, words: 'Das ist gegen das Gesetz.', name: '', address: 'gast@example.org', isInGoodFaith: true } };
    expect(await server.refusal(null, GUEST, guest)).toEqual({ code: 'NOT_FOUND', reason: 'notFound' });
    for (const id of [poll.id, uuidv7()]) expect(await server.refusal(round.stranger.caller, REPORT, report(id))).toEqual({ code: 'NOT_FOUND', reason: 'notFound' });
    await server.db.query(`update space set visibility = 'public' where id = $1`, [round.space.id]);
    expect(await server.data(null, GUEST, guest)).toMatchObject({ reportAsGuest: { id: expect.any(String) } });
  });

  it('goes with its discussion: who looks after the new space decides', async () => {
    const poll = await ask();
    await server.data(round.member.caller, REPORT, report(poll.id));
    const elsewhere = await aSpace(server, { members: [[round.moderator, 'moderator'], [round.member, 'moderator']] });
    const MOVE = 'mutation ($input: MoveDiscussionInput!) { moveDiscussion(input: $input) { id } }';
    await server.data(round.moderator.caller, MOVE, { input: { discussionId: discussion.id, toSpaceId: elsewhere.id, confirmAudience: await confirmation(elsewhere.id) } });
    expect(await server.db.query(`select space_id as id from moderation_case where item_id = $1`, [poll.id])).toEqual([{ id: elsewhere.id }]);
  });

  const confirmation = async (toSpaceId: string) =>
    (await server.data<{ moveDiscussionPreview: { confirmation: number } }>(round.moderator.caller, 'query ($input: MoveDiscussionPreviewInput!) { moveDiscussionPreview(input: $input) { confirmation } }', { input: { discussionId: discussion.id, toSpaceId } })).moveDiscussionPreview.confirmation;
});
