import { DataSource } from 'typeorm';
import { TestServer, type Caller } from '#platform/server/testing';
import { aTopic } from '#topics/server/testing';
import { aDiscussion, aReply, aRound, discussionsWithGround, type TestRound } from '../discussions.testing.js';

const LIST = `query ($filter: DiscussionFilter, $space: String, $topic: String, $kind: DiscussionKind, $mine: Boolean, $first: Int, $after: String) {
  discussions(filter: $filter, space: $space, topic: $topic, kind: $kind, onlyMyTopics: $mine, first: $first, after: $after) { nodes { title } pageInfo { hasNextPage endCursor } totalCount } }`;

interface List {
  readonly discussions: { readonly nodes: readonly { readonly title: string }[]; readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }; readonly totalCount: number };
}

let server: TestServer;
let round: TestRound;

beforeAll(async () => {
  server = await TestServer.start(discussionsWithGround);
});
beforeEach(async () => {
  round = await aRound(server);
});
afterAll(async () => server.stop());

const titles = async (caller: Caller | null, variables: object): Promise<readonly string[]> => (await server.data<List>(caller, LIST, { ...variables })).discussions.nodes.map(({ title }) => title);
const open = async (title: string, wishes: Parameters<typeof aDiscussion>[1] = {}) => {
  server.clock.forward(1000);
  return aDiscussion(server, { in: round.space, by: round.asker, title, ...wishes });
};
const readAll = async (caller: Caller, input: object = {}) => (await server.data<{ markAllRead: number }>(caller, 'mutation ($input: MarkAllReadInput!) { markAllRead(input: $input) }', { input })).markAllRead;

