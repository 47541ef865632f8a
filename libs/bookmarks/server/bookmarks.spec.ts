import { Inject, Injectable, Module } from '@nestjs/common';
import { holds, visibleTo, type SpaceContent, type Viewer } from '#access/server';
import { accountsDomain, LeavingRegistry } from '#accounts/server';
import { anAccount, type TestAccount } from '#accounts/server/testing';
import { notificationsDomain } from '#notifications/server';
import { Outbox, type ServerDomain } from '#platform/server';
import { TestServer, type Caller } from '#platform/server/testing';
import { uuidv7 } from '#platform/shared';
import { spacesDomain } from '#spaces/server';
import { aSpace, join, leave, type TestSpace } from '../../spaces/server/spaces.testing.js';
import { Bookmarks, BookmarkKinds, bookmarksDomain, BookmarksModule, type BookmarkCard } from './index.js';

/** A kind of content that is nothing but its columns of access: what is kept is read through the rule of sight. */
const things: (SpaceContent & { readonly title: string })[] = [];

@Injectable()
class Things {
  constructor(@Inject(BookmarkKinds) kinds: BookmarkKinds) {
    kinds.register({ kind: 'thing', load: async (viewer, ids) => cards(viewer, ids) });
  }
}

function cards(viewer: Viewer, ids: readonly string[]): ReadonlyMap<string, BookmarkCard> {
  const seen = things.filter((thing) => ids.includes(thing.id) && holds(visibleTo(viewer), thing));
  return new Map(seen.map(({ id, title, spaceId }) => [id, { title, path: `/ding/${id}`, excerpt: `Auszug ${title}`, spaceId }]));
}

@Module({ imports: [BookmarksModule], providers: [Things] })
class ThingsModule {}

const thingsDomain: ServerDomain = { name: 'things', module: ThingsModule, entities: [], migrations: [] };

let server: TestServer;
let space: TestSpace;
let member: TestAccount;

beforeAll(async () => {
  server = await TestServer.start([accountsDomain, spacesDomain, notificationsDomain, bookmarksDomain, thingsDomain]);
});
beforeEach(async () => {
  server.clock.moveTo(new Date('2026-03-02T09:00:00Z'));
  member = await anAccount(server);
  space = await aSpace(server, { members: [[member, 'member']] });
});
afterAll(async () => server.stop());

function aThing(title: string, inSpace: { readonly id: string } = space): string {
  const id = uuidv7();
  things.push({ id, spaceId: inSpace.id, authorIds: [], state: 'published', title });
  return id;
}

const SET = 'mutation ($input: SetBookmarkInput!) { setBookmark(input: $input) { id kind targetId title path excerpt note remindOn isDue space { name } } }';
const REMOVE = 'mutation ($input: RemoveBookmarkInput!) { removeBookmark(input: $input) }';
const OF = 'query ($id: ID!, $kind: String = "thing") { bookmarkOf(kind: $kind, targetId: $id) { id note remindOn } }';
const LIST = 'query ($first: Int, $after: String, $due: Boolean) { bookmarks(first: $first, after: $after, due: $due) { nodes { title } pageInfo { hasNextPage endCursor } } }';

const set = async (caller: Caller, targetId: string, more: object = {}) => server.data(caller, SET, { input: { id: uuidv7(), kind: 'thing', targetId, ...more } });
const refusalOfSet = async (caller: Caller | null, targetId: string, more: object = {}) =>
  server.refusal(caller, SET, { input: { id: uuidv7(), kind: 'thing', targetId, ...more } });

