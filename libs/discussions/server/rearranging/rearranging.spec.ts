import { TestServer, type Caller } from '#platform/server/testing';
import { uuidv7 } from '#platform/shared';
import { anAccount, type TestAccount } from '#accounts/server/testing';
import { aThread, TestSubjects } from '../../../threads/server/threads.testing.js';
import { aDiscussion, aReply, aRound, discussionsWithGround, type TestDiscussion, type TestRound } from '../discussions.testing.js';

const PREVIEW = 'query ($input: MoveDiscussionPreviewInput!) { moveDiscussionPreview(input: $input) { gains losses isWider confirmation before { spaceName } after { spaceName } } }';
const MOVE = 'mutation ($input: MoveDiscussionInput!) { moveDiscussion(input: $input) { spaceId } }';
const SPLIT = 'mutation ($input: SplitDiscussionInput!) { splitDiscussion(input: $input) { id title replyCount author { name } excerpt answers { post { id } } thread { lastPosition } } }';
const MERGE = 'mutation ($input: MergeDiscussionsInput!) { mergeDiscussions(input: $input) { id replyCount polls { question } } }';
const TURN = 'mutation ($input: TurnIntoDiscussionInput!) { turnIntoDiscussion(input: $input) { id title author { name } excerpt } }';
const REPORT = 'mutation ($input: ReportItemInput!) { reportItem(input: $input) { id } }';
const CASES = '{ moderationCases { nodes { id item { id version } } } }';
const DECIDE = 'mutation ($input: DecideCaseInput!) { decideCase(input: $input) { id } }';
const SPOT = 'query ($slug: String!, $position: Int!) { discussionSpot(slug: $slug, position: $position) { position discussion { id } } }';
const READ = 'query ($slug: String!) { discussion(slug: $slug) { id slug replyCount isSolved thread { posts(from: 1, first: 20) { nodes { position html } } } } }';

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

const accept = async (by: TestAccount, discussionId: string, postId: string) => server.data(by.caller, 'mutation ($input: AnswerInput!) { acceptAnswer(input: $input) { id } }', { input: { discussionId, postId } });
const read = async (by: TestAccount, threadId: string, position: number) => server.data(by.caller, 'mutation ($input: ReadThreadInput!) { readThread(input: $input) { id } }', { input: { threadId, position } });
const unread = async (by: TestAccount, threadId: string) => (await server.data<{ thread: { unreadCount: number } }>(by.caller, 'query ($id: ID!) { thread(id: $id) { unreadCount } }', { id: threadId })).thread.unreadCount;
const spot = async (caller: Caller, slug: string, position: number) => (await server.data<{ discussionSpot: { position: number; discussion: { id: string } } }>(caller, SPOT, { slug, position })).discussionSpot;

