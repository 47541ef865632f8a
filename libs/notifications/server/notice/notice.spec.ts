import { accountsDomain } from '#accounts/server';
import { Live } from '#platform/server';
import { LiveListener, TestServer, type Caller } from '#platform/server/testing';
import { uuidv7 } from '#platform/shared';
import { spacesDomain } from '#spaces/server';
import { anAccount, type TestAccount } from '../../../accounts/server/accounts.testing.js';
import { aSpace, leave, type TestSpace } from '../../../spaces/server/spaces.testing.js';
import { notificationsDomain } from '../index.js';
import { TestThings } from '../notifications.testing.js';
import { Notices } from './notices.js';

let server: TestServer;
let things: TestThings;
let author: TestAccount;
let reader: TestAccount;
let space: TestSpace;

beforeAll(async () => {
  server = await TestServer.start([accountsDomain, spacesDomain, notificationsDomain]);
  things = new TestThings(server);
}, 60_000);
afterAll(() => server.stop());

beforeEach(async () => {
  author = await anAccount(server, { name: 'Mia Sommer' });
  reader = await anAccount(server);
  space = await aSpace(server, { members: [[author, 'member'], [reader, 'member']] });
});

interface Group {
  readonly title: string;
  readonly path: string;
  readonly count: number;
  readonly unreadCount: number;
  readonly groupKind: string;
  readonly groupId: string;
  readonly space: { readonly id: string } | null;
  readonly newest: { readonly id: string; readonly line: string; readonly reason: string; readonly reasonText: string; readonly isRead: boolean; readonly excerpt: string | null; readonly actor: { readonly name: string } | null };
}

const groupsOf = async (caller: Caller, first = 20): Promise<readonly Group[]> =>
  (await server.data<{ notices: { nodes: readonly Group[] } }>(
    caller,
    'query ($first: Int!) { notices(first: $first) { nodes { title path count unreadCount groupKind groupId space { id } newest { id line reason reasonText isRead excerpt actor { name } } } } }',
    { first },
  )).notices.nodes;
const unreadOf = async (caller: Caller): Promise<number> => (await server.data<{ unreadNoticeCount: number }>(caller, '{ unreadNoticeCount }')).unreadNoticeCount;