interface Listed {
  readonly titles: readonly string[];
  readonly next: string | null;
}
async function list(caller: Caller, variables: object = {}): Promise<Listed> {
  const { bookmarks } = await server.data<{ bookmarks: { nodes: { title: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } }>(caller, LIST, variables as Record<string, unknown>);
  return { titles: bookmarks.nodes.map(({ title }) => title), next: bookmarks.pageInfo.hasNextPage ? bookmarks.pageInfo.endCursor : null };
}

describe('keeping something', () => {
  it('shows what it is called now, with one’s own note and day', async () => {
    const thing = aThing('Wärmenetz');
    expect(await set(member.caller, thing, { note: 'Für den\nBeirat', remindOn: '2026-03-05' })).toEqual({
      setBookmark: {
        id: expect.any(String), kind: 'thing', targetId: thing, title: 'Wärmenetz', path: `/ding/${thing}`, excerpt: 'Auszug Wärmenetz',
        note: 'Für den\nBeirat', remindOn: '2026-03-05', isDue: false, space: { name: space.name },
      },
    });
    expect(await list(member.caller)).toEqual({ titles: ['Wärmenetz'], next: null });
  });

  it('makes one bookmark when it is sent twice, at once or later; note and day are what was sent last', async () => {
    const thing = aThing('Solardach');
    const input = { id: uuidv7(), kind: 'thing', targetId: thing, note: 'a' };
    await Promise.all([server.data(member.caller, SET, { input }), server.data(member.caller, SET, { input: { ...input, id: uuidv7() } })]);
    await server.data(member.caller, SET, { input });
    expect((await list(member.caller)).titles).toEqual(['Solardach']);
    await set(member.caller, thing);
    expect(await server.data(member.caller, OF, { id: thing })).toMatchObject({ bookmarkOf: { note: '', remindOn: null } });
  });

  it('takes no id that is given away', async () => {
    const id = uuidv7();
    const other = await anAccount(server);
    await join(server, space, other);
    await set(other.caller, aThing('Ihres'), { id });
    expect(await refusalOfSet(member.caller, aThing('Meines'), { id })).toMatchObject({ code: 'CONFLICT', reason: 'idReused' });
    expect((await list(member.caller)).titles).toEqual([]);
  });

  it.each([
    ['2026-03-01', 'bookmark.dayPast'],
    ['2026-02-30', 'bookmark.badDay'],
    ['morgen', 'bookmark.badDay'],
    ['2031-03-03', 'bookmark.dayTooFar'],
  ])('refuses %s as a day of reminder', async (remindOn, reason) => {
    expect(await refusalOfSet(member.caller, aThing('Ding'), { remindOn })).toEqual({ code: 'BAD_USER_INPUT', reason, field: 'remindOn' });
  });

  it('keeps a day that has passed while the note is changed', async () => {
    const thing = aThing('Ding');
    await set(member.caller, thing, { remindOn: '2026-03-02' });
    server.clock.moveTo(new Date('2026-03-10T09:00:00Z'));
    expect(await set(member.caller, thing, { remindOn: '2026-03-02', note: 'doch' })).toMatchObject({ setBookmark: { isDue: true, note: 'doch' } });
    expect(await refusalOfSet(member.caller, thing, { remindOn: '2026-03-03' })).toMatchObject({ reason: 'bookmark.dayPast' });
  });

  it('takes a note of 500 signs and none longer', async () => {
    const thing = aThing('Ding');
    await set(member.caller, thing, { note: 'ä'.repeat(500) });
    expect(await refusalOfSet(member.caller, thing, { note: 'ä'.repeat(501) })).toMatchObject({ reason: 'tooLong' });
  });

  it('is for members of the programme alone', async () => {
    const thing = aThing('Ding');
    expect(await refusalOfSet(null, thing)).toMatchObject({ code: 'UNAUTHENTICATED' });
    const waiting = await anAccount(server, { standing: 'waiting' });
    expect(await refusalOfSet(waiting.caller, thing)).toMatchObject({ code: 'FORBIDDEN', reason: 'account.membersOnly' });
    expect(await server.refusal(null, LIST)).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await server.data(null, OF, { id: thing })).toEqual({ bookmarkOf: null });
  });

  it('answers for the unseen as for the unknown', async () => {
    const hidden = aThing('Geheim', await aSpace(server));
    const unknown = { code: 'NOT_FOUND', reason: 'notFound' };
    expect(await refusalOfSet(member.caller, hidden)).toEqual(unknown);
    expect(await refusalOfSet(member.caller, uuidv7())).toEqual(unknown);
    expect(await refusalOfSet(member.caller, hidden, { kind: 'dingsda' })).toEqual(unknown);
    for (const id of [hidden, uuidv7(), 'kein-id']) expect(await server.data(member.caller, OF, { id })).toEqual({ bookmarkOf: null });
    for (const targetId of [hidden, uuidv7()]) expect(await server.data(member.caller, REMOVE, { input: { kind: 'thing', targetId } })).toEqual({ removeBookmark: true });
  });
});