describe('moving a discussion', () => {
  async function elsewhere(): Promise<TestRound> {
    const other = await aRound(server);
    for (const [account, role] of [[round.moderator, 'moderator'], [round.mentor, 'member']] as const) {
      await server.db.query('insert into space_member (space_id, account_id, role) values ($1, $2, $3)', [other.space.id, account.id, role]);
    }
    return other;
  }

  it('shows first who gains and who loses sight, and asks for that number', async () => {
    const other = await elsewhere();
    const input = { discussionId: discussion.id, toSpaceId: other.space.id };
    const { moveDiscussionPreview: preview } = await server.data<{ moveDiscussionPreview: { confirmation: number } }>(round.moderator.caller, PREVIEW, { input });
    expect(preview).toEqual({ gains: 4, losses: 2, isWider: true, confirmation: 6, before: { spaceName: round.space.name }, after: { spaceName: other.space.name } });
    expect(await server.refusal(round.moderator.caller, MOVE, { input })).toEqual({ code: 'CONFLICT', reason: 'discussion.confirmAudience' });
    expect(await server.refusal(round.moderator.caller, MOVE, { input: { ...input, confirmAudience: 5 } })).toEqual({ code: 'CONFLICT', reason: 'discussion.confirmAudience' });
    expect(await server.data(round.moderator.caller, MOVE, { input: { ...input, confirmAudience: preview.confirmation } })).toEqual({ moveDiscussion: { spaceId: other.space.id } });
    await server.data(other.member.caller, READ, { slug: discussion.slug });
    expect(await server.refusal(round.member.caller, READ, { slug: discussion.slug })).toEqual({ code: 'NOT_FOUND', reason: 'notFound' });
    expect(await server.db.query('select distinct p.space_id as id from post p where p.thread_id = $1', [discussion.id])).toEqual([{ id: other.space.id }]);
  });

  it('takes notices, unsent mails, bookmarks and following from those who lose sight, and from nobody else', async () => {
    const other = await elsewhere();
    await aReply(server, round.mentor, discussion);
    await aReply(server, round.member, discussion);
    for (const { id } of [round.member, round.mentor]) await server.db.query(`insert into bookmark (id, account_id, kind, target_id, note, created_at) values ($1, $2, 'discussion', $3, '', now())`, [uuidv7(), id, discussion.id]);
    await aReply(server, round.asker, discussion);
    await server.drain();
    const whose = async (sql: string) => (await server.db.query<{ id: string }>(`${sql} order by 1`, [discussion.id])).map(({ id }) => id);
    const notices = () => whose(`select distinct account_id as id from notice where group_id = $1 and mail in ('due', 'digest')`);
    expect(await notices()).toEqual([round.asker.id, round.member.id, round.mentor.id].toSorted());
    const input = { discussionId: discussion.id, toSpaceId: other.space.id, confirmAudience: 6 };
    await server.data(round.moderator.caller, MOVE, { input });
    expect(await notices()).toEqual([round.mentor.id]);
    expect(await whose('select account_id as id from bookmark where target_id = $1')).toEqual([round.mentor.id]);
    expect(await whose('select account_id as id from following where target_id = $1')).toEqual([round.mentor.id]);
    await server.drain();
    // The asker lost sight with the move: not even that it was moved is told.
    const { notices: seen } = await server.data<{ notices: { nodes: object[] } }>(round.asker.caller, '{ notices { nodes { title } } }');
    expect(seen.nodes).toEqual([]);
  });

  it('takes what waits for a decision along: who looks after the new space decides, and nobody else', async () => {
    const other = await elsewhere();
    await server.db.query('delete from space_member where space_id = $1 and account_id = $2', [other.space.id, round.mentor.id]);
    await server.db.query('insert into moderation_settings (space_id, watched_words) values ($1, $2)', [round.space.id, ['Gutschein']]);
    const reported = await aReply(server, round.asker, discussion, 'Ein scharfes Wort');
    const hidden = await aReply(server, round.asker, discussion, 'Ein schärferes Wort');
    const held = await aReply(server, round.member, discussion, 'Ein Gutschein');
    const report = async (kind: string, itemId: string) => server.data(round.mentor.caller, REPORT, { input: { kind, itemId, reason: 'insult', words: '' } });
    await report('post', reported);
    await report('post', hidden);
    await report('discussion', discussion.id);
    const cases = async (caller: Caller) => (await server.data<{ moderationCases: { nodes: { id: string; item: { id: string; version: string } }[] } }>(caller, CASES)).moderationCases.nodes;
    const decide = (decision: string, caseId?: string, itemVersion?: string) => [DECIDE, { input: { caseId, decision, reason: 'insult', note: 'So nicht.', itemVersion } }] as const;
    const caseOf = async (caller: Caller, itemId: string) => (await cases(caller)).find(({ item }) => item.id === itemId);
    const caseOfHidden = await caseOf(round.moderator.caller, hidden);
    await server.data(round.moderator.caller, ...decide('hide', caseOfHidden?.id));
    const input = { discussionId: discussion.id, toSpaceId: other.space.id };
    const { moveDiscussionPreview: preview } = await server.data<{ moveDiscussionPreview: { confirmation: number } }>(round.moderator.caller, PREVIEW, { input });
    await server.data(round.moderator.caller, MOVE, { input: { ...input, confirmAudience: preview.confirmation } });
    const left = await anAccount(server);
    await server.db.query(`insert into space_member (space_id, account_id, role) values ($1, $2, 'moderator')`, [round.space.id, left.id]);
    expect(await cases(left.caller)).toEqual([]);
    const waiting = await cases(other.moderator.caller);
    expect(waiting.map(({ item }) => item.id).toSorted()).toEqual([reported, held, discussion.id].toSorted());
    expect(await server.refusal(left.caller, ...decide('hide', waiting[0]?.id))).toEqual({ code: 'NOT_FOUND', reason: 'notFound' });
    const ofHeld = waiting.find(({ item }) => item.id === held);
    await server.data(other.moderator.caller, ...decide('release', ofHeld?.id, ofHeld?.item.version));
    await server.data(other.moderator.caller, ...decide('hide', waiting.find(({ item }) => item.id === reported)?.id));
    // What was hidden before can be shown again by those who look after it now.
    await server.data(other.moderator.caller, ...decide('restore', caseOfHidden?.id));
    const states = await server.db.query<{ id: string; state: string }>('select id, state from post where id = any($1::uuid[])', [[reported, hidden, held]]);
    expect(new Map(states.map(({ id, state }) => [id, state]))).toEqual(new Map([[reported, 'hidden'], [hidden, 'published'], [held, 'published']]));
  });

  it('is for moderators of the space it lies in who belong to the other one', async () => {
    const other = await aRound(server);
    const input = { discussionId: discussion.id, toSpaceId: other.space.id };
    for (const text of [PREVIEW, MOVE]) {
      expect(await server.refusal(null, text, { input })).toMatchObject({ code: 'UNAUTHENTICATED' });
      expect(await server.refusal(round.stranger.caller, text, { input })).toEqual({ code: 'NOT_FOUND', reason: 'notFound' });
      expect(await server.refusal(round.asker.caller, text, { input })).toEqual({ code: 'FORBIDDEN', reason: 'discussion.moderatorsOnly' });
      expect(await server.refusal(round.moderator.caller, text, { input })).toEqual({ code: 'NOT_FOUND', reason: 'notFound' });
      expect(await server.refusal(round.moderator.caller, text, { input: { ...input, toSpaceId: round.space.id } })).toEqual({ code: 'BAD_USER_INPUT', reason: 'discussion.sameSpace', field: 'toSpaceId' });
    }
  });
});

