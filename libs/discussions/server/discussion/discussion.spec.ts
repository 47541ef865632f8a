import { TestServer } from '#platform/server/testing';
import { uuidv7 } from '#platform/shared';
import { aTopic } from '#topics/server/testing';
import { aDiscussion, aReply, aRound, discussionsWithGround, type TestRound } from '../discussions.testing.js';

const OPEN = 'mutation ($input: OpenDiscussionInput!) { openDiscussion(input: $input) { id slug state title kind excerpt replyCount viewerCanEdit thread { id lastPosition } } }';
const READ = 'query ($slug: String!) { discussion(slug: $slug) { id slug title version isClosed closedReason isPinned slowModeSeconds author { name } topics { name } isUnread replyCount lastPostBy { name } } }';
const EDIT = 'mutation ($input: EditDiscussionInput!) { editDiscussion(input: $input) { slug title version kind } }';

let server: TestServer;
let round: TestRound;

beforeAll(async () => {
  server = await TestServer.start(discussionsWithGround);
});
beforeEach(async () => {
  round = await aRound(server);
});
afterAll(async () => server.stop());

const opening = (wishes: object = {}) => ({ id: uuidv7(), spaceId: round.space.id, kind: 'question', title: 'Wie fangen wir an?', body: 'Wir haben **noch nichts**.', topicIds: [], ...wishes });

describe('opening a discussion', () => {
  it('makes its thread with the first post, and its author follows it and has read it', async () => {
    const input = opening({ topicIds: [(await aTopic(server, { name: 'Einstieg' })).id] });
    const { openDiscussion } = await server.data<{ openDiscussion: { slug: string } }>(round.asker.caller, OPEN, { input });
    expect(openDiscussion).toMatchObject({
      state: 'published', kind: 'question', excerpt: 'Wir haben noch nichts.', replyCount: 0, viewerCanEdit: true, thread: { id: input.id, lastPosition: 1 },
    });
    expect(openDiscussion.slug).toBe(`wie-fangen-wir-an-${input.id.slice(-6)}`);
    const { discussion } = await server.data(round.asker.caller, READ, { slug: openDiscussion.slug });
    expect(discussion).toMatchObject({ author: { name: 'Ada Fragend' }, topics: [{ name: 'Einstieg' }], isUnread: false, lastPostBy: { name: 'Ada Fragend' } });
    expect(await server.db.query('select level from following where account_id = $1 and target_id = $2', [round.asker.id, input.id])).toEqual([{ level: 'all' }]);
  });

  it('sent twice makes one; the same id with other words is refused', async () => {
    const input = opening();
    const first = await server.data(round.asker.caller, OPEN, { input });
    expect(await server.data(round.asker.caller, OPEN, { input })).toEqual(first);
    expect(await server.refusal(round.asker.caller, OPEN, { input: { ...input, title: 'Eine andere Frage' } })).toEqual({ code: 'CONFLICT', reason: 'idReused' });
    expect(await server.db.query('select count(*)::int as count from post where thread_id = $1', [input.id])).toEqual([{ count: 1 }]);
  });

  it('is for members of the space: others are refused, outsiders told nothing', async () => {
    const open = await aRound(server, { visibility: 'programme' });
    const here = opening({ spaceId: open.space.id });
    expect(await server.refusal(null, OPEN, { input: here })).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await server.refusal(open.stranger.caller, OPEN, { input: here })).toEqual({ code: 'FORBIDDEN', reason: 'discussion.mayNotOpen' });
    expect(await server.refusal(round.stranger.caller, OPEN, { input: opening() })).toEqual({ code: 'NOT_FOUND', reason: 'notFound' });
    const archived = await aRound(server, { isArchived: true });
    expect(await server.refusal(archived.asker.caller, OPEN, { input: opening({ spaceId: archived.space.id }) })).toEqual({ code: 'FORBIDDEN', reason: 'discussion.mayNotOpen' });
  });

  it.each([
    ['a title that says nothing', { title: 'Na' }, 'title', 'tooShort'],
    ['a title that is a text', { title: 'x'.repeat(151) }, 'title', 'tooLong'],
    ['a text that shows nothing', { body: '   ' }, 'body', 'required'],
    ['a topic nobody knows', { topicIds: [uuidv7()] }, 'topicIds', 'discussion.unknownTopic'],
    ['a kind that is none', { topicIds: Array.from({ length: 9 }, () => uuidv7()) }, 'topicIds', 'tooMany'],
  ])('refuses %s', async (_what, wishes, field, reason) => {
    expect(await server.refusal(round.asker.caller, OPEN, { input: opening(wishes) })).toEqual({ code: 'BAD_USER_INPUT', reason, field });
  });

  it('is held back where a moderator looks first, out of sight of the others', async () => {
    await server.db.query(`insert into moderation_settings (space_id, hold_first) values ($1, 1)`, [round.space.id]);
    const input = opening();
    const { openDiscussion } = await server.data<{ openDiscussion: { slug: string } }>(round.asker.caller, OPEN, { input });
    expect(openDiscussion).toMatchObject({ state: 'review', replyCount: 0 });
    const { slug } = openDiscussion;
    await server.data(round.moderator.caller, READ, { slug });
    expect(await server.refusal(round.member.caller, READ, { slug })).toEqual({ code: 'NOT_FOUND', reason: 'notFound' });
    const { discussions } = await server.data(round.member.caller, '{ discussions { nodes { id } } }');
    expect(discussions).toEqual({ nodes: [] });
  });
});