describe('lists', () => {
  it('show the latest activity first, in a space below what is pinned, and page through both without gaps', async () => {
    const made = [];
    for (const title of ['Erste', 'Zweite', 'Dritte', 'Vierte', 'Fünfte']) made.push(await open(title));
    const [first, , third] = made;
    if (first === undefined || third === undefined) throw new Error('five');
    await server.data(round.moderator.caller, 'mutation ($input: PinDiscussionInput!) { pinDiscussion(input: $input) { id } }', { input: { discussionId: third.id, isPinned: true } });
    server.clock.forward(1000);
    await aReply(server, round.member, first);
    expect(await titles(round.member.caller, {})).toEqual(['Erste', 'Fünfte', 'Vierte', 'Dritte', 'Zweite']);
    const paged: string[] = [];
    for (let after: string | null = null, goesOn = true; goesOn; ) {
      const { discussions }: List = await server.data<List>(round.member.caller, LIST, { space: round.space.slug, first: 2, after });
      paged.push(...discussions.nodes.map(({ title }) => title));
      expect(discussions.totalCount).toBe(5);
      ({ hasNextPage: goesOn, endCursor: after } = discussions.pageInfo);
    }
    expect(paged).toEqual(['Dritte', 'Erste', 'Fünfte', 'Vierte', 'Zweite']);
  });

  it.each(['nichts', Buffer.from('[0,"x","y"]').toString('base64url'), Buffer.from('[7,"2026-01-01 00:00:00+00","0198f000-0000-7000-8000-000000000001"]').toString('base64url')])('refuse the cursor %s', async (after) => {
    expect(await server.refusal(round.member.caller, LIST, { after })).toEqual({ code: 'BAD_USER_INPUT', reason: 'badCursor', field: 'after' });
  });

  it('tell who stands outside of nothing', async () => {
    const topic = await aTopic(server);
    await open('Verschlossen', { topics: [topic] });
    for (const variables of [{}, { space: round.space.slug }, { space: round.space.id }, { topic: topic.slug }, { topic: topic.id }, { filter: 'unanswered' }, { filter: 'solved' }]) {
      for (const caller of [round.stranger.caller, null]) {
        expect(await server.data<List>(caller, LIST, { ...variables })).toMatchObject({ discussions: { nodes: [], totalCount: 0 } });
      }
    }
    expect(await titles(round.member.caller, { topic: topic.slug })).toEqual(['Verschlossen']);
  });

  it('about oneself are for who is signed in', async () => {
    for (const variables of [{ filter: 'new' }, { filter: 'unread' }, { filter: 'mine' }, { filter: 'followed' }, { mine: true }]) {
      expect(await server.refusal(null, LIST, variables)).toMatchObject({ code: 'UNAUTHENTICATED' });
    }
  });

  it('know new, unread, mine and followed', async () => {
    const fresh = await open('Neu');
    const seen = await open('Gelesen');
    await server.data(round.member.caller, 'mutation ($input: ReadThreadInput!) { readThread(input: $input) { id } }', { input: { threadId: seen.id, position: 1 } });
    expect(await titles(round.member.caller, { filter: 'new' })).toEqual(['Neu']);
    expect(await titles(round.member.caller, { filter: 'unread' })).toEqual(['Neu']);
    await aReply(server, round.mentor, seen);
    expect(await titles(round.member.caller, { filter: 'new' })).toEqual(['Neu']);
    expect(await titles(round.member.caller, { filter: 'unread' })).toEqual(['Gelesen', 'Neu']);
    expect(await titles(round.asker.caller, { filter: 'mine' })).toEqual(['Gelesen', 'Neu']);
    expect(await titles(round.asker.caller, { filter: 'new' })).toEqual([]);
    expect(await titles(round.mentor.caller, { filter: 'followed' })).toEqual(['Gelesen']);
    await server.db.query(`insert into following (account_id, target_kind, target_id, level, since) values ($1, 'thread', $2, 'muted', now())`, [round.member.id, fresh.id]);
    expect(await titles(round.member.caller, { filter: 'unread' })).toEqual(['Gelesen']);
  });

  it('count nothing as unread that cannot be read, nor own replies', async () => {
    const { id } = await open('Bewegt');
    const last = [await aReply(server, round.mentor, { id }), await aReply(server, round.mentor, { id })];
    const unread = async () => [await titles(round.member.caller, { filter: 'unread' }), (await server.data<{ discussion: { isUnread: boolean } }>(round.member.caller, 'query ($slug: String!) { discussion(slug: $slug) { isUnread } }', { slug: id })).discussion.isUnread];
    const read = async (position: number) => server.data(round.member.caller, 'mutation ($input: ReadThreadInput!) { readThread(input: $input) { unreadCount } }', { input: { threadId: id, position } });
    await read(2);
    expect(await unread()).toEqual([['Bewegt'], true]);
    await server.data(round.mentor.caller, 'mutation ($input: PostInput!) { deletePost(input: $input) { id } }', { input: { postId: last[1] } });
    expect(await unread()).toEqual([[], false]);
    await aReply(server, round.mentor, { id });
    await aReply(server, round.member, { id });
    expect(await unread()).toEqual([['Bewegt'], true]);
    // Everything by others is read; what is left behind it is one's own.
    await read(4);
    expect(await unread()).toEqual([[], false]);
  });

  it('show questions without an answer, the longest waiting first, and under one’s own topics before all', async () => {
    const give = await aTopic(server, { name: `Wärmepumpen ${round.space.id}` });
    const followed = await aTopic(server);
    await open('Alte Frage');
    await open('Austausch', { kind: 'exchange' });
    const answered = await open('Beantwortet');
    await open('Verfolgt', { topics: [followed] });
    await open('Meine Stärke', { topics: [give] });
    await aReply(server, round.member, answered);
    const own = await open('Selbst ergänzt');
    await aReply(server, round.asker, own);
    expect(await titles(round.mentor.caller, { filter: 'unanswered', space: round.space.id })).toEqual(['Alte Frage', 'Verfolgt', 'Meine Stärke', 'Selbst ergänzt']);
    await server.db.query(`insert into following (account_id, target_kind, target_id, level, since) values ($1, 'topic', $2, 'all', now())`, [round.mentor.id, followed.id]);
    await server.db.query(
      `insert into sheet_value (account_id, field_id, answers, visibility, updated_at) select $1, id, array[$2], 'programme', now() from sheet_field where key = 'topicsToGive'`,
      [round.mentor.id, give.name.toUpperCase()],
    );
    expect(await titles(round.mentor.caller, { filter: 'unanswered', space: round.space.id })).toEqual(['Verfolgt', 'Meine Stärke', 'Alte Frage', 'Selbst ergänzt']);
    expect(await titles(round.mentor.caller, { filter: 'unanswered', mine: true })).toEqual(['Verfolgt', 'Meine Stärke']);
    const { discussions } = await server.data<List>(round.mentor.caller, LIST, { filter: 'unanswered', space: round.space.id, first: 1 });
    expect(await titles(round.mentor.caller, { filter: 'unanswered', space: round.space.id, first: 2, after: discussions.pageInfo.endCursor })).toEqual(['Meine Stärke', 'Alte Frage']);
  });

  it('cost the same number of statements for one discussion and for many', async () => {
    const count = async (): Promise<number> => {
      const statements = jest.spyOn(server.app.get(DataSource), 'query');
      const hot = jest.spyOn(server.db, 'hotQuery');
      await server.data(round.member.caller, '{ discussions(filter: unanswered) { nodes { id author { name } lastPostBy { name } topics { name } space { name } isUnread viewerCanAccept answers { acceptedAt } polls { id } thread { unreadCount } } } }');
      // What open pages are told of, from before, leaves when it likes.
      const made = statements.mock.calls.filter(([sql]) => !sql.includes('pg_notify')).length + hot.mock.calls.length;
      statements.mockRestore();
      hot.mockRestore();
      return made;
    };
    await open('Eine');
    await count();
    const one = await count();
    for (let made = 0; made < 5; made += 1) await open(`Weitere ${made}`, { topics: [await aTopic(server)] });
    expect(await count()).toBe(one);
  });
});