describe('the notice centre', () => {
  it('groups notices by thread, newest first, and says what happened and why one is told', async () => {
    const first = things.make({ in: space });
    const second = things.make({ in: space, threadId: first.threadId });
    await things.tell(first, [reader], { by: author });
    server.clock.forward(1000);
    await things.tell(second, [reader], { by: author, reason: 'mentioned' });
    server.clock.forward(1000);
    await things.tell(things.make({ in: space, title: 'Solardach' }), [reader], { by: author });
    const [solar, pump] = await groupsOf(reader.caller);
    expect(solar).toMatchObject({ title: 'Solardach', count: 1, unreadCount: 1, space: { id: space.id } });
    expect(pump).toMatchObject({
      title: 'Wärmepumpe im Altbau', count: 2, unreadCount: 2, groupKind: 'thread', groupId: first.threadId, path: first.view.path,
      newest: { line: 'Mia Sommer hat Sie in „Wärmepumpe im Altbau“ erwähnt', reason: 'mentioned', reasonText: 'Sie erhalten das, weil Sie erwähnt wurden.', isRead: false, excerpt: 'Wer hat Erfahrung?', actor: { name: 'Mia Sommer' } },
    });
    expect(await unreadOf(reader.caller)).toBe(2);
  });

  it('speaks English to who has chosen it', async () => {
    const english = await anAccount(server, { locale: 'en' });
    await things.tell(things.make({ in: null, title: 'Solar roof' }), [english], { by: author });
    expect((await groupsOf(english.caller))[0]?.newest).toMatchObject({ line: 'Mia Sommer wrote in “Solar roof”', reasonText: 'You get this because somebody answered you.' });
  });

  it('keeps nothing of what happens where somebody cannot look, and lets nobody take home when it happened', async () => {
    const [stranger, former] = [await anAccount(server), await anAccount(server)];
    await server.db.query(`insert into space_member (space_id, account_id, role) values ($1, $2, 'member')`, [space.id, former.id]);
    expect(await things.tell(things.make({ in: space }), [stranger, former, reader], { by: author, reason: 'followsTopic' })).toEqual(expect.not.arrayContaining([stranger.id]));
    await server.db.query(`insert into notice_mail (id, account_id, form, created_at, dropped_at) values ($1, $2, 'following', now(), now())`, [uuidv7(), former.id]);
    await leave(server, space, former);
    const takenHome = async ({ caller }: TestAccount) => {
      const answer = await server.app.inject({ method: 'GET', url: '/api/accounts/own-data', headers: { cookie: caller.cookie ?? '' } });
      expect(answer.statusCode).toBe(200);
      const { notices, mails } = (JSON.parse(answer.body) as { notifications: { notices: unknown[]; mails: unknown[] } }).notifications;
      return [notices.length, mails.length];
    };
    expect(await takenHome(stranger)).toEqual([0, 0]);
    expect(await takenHome(former)).toEqual([0, 0]);
    expect(await takenHome(reader)).toEqual([1, 0]);
    const rows = await server.db.query('select 1 from notice where account_id = $1', [stranger.id]);
    expect(rows).toEqual([]);
  });

  it('names nobody to who is no member of the programme', async () => {
    const open = await aSpace(server, { visibility: 'public' });
    await things.tell(things.make({ in: open }), [reader], { by: author });
    await server.db.query(`update account set standing = 'declined' where id = $1`, [reader.id]);
    const [group] = await groupsOf(reader.caller);
    expect(group?.newest.line).not.toContain('Mia Sommer');
  });

  it('counts groups, however much is in one, and none that is out of sight', async () => {
    const thread = things.make({ in: space });
    for (let count = 0; count < 60; count += 1) await things.tell(things.make({ in: space, threadId: thread.threadId }), [reader], { by: author });
    const seen = things.make({ in: space });
    await things.tell(seen, [reader], { by: author });
    const gone = things.make({ in: space, threadId: seen.threadId });
    await things.tell(gone, [reader], { by: author });
    things.remove(gone);
    const lost = things.make({ in: space });
    await things.tell(lost, [reader], { by: author });
    things.remove(lost);
    expect(await unreadOf(reader.caller)).toBe(2);
  });

  it('tells nobody twice of one happening, and not whoever did it', async () => {
    const thing = things.make({ in: space });
    const occasionId = uuidv7();
    expect(await things.tell(thing, [author, reader], { by: author, occasionId })).toEqual([reader.id]);
    expect(await things.tell(thing, [reader], { by: author, occasionId, category: 'followed' })).toEqual([]);
    expect((await groupsOf(reader.caller))[0]?.count).toBe(1);
  });

  it('neither shows nor counts what is lost from sight: left, blocked, gone, moved, withdrawn', async () => {
    const hidden = things.make({ in: space });
    await things.tell(hidden, [reader], { by: author });
    const elsewhere = await aSpace(server);
    expect(await unreadOf(reader.caller)).toBe(1);

    things.move(hidden, elsewhere);
    expect([await groupsOf(reader.caller), await unreadOf(reader.caller)]).toEqual([[], 0]);
    things.move(hidden, space);
    expect(await unreadOf(reader.caller)).toBe(1);

    things.remove(hidden);
    expect([await groupsOf(reader.caller), await unreadOf(reader.caller)]).toEqual([[], 0]);

    const [a, b, c] = [things.make({ in: space }), things.make({ in: space }), things.make({ in: space })];
    for (const thing of [a, b, c]) await things.tell(thing, [reader], { by: author });
    await server.db.write({ accountId: null }, async (tx) => {
      await server.app.get(Notices).withdraw(tx, { subjectIds: [a.id] });
      await server.app.get(Notices).move(tx, { kind: 'thread', id: b.threadId }, elsewhere.id);
    });
    expect((await groupsOf(reader.caller)).map(({ groupId }) => groupId)).toEqual([c.threadId]);

    await leave(server, space, reader);
    expect([await groupsOf(reader.caller), await unreadOf(reader.caller)]).toEqual([[], 0]);
  });

  it('fills a page past groups that are out of sight, and goes on from there', async () => {
    for (let index = 0; index < 6; index += 1) {
      server.clock.forward(1000);
      const thing = things.make({ in: space, title: `Nummer ${index}` });
      await things.tell(thing, [reader], { by: author });
      if (index === 4 || index === 5) things.remove(thing);
    }
    const page = async (after: string | null) =>
      (await server.data<{ notices: { nodes: { title: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } }>(
        reader.caller, 'query ($after: String) { notices(first: 2, after: $after) { nodes { title } pageInfo { hasNextPage endCursor } } }', { after },
      )).notices;
    const first = await page(null);
    expect(first.nodes.map(({ title }) => title)).toEqual(['Nummer 3', 'Nummer 2']);
    const second = await page(first.pageInfo.endCursor);
    expect([second.nodes.map(({ title }) => title), second.pageInfo.hasNextPage]).toEqual([['Nummer 1', 'Nummer 0'], false]);
    expect(await server.refusal(reader.caller, '{ notices(after: "WyJ4IiwieSJd") { nodes { title } } }')).toMatchObject({ reason: 'badCursor', field: 'after' });
  });

  it('marks as read by visiting, by group, one by one and all at once; never for others', async () => {
    const other = await anAccount(server);
    const [a, b, c] = [things.make({ in: null }), things.make({ in: null }), things.make({ in: null })];
    for (const thing of [a, b, c]) await things.tell(thing, [reader, other], { by: author });
    const visited = 'mutation ($input: NoticeGroupInput!) { visited(input: $input) { count } }';
    expect(await server.data(reader.caller, visited, { input: { kind: 'thread', id: a.threadId } })).toEqual({ visited: { count: 2 } });
    const ids = (await groupsOf(reader.caller)).filter(({ groupId }) => groupId === b.threadId).map(({ newest }) => newest.id);
    expect(await server.data(other.caller, 'mutation ($input: ReadNoticesInput!) { readNotices(input: $input) { count } }', { input: { ids } })).toEqual({ readNotices: { count: 3 } });
    expect(await server.data(reader.caller, 'mutation ($input: ReadNoticesInput!) { readNotices(input: $input) { count } }', { input: { ids } })).toEqual({ readNotices: { count: 1 } });
    expect(await server.data(reader.caller, 'mutation { readAllNotices(input: {}) { count } }')).toEqual({ readAllNotices: { count: 0 } });
    expect(await unreadOf(other.caller)).toBe(3);
    expect((await groupsOf(reader.caller)).every(({ newest }) => newest.isRead)).toBe(true);
  });

  it('marks as read what leads to the page that is open, whatever it is about', async () => {
    const other = await anAccount(server);
    const paths = ['/raum/am-fluss/anfragen', '/raum/am-fluss', '/moderation?fall=7', '/moderation?fall=8', '/meldungen#7', '/meldungen#8'];
    for (const path of paths) {
      await things.tell(things.make({ in: null, path, title: path }), [reader, other], { by: author });
      // The page shows the newest first; within one moment there is no order.
      server.clock.forward(1000);
    }
    const visit = async (path: string) => server.data(reader.caller, 'mutation ($input: VisitedPageInput!) { visitedPage(input: $input) { count } }', { input: { path } });
    const unread = async () => (await server.data<{ notices: { nodes: { title: string }[] } }>(reader.caller, '{ notices(unreadOnly: true) { nodes { title } } }')).notices.nodes.map(({ title }) => title).toReversed();
    expect(await visit('/raum/am-fluss/anfragen?anfrage=3')).toEqual({ visitedPage: { count: 5 } });
    expect(await unread()).toEqual(paths.slice(1));
    await visit('/moderation?fall=8&zustand=offen');
    expect(await unread()).toEqual(['/raum/am-fluss', '/moderation?fall=7', '/meldungen#7', '/meldungen#8']);
    await visit('/meldungen');
    expect(await unread()).toEqual(['/raum/am-fluss', '/moderation?fall=7']);
    for (const path of ['/', '/moderation', '//anderswo.test/raum/am-fluss', 'http://anderswo.test/raum/am-fluss', 'http://[', 'x']) expect([path, await visit(path)]).toEqual([path, { visitedPage: { count: 2 } }]);
    expect(await unreadOf(other.caller)).toBe(6);
    expect(await server.data(null, 'mutation { visitedPage(input: { path: "/" }) { count } }')).toEqual({ visitedPage: { count: 0 } });
  });

  it('leaves out what somebody took off the page', async () => {
    await things.tell(things.make({ in: null }), [reader], { by: author, category: 'followed' });
    await server.data(reader.caller, 'mutation { setNoticePreference(input: { category: followed, onPage: false }) { digestHour } }');
    expect([await groupsOf(reader.caller), await unreadOf(reader.caller)]).toEqual([[], 0]);
  });

  it('is for its owner alone', async () => {
    await things.tell(things.make({ in: null }), [reader], { by: author });
    const id = (await groupsOf(reader.caller))[0]?.newest.id;
    const one = 'query ($id: ID!) { notice(id: $id) { path } }';
    expect(await server.data(reader.caller, one, { id })).toMatchObject({ notice: { path: expect.stringContaining('/d/') } });
    expect(await server.refusal(author.caller, one, { id })).toEqual(await server.refusal(author.caller, one, { id: uuidv7() }));
    expect(await groupsOf(author.caller)).toEqual([]);
    expect(await server.refusal(null, '{ notices { nodes { title } } }')).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await server.data(null, '{ unreadNoticeCount }')).toEqual({ unreadNoticeCount: 0 });
    for (const mutation of ['readAllNotices(input: {}) { count }', 'readNotices(input: {}) { count }', 'setHolidayPause(input: {}) { digestHour }', 'setQuietHours(input: {}) { digestHour }', 'setDigestTime(input: { hour: 7 }) { digestHour }', 'setNoticePreference(input: { category: own }) { digestHour }']) {
      expect(await server.refusal(null, `mutation { ${mutation} }`)).toMatchObject({ code: 'UNAUTHENTICATED' });
    }
  });

  it('asks the database no more often for a full page than for a short one', async () => {
    const counted = async (first: number): Promise<number> => {
      const query = jest.spyOn(server.db, 'query');
      await groupsOf(reader.caller, first);
      const { length } = query.mock.calls;
      query.mockRestore();
      return length;
    };
    for (let index = 0; index < 12; index += 1) await things.tell(things.make({ in: space }), [reader], { by: author });
    expect(await counted(10)).toBe(await counted(2));
  });
});