describe('a discussion', () => {
  it('is nobody’s outside its space, by whatever address', async () => {
    const discussion = await aDiscussion(server, { in: round.space, by: round.asker });
    for (const slug of [discussion.slug, discussion.id, 'gibt-es-nicht', uuidv7(), '%00']) {
      expect(await server.refusal(round.stranger.caller, READ, { slug })).toEqual({ code: 'NOT_FOUND', reason: 'notFound' });
      expect(await server.refusal(null, READ, { slug })).toEqual({ code: 'NOT_FOUND', reason: 'notFound' });
    }
  });

  it('tells guests of an open space no names', async () => {
    const open = await aRound(server, { visibility: 'public' });
    const { slug } = await aDiscussion(server, { in: open.space, by: open.asker });
    const { discussion } = await server.data(null, READ, { slug });
    expect(discussion).toMatchObject({ author: null, lastPostBy: null, isUnread: false });
  });

  it('counts replies, and tells who wrote last', async () => {
    const discussion = await aDiscussion(server, { in: round.space, by: round.asker });
    await aReply(server, round.member, discussion);
    await aReply(server, round.mentor, discussion);
    await server.drain();
    const { discussion: read } = await server.data(round.asker.caller, READ, { slug: discussion.slug });
    expect(read).toMatchObject({ replyCount: 2, lastPostBy: { name: 'Mentha Rat' }, isUnread: true });
  });

  it('keeps its former addresses when its title changes', async () => {
    const { id, slug } = await aDiscussion(server, { in: round.space, by: round.asker, title: 'Erster Titel' });
    const input = { discussionId: id, baseVersion: 1, kind: 'exchange', title: 'Zweiter Titel', topicIds: [] };
    const { editDiscussion } = await server.data<{ editDiscussion: { slug: string } }>(round.asker.caller, EDIT, { input });
    expect(editDiscussion).toMatchObject({ title: 'Zweiter Titel', version: 2, kind: 'exchange' });
    const { discussion } = await server.data(round.member.caller, READ, { slug });
    expect(discussion).toMatchObject({ id, slug: editDiscussion.slug });
    expect(await server.db.query('select title from thread where id = $1', [id])).toEqual([{ title: 'Zweiter Titel' }]);
  });

  it('refuses a stale change with what stands there now, and takes the same one twice', async () => {
    const { id } = await aDiscussion(server, { in: round.space, by: round.asker });
    const input = { discussionId: id, baseVersion: 1, kind: 'question', title: 'Zweiter Titel', topicIds: [] };
    await server.data(round.asker.caller, EDIT, { input });
    await server.data(round.asker.caller, EDIT, { input });
    const { errors } = await server.graphql(round.moderator.caller, EDIT, { input: { ...input, title: 'Dritter Titel' } });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', reason: 'discussion.stale', params: { version: 2, title: 'Zweiter Titel' } });
    expect(await server.refusal(round.member.caller, EDIT, { input })).toEqual({ code: 'FORBIDDEN', reason: 'discussion.mayNotEdit' });
    expect(await server.refusal(round.stranger.caller, EDIT, { input })).toEqual({ code: 'NOT_FOUND', reason: 'notFound' });
  });
});

describe('steering a discussion', () => {
  const steps = [
    ['pinDiscussion', 'PinDiscussionInput', { isPinned: true }, { isPinned: true }],
    ['closeDiscussion', 'CloseDiscussionInput', { reason: 'Geklärt' }, { isClosed: true, closedReason: 'Geklärt' }],
    ['reopenDiscussion', 'DiscussionInput', {}, { isClosed: false, closedReason: '' }],
    ['setSlowMode', 'SetSlowModeInput', { seconds: 60 }, { slowModeSeconds: 60 }],
  ] as const;

  it.each(steps)('%s is for moderators', async (name, type, wishes, expected) => {
    const discussion = await aDiscussion(server, { in: round.space, by: round.asker });
    const text = `mutation ($input: ${type}!) { ${name}(input: $input) { isPinned isClosed closedReason slowModeSeconds } }`;
    const variables = { input: { discussionId: discussion.id, ...wishes } };
    expect(await server.refusal(null, text, variables)).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await server.refusal(round.stranger.caller, text, variables)).toEqual({ code: 'NOT_FOUND', reason: 'notFound' });
    expect(await server.refusal(round.asker.caller, text, variables)).toEqual({ code: 'FORBIDDEN', reason: 'discussion.moderatorsOnly' });
    const done = await server.data(round.moderator.caller, text, variables);
    expect(done[name]).toMatchObject(expected);
    expect(await server.data(round.moderator.caller, text, variables)).toEqual(done);
  });

  it('closes it for members, not for moderators', async () => {
    const discussion = await aDiscussion(server, { in: round.space, by: round.asker });
    await server.data(round.moderator.caller, 'mutation ($input: CloseDiscussionInput!) { closeDiscussion(input: $input) { id } }', { input: { discussionId: discussion.id, reason: '' } });
    await expect(aReply(server, round.member, discussion)).rejects.toThrow('thread.closed');
    await aReply(server, round.moderator, discussion);
  });
});