describe('the list', () => {
  it('leaves out what is out of sight, fills the page past it and goes on', async () => {
    const lost = await aSpace(server, { members: [[member, 'member']] });
    for (let number = 1; number <= 6; number += 1) {
      server.clock.forward(1000);
      await set(member.caller, aThing(`Ding ${number}`, number % 2 === 0 ? lost : space));
    }
    await leave(server, lost, member);
    const first = await list(member.caller, { first: 2 });
    expect(first.titles).toEqual(['Ding 5', 'Ding 3']);
    expect(await list(member.caller, { first: 2, after: first.next })).toEqual({ titles: ['Ding 1'], next: null });
    // Neither a further page nor its absence tells that something is kept out there.
    expect(await list(member.caller, { first: 3 })).toMatchObject({ next: null });
    await join(server, lost, member);
    expect((await list(member.caller)).titles).toHaveLength(6);
  });

  it('fills a page past many that are out of sight', async () => {
    const lost = await aSpace(server);
    const seen = aThing('Ganz unten');
    await set(member.caller, seen);
    await server.db.query(
      `insert into bookmark (id, account_id, kind, target_id, created_at) select gen_random_uuid(), $1, 'thing', gen_random_uuid(), $2::timestamptz + n * interval '1 second' from generate_series(1, 250) n`,
      [member.id, server.clock.now()],
    );
    aThing('Nie gesehen', lost);
    expect(await list(member.caller, { first: 1 })).toEqual({ titles: ['Ganz unten'], next: null });
  });

  it('shows what is due, the longest first', async () => {
    await set(member.caller, aThing('Ohne'));
    await set(member.caller, aThing('Später'), { remindOn: '2026-03-20' });
    await set(member.caller, aThing('Zweites'), { remindOn: '2026-03-04' });
    await set(member.caller, aThing('Erstes'), { remindOn: '2026-03-03' });
    expect((await list(member.caller, { due: true })).titles).toEqual([]);
    // Half past midnight in Germany, still the day before by world time.
    server.clock.moveTo(new Date('2026-03-03T23:30:00Z'));
    const first = await list(member.caller, { due: true, first: 1 });
    expect(first.titles).toEqual(['Erstes']);
    expect(await list(member.caller, { due: true, first: 1, after: first.next })).toEqual({ titles: ['Zweites'], next: null });
  });

  it('shows nobody what somebody else keeps', async () => {
    const other = await anAccount(server);
    await join(server, space, other);
    const thing = aThing('Ding');
    await set(member.caller, thing, { note: 'nur für mich' });
    expect((await list(other.caller)).titles).toEqual([]);
    expect(await server.data(other.caller, OF, { id: thing })).toEqual({ bookmarkOf: null });
    await server.data(other.caller, REMOVE, { input: { kind: 'thing', targetId: thing } });
    expect((await list(member.caller)).titles).toEqual(['Ding']);
  });

  it.each(['Unsinn', 'WyJ4IiwieSJd', 'WzEsMl0'])('refuses the place %s', async (after) => {
    expect(await server.refusal(member.caller, LIST, { after })).toMatchObject({ code: 'BAD_USER_INPUT', reason: 'badCursor' });
  });
});

describe('what a domain tells', () => {
  const has = async (caller: Caller, id: string): Promise<boolean> => (await server.data<{ bookmarkOf: unknown }>(caller, OF, { id })).bookmarkOf !== null;

  it('takes moved things from those who lost sight, and from nobody else', async () => {
    const other = await anAccount(server);
    await join(server, space, other);
    const thing = aThing('Umzug');
    for (const { caller } of [member, other]) await set(caller, thing);
    await server.db.write({ accountId: null }, async (tx) => server.app.get(Bookmarks).withdraw(tx, 'thing', [thing], [other.id]));
    expect([await has(member.caller, thing), await has(other.caller, thing)]).toEqual([true, false]);
  });

  it('leads from what was merged to what it became; who kept both keeps one', async () => {
    const other = await anAccount(server);
    await join(server, space, other);
    const [from, to] = [aThing('Alt'), aThing('Neu')];
    await set(member.caller, from, { note: 'alt' });
    await set(other.caller, from, { note: 'alt' });
    await set(other.caller, to, { note: 'neu' });
    await server.db.write({ accountId: null }, async (tx) => server.app.get(Bookmarks).lead(tx, 'thing', from, to));
    expect(await server.data(member.caller, OF, { id: to })).toMatchObject({ bookmarkOf: { note: 'alt' } });
    expect(await server.data(other.caller, OF, { id: to })).toMatchObject({ bookmarkOf: { note: 'neu' } });
    expect(await list(other.caller)).toMatchObject({ titles: ['Neu'] });
  });
});