describe('splitting a discussion', () => {
  it('makes one of its own of some posts; links to them last, answers and their authors go along', async () => {
    const stays = await aReply(server, round.member, discussion, 'Bleibt');
    const goes = [await aReply(server, round.mentor, discussion, 'Andere Frage'), await aReply(server, round.member, discussion, 'Andere Antwort')];
    await accept(round.asker, discussion.id, stays);
    await accept(round.asker, discussion.id, goes[1] ?? '');
    const input = { id: uuidv7(), discussionId: discussion.id, postIds: goes, kind: 'question', title: 'Eine andere Frage', topicIds: [] };
    const { splitDiscussion } = await server.data(round.moderator.caller, SPLIT, { input });
    expect(splitDiscussion).toEqual({
      id: input.id, title: 'Eine andere Frage', replyCount: 1, author: { name: 'Mentha Rat' }, excerpt: 'Andere Frage', answers: [{ post: { id: goes[1] } }], thread: { lastPosition: 2 },
    });
    expect(await server.data(round.moderator.caller, SPLIT, { input })).toEqual({ splitDiscussion });
    expect(await spot(round.member.caller, discussion.slug, 4)).toEqual({ position: 2, discussion: { id: input.id } });
    expect(await spot(round.member.caller, discussion.slug, 2)).toEqual({ position: 2, discussion: { id: discussion.id } });
    expect((await server.data(round.member.caller, READ, { slug: discussion.slug }))['discussion']).toMatchObject({ replyCount: 1, isSolved: true });
    expect(await server.db.query('select count(*)::int as count from following where target_id = $1', [input.id])).toEqual([{ count: 2 }]);
  });

  it('keeps what is read, and what is not', async () => {
    const goes = [await aReply(server, round.mentor, discussion), await aReply(server, round.mentor, discussion)];
    await read(round.member, discussion.id, 2);
    await read(round.moderator, discussion.id, 3);
    const input = { id: uuidv7(), discussionId: discussion.id, postIds: goes, kind: 'question', title: 'Eine andere Frage', topicIds: [] };
    await server.data(round.moderator.caller, SPLIT, { input });
    expect([await unread(round.member, input.id), await unread(round.moderator, input.id), await unread(round.asker, input.id)]).toEqual([1, 0, 2]);
    // Put together again: whoever had read both has read it all.
    await server.data(round.moderator.caller, MERGE, { input: { fromDiscussionId: input.id, intoDiscussionId: discussion.id } });
    expect([await unread(round.member, discussion.id), await unread(round.moderator, discussion.id), await unread(round.asker, discussion.id)]).toEqual([1, 0, 2]);
  });

  it('leaves the first post where it is, and takes only what stands there', async () => {
    const other = await aDiscussion(server, { in: round.space, by: round.asker });
    const [opening] = await server.db.query<{ id: string }>('select id from post where thread_id = $1', [discussion.id]);
    for (const postIds of [[opening?.id], [await aReply(server, round.member, other)], [uuidv7()], []]) {
      const input = { id: uuidv7(), discussionId: discussion.id, postIds, kind: 'question', title: 'Eine andere Frage', topicIds: [] };
      expect(await server.refusal(round.moderator.caller, SPLIT, { input })).toEqual({ code: 'BAD_USER_INPUT', reason: 'discussion.notThesePosts', field: 'postIds' });
    }
  });

  it('is for moderators', async () => {
    const input = { id: uuidv7(), discussionId: discussion.id, postIds: [await aReply(server, round.asker, discussion)], kind: 'question', title: 'Eine andere Frage', topicIds: [] };
    expect(await server.refusal(null, SPLIT, { input })).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await server.refusal(round.asker.caller, SPLIT, { input })).toEqual({ code: 'FORBIDDEN', reason: 'discussion.moderatorsOnly' });
    expect(await server.refusal(round.stranger.caller, SPLIT, { input })).toEqual({ code: 'NOT_FOUND', reason: 'notFound' });
  });
});