describe('open pages', () => {
  it('hear that there is something new, read or taken back, each person of their own alone, and not of a space they left', async () => {
    const left = await anAccount(server);
    const [hearing, deaf, gone] = [await LiveListener.open(server, reader.caller), await LiveListener.open(server, author.caller), await LiveListener.open(server, left.caller)];
    await hearing.until(({ raw }) => raw !== '');
    await things.tell(things.make({ in: space }), [reader, left], { by: author });
    await hearing.until(({ updates }) => updates.some(({ topic, id }) => topic === 'notices' && id === reader.id));
    const before = hearing.updates.length;
    await server.data(reader.caller, 'mutation { readAllNotices(input: {}) { count } }');
    await hearing.until(({ updates }) => updates.length > before);
    const thing = things.make({ in: space });
    await things.tell(thing, [reader], { by: author });
    await hearing.until(({ updates }) => updates.length > before + 1);
    await server.db.write({ accountId: null }, async (tx) => server.app.get(Notices).withdraw(tx, { subjectIds: [thing.id] }));
    await hearing.until(({ updates }) => updates.length > before + 2);
    expect(await unreadOf(reader.caller)).toBe(0);
    expect([...deaf.topics, ...gone.topics].filter((topic) => topic === 'notices')).toEqual([]);
    for (const listener of [hearing, deaf, gone]) listener.close();
  });
});