describe('catching up', () => {
  const CATCH_UP = 'query ($since: DateTime) { catchUp(perSpace: 2, since: $since) { space { name } count discussions { title isUnread } } }';

  it('shows what is new space by space, and nothing once all is read', async () => {
    const other = await aRound(server, { members: [] });
    await server.db.query(`insert into space_member (space_id, account_id, role) values ($1, $2, 'member')`, [other.space.id, round.member.id]);
    for (const title of ['Eins', 'Zwei', 'Drei']) await open(title);
    server.clock.forward(1000);
    await aDiscussion(server, { in: other.space, by: other.asker, title: 'Anderswo' });
    const { catchUp } = await server.data<{ catchUp: object[] }>(round.member.caller, CATCH_UP);
    expect(catchUp).toEqual([
      { space: { name: other.space.name }, count: 1, discussions: [{ title: 'Anderswo', isUnread: true }] },
      { space: { name: round.space.name }, count: 3, discussions: [{ title: 'Drei', isUnread: true }, { title: 'Zwei', isUnread: true }] },
    ]);
    expect(await readAll(round.member.caller, { spaceId: other.space.id })).toBe(1);
    expect(await server.data(round.member.caller, '{ mySpaces { name discussions { unreadCount viewerCanOpen } } }')).toEqual({
      mySpaces: expect.arrayContaining([{ name: round.space.name, discussions: { unreadCount: 3, viewerCanOpen: true } }, { name: other.space.name, discussions: { unreadCount: 0, viewerCanOpen: true } }]),
    });
    expect(await readAll(round.member.caller)).toBe(3);
    expect(await server.data(round.member.caller, CATCH_UP)).toEqual({ catchUp: [] });
    expect(await readAll(round.member.caller)).toBe(0);
  });

  it('leaves unread what was written after the look', async () => {
    await open('Vorher');
    const until = server.clock.now();
    await open('Nachher');
    expect(await readAll(round.member.caller, { until })).toBe(1);
    expect(await titles(round.member.caller, { filter: 'unread' })).toEqual(['Nachher']);
  });

  it('is for who is signed in, and about what they may read', async () => {
    await open('Verschlossen');
    expect(await server.refusal(null, CATCH_UP)).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await server.data(round.stranger.caller, CATCH_UP)).toEqual({ catchUp: [] });
    expect(await readAll(round.stranger.caller, { spaceId: round.space.id })).toBe(0);
  });
});