describe('merging discussions', () => {
  it('brings posts, polls, followers, bookmarks and addresses over; links to places last', async () => {
    const other = await aDiscussion(server, { in: round.space, by: round.member, title: 'Dieselbe Frage' });
    await aReply(server, round.mentor, other, 'Schon beantwortet');
    await server.data(round.member.caller, 'mutation ($input: AskPollInput!) { askPoll(input: $input) { id } }', { input: { id: uuidv7(), discussionId: other.id, question: 'Wer auch?', options: ['Ja', 'Nein'], isMultiple: false, isAnonymous: false } });
    await server.db.query(`insert into bookmark (id, account_id, kind, target_id, note, created_at) values ($1, $2, 'discussion', $3, 'Wichtig', now())`, [uuidv7(), round.mentor.id, other.id]);
    const input = { fromDiscussionId: other.id, intoDiscussionId: discussion.id };
    const { mergeDiscussions } = await server.data(round.moderator.caller, MERGE, { input });
    expect(mergeDiscussions).toEqual({ id: discussion.id, replyCount: 2, polls: [{ question: 'Wer auch?' }] });
    expect(await server.data(round.moderator.caller, MERGE, { input })).toEqual({ mergeDiscussions });
    for (const slug of [other.slug, other.id]) expect((await server.data(round.member.caller, READ, { slug }))['discussion']).toMatchObject({ id: discussion.id, slug: discussion.slug });
    expect(await spot(round.member.caller, other.slug, 2)).toEqual({ position: 3, discussion: { id: discussion.id } });
    const { discussions } = await server.data(round.member.caller, '{ discussions { nodes { id } } }');
    expect(discussions).toEqual({ nodes: [{ id: discussion.id }] });
    expect(await server.db.query('select note from bookmark where target_id = $1', [discussion.id])).toEqual([{ note: 'Wichtig' }]);
    expect(await server.db.query('select count(*)::int as count from following where target_id = $1', [discussion.id])).toEqual([{ count: 3 }]);
  });

  it('loses no reply that is written at the same moment', async () => {
    const other = await aDiscussion(server, { in: round.space, by: round.member });
    const merging = server.graphql(round.moderator.caller, MERGE, { input: { fromDiscussionId: other.id, intoDiscussionId: discussion.id } });
    const replies = Array.from({ length: 8 }, (_, place) => aReply(server, round.mentor, place % 2 === 0 ? other : discussion, `Antwort ${place}`).then((id) => id, () => null));
    const written = (await Promise.all(replies)).filter((id) => id !== null);
    expect((await merging).errors).toBeUndefined();
    const rows = await server.db.query<{ id: string; thread: string; position: number }>('select id, thread_id as thread, position from post where id = any($1::uuid[])', [written]);
    expect(rows).toHaveLength(written.length);
    expect(new Set(rows.map(({ thread, position }) => `${thread} ${position}`)).size).toBe(written.length);
    expect(rows.filter(({ thread }) => thread === discussion.id).length).toBeGreaterThan(0);
    // Whoever replies to what has gone is told so, or was in time: nothing is left behind unseen.
    expect(rows.filter(({ thread }) => thread === other.id)).toEqual([]);
  });

  it('is for moderators, within one space, and of two', async () => {
    const other = await aDiscussion(server, { in: round.space, by: round.asker });
    const far = await aRound(server);
    await server.db.query(`insert into space_member (space_id, account_id, role) values ($1, $2, 'moderator')`, [far.space.id, round.moderator.id]);
    const abroad = await aDiscussion(server, { in: far.space, by: far.asker });
    const input = { fromDiscussionId: other.id, intoDiscussionId: discussion.id };
    expect(await server.refusal(round.asker.caller, MERGE, { input })).toEqual({ code: 'FORBIDDEN', reason: 'discussion.moderatorsOnly' });
    expect(await server.refusal(round.stranger.caller, MERGE, { input })).toEqual({ code: 'NOT_FOUND', reason: 'notFound' });
    expect(await server.refusal(round.moderator.caller, MERGE, { input: { ...input, intoDiscussionId: abroad.id } })).toEqual({ code: 'BAD_USER_INPUT', reason: 'discussion.otherSpace', field: 'intoDiscussionId' });
    expect(await server.refusal(round.moderator.caller, MERGE, { input: { ...input, intoDiscussionId: other.id } })).toEqual({ code: 'BAD_USER_INPUT', reason: 'discussion.sameDiscussion', field: 'intoDiscussionId' });
  });
});