describe('open pages of a space', () => {
  /** Takes back what a member and somebody else were told there. @returns how often the latter heard of it. */
  async function takeBack(who: TestAccount, movedTo?: TestSpace): Promise<number> {
    const garden = await aSpace(server, { visibility: 'closed', members: [[reader, 'member'], [who, 'member']] });
    const thing = things.make({ in: garden });
    await things.tell(thing, [reader, who], { by: author });
    if (movedTo === undefined) await leave(server, garden, who);
    const listeners = [await LiveListener.open(server, reader.caller), await LiveListener.open(server, who.caller)];
    const mark = async (topic: string): Promise<void> => {
      await server.db.write({ accountId: null }, async (tx) => server.app.get(Live).publish(tx, { topic, id: null, spaceId: null, accountIds: [reader.id, who.id] }));
      for (const listener of listeners) await listener.until(({ topics }) => topics.includes(topic));
    };
    await mark('begin');
    await server.db.write({ accountId: null }, async (tx) => {
      const notices = server.app.get(Notices);
      if (movedTo !== undefined) await notices.move(tx, { kind: 'thread', id: thing.threadId }, movedTo.id);
      await notices.withdraw(tx, { subjectIds: [thing.id] }, movedTo === undefined ? undefined : garden.id);
    });
    await mark('end');
    for (const listener of listeners) listener.close();
    const [members, theirs] = listeners.map(({ topics }) => topics.slice(topics.indexOf('begin')).filter((topic) => topic === 'notices').length);
    expect(members).toBe(1);
    return theirs ?? 0;
  }

  it('hear nothing of what is taken back there once they left it', async () => {
    expect(await takeBack(await anAccount(server))).toBe(0);
  });

  it('hear that it was taken back where it was moved away from', async () => {
    expect(await takeBack(await anAccount(server), await aSpace(server, { visibility: 'closed' }))).toBe(1);
  });
});

describe('spaces', () => {
  it('tell applicants of decisions and moderators of requests, on the page', async () => {
    const moderator = await anAccount(server);
    const applicant = await anAccount(server);
    const garden = await aSpace(server, { name: 'Gartenrunde', gates: ['request'], members: [[moderator, 'moderator']] });
    const id = uuidv7();
    await server.data(applicant.caller, 'mutation ($input: RequestToJoinInput!) { requestToJoin(input: $input) { id } }', { input: { id, spaceId: garden.id, message: 'Ich gärtnere.', answers: [] } });
    await server.drain();
    expect((await groupsOf(moderator.caller))[0]?.newest).toMatchObject({ line: 'In „Gartenrunde“ wartet eine Beitrittsanfrage', reason: 'moderates' });
    await server.data(moderator.caller, 'mutation ($id: ID!) { approveJoinRequest(input: { requestId: $id }) { id } }', { id });
    await server.drain();
    expect(await groupsOf(moderator.caller)).toEqual([]);
    expect((await groupsOf(applicant.caller))[0]).toMatchObject({ title: 'Gartenrunde', newest: { line: 'Ihre Anfrage für „Gartenrunde“ wurde angenommen' } });
  });
});