describe('whoever takes their data along or leaves', () => {
  it('finds the notes, not the names of what left their sight', async () => {
    const lost = await aSpace(server, { members: [[member, 'member']] });
    await set(member.caller, aThing('Verlorentitel', lost), { note: 'meine Worte' });
    await leave(server, lost, member);
    const { body } = await server.app.inject({ method: 'GET', url: '/api/accounts/own-data', headers: { cookie: member.caller.cookie ?? '' } });
    expect(body).toContain('meine Worte');
    expect(body).not.toContain('Verlorentitel');
  });

  it('leaves none behind', async () => {
    await set(member.caller, aThing('Ding'));
    await server.db.write({ accountId: null }, async (tx, emit) => server.app.get(LeavingRegistry).erase(tx, { id: member.id, address: member.address }, emit));
    expect(await server.db.query('select from bookmark where account_id = $1', [member.id])).toEqual([]);
  });
});

describe('a reminder', () => {
  const remind = async (): Promise<void> => server.app.get(Outbox).runNow('bookmarks.remind');
  const reminded = async (account: TestAccount): Promise<readonly string[]> =>
    (await server.db.query<{ id: string }>(
      `select b.target_id as id from notice n join bookmark b on b.id = n.subject_id where n.account_id = $1 and n.kind = 'bookmarks.due' and n.reason = 'reminder' order by b.created_at`,
      [account.id],
    )).map(({ id }) => id);

  it('comes on the morning of its day in Germany, once, however often one asks', async () => {
    const thing = aThing('Ding');
    await set(member.caller, thing, { remindOn: '2026-03-29' });
    server.clock.moveTo(new Date('2026-03-28T22:59:00Z'));
    await remind();
    expect(await reminded(member)).toEqual([]);
    // The night in which the clock goes forward.
    server.clock.moveTo(new Date('2026-03-29T05:00:00Z'));
    await Promise.all([remind(), remind()]);
    await remind();
    expect(await reminded(member)).toEqual([thing]);
  });

  it('is made up for where the day was missed, and comes again on another day', async () => {
    const thing = aThing('Ding');
    await set(member.caller, thing, { remindOn: '2026-03-03' });
    server.clock.moveTo(new Date('2026-03-05T06:00:00Z'));
    await remind();
    expect(await reminded(member)).toEqual([thing]);
    await set(member.caller, thing, { remindOn: '2026-03-06' });
    expect(await reminded(member)).toEqual([]);
    server.clock.moveTo(new Date('2026-03-06T06:00:00Z'));
    await remind();
    expect(await reminded(member)).toEqual([thing]);
  });

  it('does not come for what is out of sight, nor to who may not sign in, and not later either', async () => {
    const lost = await aSpace(server, { members: [[member, 'member']] });
    await set(member.caller, aThing('Verloren', lost), { remindOn: '2026-03-03' });
    const blocked = await anAccount(server);
    await join(server, space, blocked);
    await set(blocked.caller, aThing('Gesperrt'), { remindOn: '2026-03-03' });
    await leave(server, lost, member);
    await server.db.query(`update account set suspended_until = 'infinity' where id = $1`, [blocked.id]);
    server.clock.moveTo(new Date('2026-03-03T06:00:00Z'));
    await remind();
    await join(server, lost, member);
    await server.db.query('update account set suspended_until = null where id = $1', [blocked.id]);
    await remind();
    expect([await reminded(member), await reminded(blocked)]).toEqual([[], []]);
  });

  it('goes with its bookmark', async () => {
    const thing = aThing('Ding');
    await set(member.caller, thing, { remindOn: '2026-03-02' });
    await remind();
    await server.data(member.caller, REMOVE, { input: { kind: 'thing', targetId: thing } });
    expect(await server.db.query('select from notice where account_id = $1', [member.id])).toEqual([]);
  });
});
