import { TestServer } from '#platform/server/testing';
import { uuidv7 } from '#platform/shared';
import { aDiscussion, aReply, aRound, discussionsWithGround, type TestDiscussion, type TestRound } from '../discussions.testing.js';

const ACCEPT = 'mutation ($input: AnswerInput!) { acceptAnswer(input: $input) { isSolved answers { post { id } acceptedBy { name } } } }';
const WITHDRAW = 'mutation ($input: AnswerInput!) { withdrawAnswer(input: $input) { isSolved answers { post { id } } } }';

let server: TestServer;
let round: TestRound;
let question: TestDiscussion;

beforeAll(async () => {
  server = await TestServer.start(discussionsWithGround);
});
beforeEach(async () => {
  round = await aRound(server);
  question = await aDiscussion(server, { in: round.space, by: round.asker });
});
afterAll(async () => server.stop());

const answer = (postId: string) => ({ input: { discussionId: question.id, postId } });

describe('accepting an answer', () => {
  it('solves the question, is told to its author, and can be taken back', async () => {
    const postId = await aReply(server, round.mentor, question);
    expect(await server.data(round.asker.caller, ACCEPT, answer(postId))).toEqual({ acceptAnswer: { isSolved: true, answers: [{ post: { id: postId }, acceptedBy: { name: 'Ada Fragend' } }] } });
    await server.drain();
    const told = () => server.db.query<{ id: string }>(`select account_id as id from notice where kind = 'discussions.answerAccepted' and subject_id = $1`, [postId]);
    expect(await told()).toEqual([{ id: round.mentor.id }]);
    const { discussions } = await server.data(round.member.caller, '{ discussions(filter: solved) { nodes { id } } }');
    expect(discussions).toEqual({ nodes: [{ id: question.id }] });
    expect(await server.data(round.moderator.caller, WITHDRAW, answer(postId))).toEqual({ withdrawAnswer: { isSolved: false, answers: [] } });
    await server.drain();
    expect(await told()).toEqual([]);
  });

  it('takes several, up to five', async () => {
    for (let made = 1; made <= 5; made += 1) await server.data(round.asker.caller, ACCEPT, answer(await aReply(server, round.mentor, question, `Antwort ${made}`)));
    expect(await server.refusal(round.asker.caller, ACCEPT, answer(await aReply(server, round.mentor, question, 'Antwort 6')))).toEqual({ code: 'BAD_USER_INPUT', reason: 'discussion.tooManyAnswers', field: 'postId' });
  });

  it('at once by the asker and a moderator accepts it once', async () => {
    const postId = await aReply(server, round.mentor, question);
    await Promise.all([round.asker, round.moderator, round.asker].map((account) => server.data(account.caller, ACCEPT, answer(postId))));
    expect(await server.db.query('select post_id as id from accepted_answer where discussion_id = $1', [question.id])).toEqual([{ id: postId }]);
  });

  it('is for the asker and moderators, and for questions', async () => {
    const postId = await aReply(server, round.mentor, question);
    expect(await server.refusal(null, ACCEPT, answer(postId))).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await server.refusal(round.stranger.caller, ACCEPT, answer(postId))).toEqual({ code: 'NOT_FOUND', reason: 'notFound' });
    expect(await server.refusal(round.member.caller, ACCEPT, answer(postId))).toEqual({ code: 'FORBIDDEN', reason: 'discussion.mayNotAccept' });
    const exchange = await aDiscussion(server, { in: round.space, by: round.asker, kind: 'exchange' });
    const input = { discussionId: exchange.id, postId: await aReply(server, round.mentor, exchange) };
    expect(await server.refusal(round.asker.caller, ACCEPT, { input })).toEqual({ code: 'FORBIDDEN', reason: 'discussion.mayNotAccept' });
  });

  it('refuses what is no reply in it, without saying what it is', async () => {
    const elsewhere = await aDiscussion(server, { in: round.space, by: round.asker });
    const [opening] = await server.db.query<{ id: string }>('select id from post where thread_id = $1', [question.id]);
    for (const postId of [opening?.id ?? '', await aReply(server, round.member, elsewhere), uuidv7(), 'unsinn']) {
      expect(await server.refusal(round.asker.caller, ACCEPT, answer(postId))).toEqual({ code: 'BAD_USER_INPUT', reason: 'discussion.noAnswer', field: 'postId' });
    }
  });

  it('counts as long as it can be read: deleted by its author the question is open again, brought back it is solved', async () => {
    const postId = await aReply(server, round.mentor, question);
    await server.data(round.asker.caller, ACCEPT, answer(postId));
    const standing = async () => (await server.data<{ discussion: unknown }>(round.member.caller, 'query ($id: String!) { discussion(slug: $id) { isSolved answers { post { id } } } }', { id: question.id })).discussion;
    await server.data(round.mentor.caller, 'mutation ($input: PostInput!) { deletePost(input: $input) { id } }', { input: { postId } });
    expect(await standing()).toEqual({ isSolved: false, answers: [] });
    await server.data(round.moderator.caller, 'mutation ($input: PostInput!) { restorePost(input: $input) { id } }', { input: { postId } });
    expect(await standing()).toEqual({ isSolved: true, answers: [{ post: { id: postId } }] });
  });

  it('keeps a solved question a question', async () => {
    await server.data(round.asker.caller, ACCEPT, answer(await aReply(server, round.mentor, question)));
    const input = { discussionId: question.id, baseVersion: 1, kind: 'exchange', title: 'Doch ein Austausch', topicIds: [] };
    expect(await server.refusal(round.asker.caller, 'mutation ($input: EditDiscussionInput!) { editDiscussion(input: $input) { id } }', { input })).toEqual({ code: 'BAD_USER_INPUT', reason: 'discussion.solvedQuestion', field: 'kind' });
  });
});