describe('comments under something else', () => {
  it('become a discussion by a moderator, or by whoever wrote them', async () => {
    const subjects = TestSubjects.of(server);
    const id = uuidv7();
    subjects.put({ id, title: 'Ein Tipp', spaceId: round.space.id, authorIds: [round.mentor.id], state: 'published' });
    const thread = await aThread(server, { id, in: round.space, by: round.mentor, title: 'Ein Tipp', subject: { kind: 'thing', id } });
    await aReply(server, round.mentor, thread, 'Erster Kommentar');
    const asked = await aReply(server, round.member, thread, 'Gilt das auch für Landkreise?');
    const answered = await aReply(server, round.mentor, thread, 'Ja, dort auch.');
    const input = { id: uuidv7(), postIds: [asked, answered], kind: 'question', title: 'Gilt das für Landkreise?', topicIds: [] };
    expect(await server.refusal(null, TURN, { input })).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await server.refusal(round.stranger.caller, TURN, { input })).toEqual({ code: 'NOT_FOUND', reason: 'notFound' });
    expect(await server.refusal(round.member.caller, TURN, { input })).toEqual({ code: 'FORBIDDEN', reason: 'discussion.moderatorsOnly' });
    const { turnIntoDiscussion } = await server.data(round.moderator.caller, TURN, { input });
    expect(turnIntoDiscussion).toEqual({ id: input.id, title: 'Gilt das für Landkreise?', author: { name: 'Milo Mitglied' }, excerpt: 'Gilt das auch für Landkreise?' });
    expect(await server.data(round.moderator.caller, TURN, { input })).toEqual({ turnIntoDiscussion });
    const own = { ...input, id: uuidv7(), postIds: [await aReply(server, round.member, thread, 'Und für Zweckverbände?')] };
    await server.data(round.member.caller, TURN, { input: own });
    expect(await server.refusal(round.moderator.caller, TURN, { input: { ...own, id: uuidv7() } })).toMatchObject({ code: 'BAD_USER_INPUT', reason: 'discussion.alreadyOne' });
  });
});
