import { once } from 'node:events';
import { connect } from 'node:net';
import { DataSource } from 'typeorm';
import { uuidv7 } from '#platform/shared';
import { LiveListener, TestServer, type Caller } from '#platform/server/testing';
import { accountsDomain } from '#accounts/server';
import { spacesDomain } from '#spaces/server';
import { anAccount, type TestAccount } from '../../../accounts/server/accounts.testing.js';
import { aSpace, type TestSpace } from '../../../spaces/server/spaces.testing.js';
import type { LiveEvent } from './live-event.js';
import { Live } from './live.js';

const SUBSCRIPTION = 'subscription { live { topic id data } }';
const domains = [accountsDomain, spacesDomain];
const system = { accountId: null };

describe('live updates', () => {
  let server: TestServer;
  let beside: TestServer;
  let member: TestAccount;
  let outsider: TestAccount;
  let closed: TestSpace;
  const open: LiveListener[] = [];

  beforeAll(async () => {
    server = await TestServer.start(domains);
    beside = await TestServer.beside(server, domains);
    member = await anAccount(server);
    outsider = await anAccount(server);
    closed = await aSpace(server, { visibility: 'closed', members: [[member, 'member']] });
  });
  afterEach(() => {
    for (const listener of open.splice(0)) listener.close();
  });
  afterAll(async () => {
    await beside.stop();
    await server.stop();
  });

  async function listen(to: TestServer, who: TestAccount, wishes: Parameters<typeof LiveListener.open>[2] = {}): Promise<LiveListener> {
    const listener = await LiveListener.open(to, who.caller, wishes);
    expect(listener.status).toBe(200);
    open.push(listener);
    await listener.until(({ raw }) => raw !== '');
    return listener;
  }

  const happen = async (event: Partial<LiveEvent> = {}): Promise<string> => {
    const id = uuidv7();
    await server.db.write(system, async (tx) => server.app.get(Live).publish(tx, { topic: 'thread', id, spaceId: closed.id, data: { position: 7 }, ...event }));
    return id;
  };
  const sql = async (text: string, parameters: readonly unknown[]): Promise<void> => server.db.write(system, async (tx) => tx.query(text, [...parameters]));
  /** A sign by which a listener knows that what was sent before it would have arrived. */
  async function isPast(...listeners: readonly LiveListener[]): Promise<void> {
    const openSpace = await aSpace(server, { visibility: 'public' });
    const id = await happen({ topic: 'mark', spaceId: openSpace.id });
    for (const listener of listeners) await listener.until(({ updates }) => updates.some((update) => update.id === id));
  }

  it('reach members of the space, and nobody else', async () => {
    const [inside, outside] = [await listen(server, member), await listen(server, outsider)];
    const id = await happen();
    await isPast(inside, outside);
    expect(inside.updates[0]).toEqual({ topic: 'thread', id, data: '{"position":7}' });
    expect(outside.topics).toEqual(['mark']);
  });

  it('reach whoever is connected to either of two processes', async () => {
    const [here, there] = [await listen(server, member), await listen(beside, member)];
    const id = await happen();
    await Promise.all([here, there].map((listener) => listener.until(({ updates }) => updates.some((update) => update.id === id))));
    expect(there.topics).toEqual(['thread']);
  });

  it('are not told of what was rolled back', async () => {
    const listener = await listen(server, member);
    const failing = server.db.write(system, async (tx) => {
      server.app.get(Live).publish(tx, { topic: 'thread', id: uuidv7(), spaceId: closed.id });
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    await isPast(listener);
    expect(listener.topics).toEqual(['mark']);
  });

  it('of drafts and hidden things reach those who see them: authors, moderators', async () => {
    const moderator = await anAccount(server);
    const space = await aSpace(server, { visibility: 'closed', members: [[member, 'member'], [outsider, 'member'], [moderator, 'moderator']] });
    const [author, other, moderating] = [await listen(server, member), await listen(server, outsider), await listen(server, moderator)];
    await happen({ topic: 'draft', spaceId: space.id, state: 'draft', authorIds: [member.id] });
    await happen({ topic: 'hidden', spaceId: space.id, state: 'hidden', authorIds: [member.id] });
    await isPast(author, other, moderating);
    expect(author.topics).toEqual(['draft', 'hidden', 'mark']);
    expect(other.topics).toEqual(['mark']);
    expect(moderating.topics).toEqual(['hidden', 'mark']);
  });

  it('for named accounts reach these alone, and of them only those who may see the space', async () => {
    const [inside, outside] = [await listen(server, member), await listen(server, outsider)];
    await happen({ topic: 'notices', spaceId: null, accountIds: [member.id] });
    await happen({ topic: 'mention', accountIds: [member.id, outsider.id] });
    await isPast(inside, outside);
    expect(inside.topics).toEqual(['notices', 'mention', 'mark']);
    expect(outside.topics).toEqual(['mark']);
  });

  it('tell each named account its own id where they name no other', async () => {
    const [one, other] = [await listen(server, member), await listen(server, outsider)];
    await server.db.write(system, async (tx) => server.app.get(Live).publish(tx, { topic: 'notices', id: null, spaceId: null, accountIds: [member.id, outsider.id] }));
    await isPast(one, other);
    expect([one, other].map(({ updates }) => updates[0])).toEqual([member, outsider].map(({ id }) => ({ topic: 'notices', id, data: '{}' })));
  });

  it('reach hundreds of named accounts, more than one notification holds', async () => {
    const listener = await listen(server, member);
    await happen({ topic: 'notices', spaceId: null, accountIds: [...Array.from({ length: 500 }, () => uuidv7()), member.id] });
    await listener.until(({ topics }) => topics.includes('notices'));
    expect(listener.updates).toHaveLength(1);
  });

  it('end for a removed member at once, and tell them that their rights changed', async () => {
    const leaving = await anAccount(server);
    await sql("insert into space_member (space_id, account_id, role) values ($1, $2, 'member')", [closed.id, leaving.id]);
    const listener = await listen(server, leaving);
    const before = await happen();
    await listener.until(({ updates }) => updates.some((update) => update.id === before));
    // The sweep has to have looked once.
    await new Promise((resolve) => {
      setTimeout(resolve, 2_500);
    });
    await sql('delete from space_member where space_id = $1 and account_id = $2', [closed.id, leaving.id]);
    const after = await happen();
    await isPast(listener);
    expect(listener.updates.map(({ id }) => id)).not.toContain(after);
    await listener.until(({ topics }) => topics.includes('viewer'));
  });

  it('tell who reads along in an open space that their rights changed when it is hidden', async () => {
    const reader = await anAccount(server);
    const space = await aSpace(server, { visibility: 'programme' });
    const listener = await listen(server, reader);
    await new Promise((resolve) => {
      setTimeout(resolve, 2_500);
    });
    expect(listener.topics).not.toContain('viewer');
    await sql("update space set visibility = 'hidden' where id = $1", [space.id]);
    await listener.until(({ topics }) => topics.includes('viewer'));
  });

  it('tell nobody outside that a hidden or closed space is made, changed, deleted; nor who lacks the role that a space is limited to', async () => {
    const [stranger, mentor] = [await anAccount(server, { programmeRoles: ['mentee'] }), await anAccount(server, { programmeRoles: ['mentor'] })];
    const [hidden, shut, mentors] = [await aSpace(server, { visibility: 'hidden', members: [[member, 'member']] }), await aSpace(server, { visibility: 'closed', members: [[member, 'member']] }), await aSpace(server, { visibility: 'programme' })];
    await sql("update space set limited_to_role = 'mentor' where id = $1", [mentors.id]);
    const [inside, outside, among] = [await listen(server, member), await listen(server, stranger), await listen(server, mentor)];
    const sweeps = async () => new Promise((resolve) => {
      setTimeout(resolve, 2_500);
    });
    await sweeps();
    const made = await aSpace(server, { visibility: 'hidden' });
    await sql("update space set visibility = 'closed' where id = $1", [hidden.id]);
    await sql("update space set visibility = 'hidden' where id = any($1::uuid[])", [[shut.id, mentors.id]]);
    await Promise.all([inside, among].map((listener) => listener.until(({ topics }) => topics.includes('viewer'), 5_000)));
    await sql('delete from space where id = $1', [made.id]);
    await sweeps();
    expect(outside.topics).toEqual([]);
  });

  it('tell a member within 5 s that a closed space opens, and whoever may read it then', async () => {
    const stranger = await anAccount(server);
    const space = await aSpace(server, { visibility: 'closed', members: [[member, 'member']] });
    const listeners = [await listen(server, member), await listen(server, stranger)];
    await new Promise((resolve) => {
      setTimeout(resolve, 2_500);
    });
    await sql("update space set visibility = 'programme' where id = $1", [space.id]);
    await Promise.all(listeners.map((listener) => listener.until(({ topics }) => topics.includes('viewer'), 5_000)));
    expect(listeners.map(({ topics }) => topics)).toEqual([['viewer'], ['viewer']]);
  });

  it('of what only moderators see end for who is shut out of an open space; they are told that their rights changed', async () => {
    const moderator = await anAccount(server);
    const space = await aSpace(server, { visibility: 'public', members: [[moderator, 'moderator']] });
    const listener = await listen(server, moderator);
    const before = await happen({ spaceId: space.id, state: 'hidden' });
    await listener.until(({ updates }) => updates.some((update) => update.id === before));
    await new Promise((resolve) => {
      setTimeout(resolve, 2_500);
    });
    await sql(`insert into space_suspension (space_id, account_id, ends_at) values ($1, $2, now() + interval '1 hour')`, [space.id, moderator.id]);
    const after = await happen({ spaceId: space.id, state: 'hidden' });
    await isPast(listener);
    expect(listener.updates.map(({ id }) => id)).not.toContain(after);
    await listener.until(({ topics }) => topics.includes('viewer'));
  });

  it.each([
    ['is suspended', "update account set suspended_until = 'infinity' where id = $1"],
    ['is deleted', 'update account set deleted_at = now() where id = $1'],
    ['signs out', 'delete from session where account_id = $1'],
    ['has an outdated session', "update session set expires_at = now() - interval '1 s' where account_id = $1"],
  ])('end within 5 s for whoever %s, without anything happening, and deliver nothing until then', async (_what, change) => {
    const going = await anAccount(server);
    const quiet = await listen(server, going);
    const begun = Date.now();
    await sql(change, [going.id]);
    const openSpace = await aSpace(server, { visibility: 'public' });
    await happen({ topic: 'afterwards', spaceId: openSpace.id });
    await happen({ topic: 'afterwards', spaceId: null, accountIds: [going.id] });
    await quiet.until(({ hasEnded }) => hasEnded, 5_000);
    expect(Date.now() - begun).toBeLessThan(5_000);
    expect(quiet.updates).toEqual([]);
    expect((await LiveListener.open(server, going.caller)).status).toBe(401);
  });

  it('end within 5 s where nothing is delivered either', async () => {
    const going = await anAccount(server);
    const quiet = await listen(server, going);
    await sql('delete from session where account_id = $1', [going.id]);
    await quiet.until(({ hasEnded }) => hasEnded, 5_000);
    expect(quiet.updates).toEqual([]);
  });

  it('of chosen topics leave out the others', async () => {
    const listener = await listen(server, member, { topics: ['notices', 'mark'] });
    await happen();
    await happen({ topic: 'notices', spaceId: null, accountIds: [member.id] });
    await isPast(listener);
    expect(listener.topics).toEqual(['notices', 'mark']);
  });

  it('of a short absence are delivered later, to those who may see them then', async () => {
    const first = await listen(server, member);
    const id = await happen();
    await first.until(({ updates }) => updates.some((update) => update.id === id));
    const [again, outside] = [await listen(server, member, { sinceSeconds: 2 }), await listen(server, outsider, { sinceSeconds: 2 })];
    await isPast(again, outside);
    expect(again.updates.map((update) => update.id)).toContain(id);
    expect(outside.updates.map((update) => update.id)).not.toContain(id);
  });

  it('of a long absence are replaced by the advice to look anew', async () => {
    const listener = await listen(server, member, { sinceSeconds: 600 });
    await listener.until(({ topics }) => topics.includes('caughtUp'));
    expect(listener.topics).toEqual(['caughtUp']);
  });

  it('come back by themselves when the database cuts the listening connection, with the advice to look anew', async () => {
    const [here, there] = [await listen(server, member), await listen(beside, outsider)];
    await server.app.get(DataSource).query("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'pusteblume live' and datname = current_database()");
    await Promise.all([here, there].map((listener) => listener.until(({ topics }) => topics.includes('caughtUp'), 8_000)));
    const id = await happen();
    await here.until(({ updates }) => updates.some((update) => update.id === id));
    await isPast(there);
    expect(there.topics).toEqual(['caughtUp', 'mark']);
  });

  it('that were more than could be told are replaced by the advice to look anew, in each process', async () => {
    const listeners = [await listen(server, member), await listen(beside, outsider)];
    await server.db.write(system, async (tx) => {
      for (let position = 0; position < 10_001; position += 1) server.app.get(Live).publish(tx, { topic: 'thread', id: closed.id, spaceId: closed.id });
    });
    for (const listener of listeners) await listener.until(({ topics }) => topics.includes('caughtUp'));
    expect(listeners.map(({ topics }) => topics)).toEqual([['caughtUp'], ['caughtUp']]);
  });

  it('in a burst larger than a reader can hold become one advice to look anew', async () => {
    const listener = await listen(server, member);
    await server.db.write(system, async (tx) => {
      for (let position = 1; position <= 400; position += 1) server.app.get(Live).publish(tx, { topic: 'thread', id: uuidv7(), spaceId: closed.id, data: { position } });
    });
    await listener.until(({ topics }) => topics.includes('caughtUp'));
    expect(listener.updates.length).toBeLessThan(400);
  });

  const post = async (caller: Caller | null, body: unknown, headers: Record<string, string> = {}) => {
    const answer = await server.app.inject({
      method: 'POST',
      url: '/graphql/stream',
      headers: { 'content-type': 'application/json', ...(caller?.cookie === undefined ? {} : { cookie: caller.cookie }), ...headers },
      payload: typeof body === 'string' ? body : JSON.stringify(body),
    });
    return { status: answer.statusCode, body: answer.body };
  };

  it.each([
    ['a query', '{ viewer { accountId } }'],
    ['a mutation', 'mutation { signOut }'],
    ['nonsense', '{ {'],
    ['an unknown field', 'subscription { gibtEsNicht }'],
    ['the schema', 'subscription { __schema { types { name } } }'],
    ['too many topics', `subscription { live(topics: ${JSON.stringify(Array.from({ length: 21 }, () => 'x'))}) { topic } }`],
  ])('are nothing but subscriptions: %s is refused', async (_what, query) => {
    const { status, body } = await post(member.caller, { query });
    expect(body).not.toContain(member.id);
    expect([status, body.includes('BAD_USER_INPUT')]).toEqual([query.includes('topics') ? 200 : 400, true]);
  });

  it('are refused where the operation is too large', async () => {
    const { status, body } = await post(member.caller, { query: `subscription { live { ${Array.from({ length: 30 }, (_, index) => `a${index}: topic`).join(' ')} } }` });
    expect(status).toBe(400);
    expect(JSON.parse(body)).toEqual({ error: { code: 'BAD_USER_INPUT', reason: 'operationTooLarge' } });
  });

  it('are refused to guests, to foreign pages, to forms, and by GET', async () => {
    expect((await post(null, { query: SUBSCRIPTION })).status).toBe(401);
    expect((await post(member.caller, { query: SUBSCRIPTION }, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await post(member.caller, JSON.stringify({ query: SUBSCRIPTION }), { 'content-type': 'text/plain' })).status).toBe(400);
    expect((await post(member.caller, { query: SUBSCRIPTION, variables: { text: 'x'.repeat(30_000) } })).status).toBe(413);
    const get = await server.app.inject({ method: 'GET', url: `/graphql/stream?query=${encodeURIComponent(SUBSCRIPTION)}`, headers: { cookie: member.caller.cookie ?? '' } });
    expect(get.statusCode).toBe(404);
  });

  it('are not run over the ordinary route', async () => {
    const { errors, data } = await server.graphql(member.caller, SUBSCRIPTION);
    expect(data ?? null).toBeNull();
    expect(errors).toHaveLength(1);
  });

  it('carry the headers of every answer, and none that lets a proxy gather them', async () => {
    const { headers } = await listen(server, member);
    expect(Object.fromEntries(['content-type', 'cache-control', 'x-accel-buffering', 'content-encoding', 'x-content-type-options'].map((name) => [name, headers.get(name)]))).toEqual({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
      'content-encoding': null,
      'x-content-type-options': 'nosniff',
    });
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('stop at 20 connections of one account', async () => {
    const busy = await anAccount(server);
    for (let count = 0; count < 20; count += 1) await listen(server, busy);
    expect((await LiveListener.open(server, busy.caller)).status).toBe(429);
    open.pop()?.close();
    for (let tries = 0; tries < 100 && server.app.get(Live).openStreams >= 20; tries += 1) {
      await new Promise((resolve) => {
        setTimeout(resolve, 10);
      });
    }
    await listen(server, busy);
  });

  it('begin anew after about an hour', async () => {
    const listener = await listen(server, member);
    const now = Date.now.bind(Date);
    jest.spyOn(Date, 'now').mockImplementation(() => now() + 61 * 60_000);
    await listener.until(({ hasEnded }) => hasEnded);
    jest.restoreAllMocks();
    expect(listener.raw).toMatch(/event: complete\ndata:\n\n$/);
  });

  it('wait, bounded, for a reader that takes nothing, and cut it off', async () => {
    const slow = await anAccount(server);
    const { hostname, port } = new URL(await server.listen());
    const socket = connect(Number(port), hostname);
    const body = JSON.stringify({ query: SUBSCRIPTION });
    socket.write(`POST /graphql/stream HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\naccept: text/event-stream\r\ncookie: ${slow.caller.cookie}\r\ncontent-length: ${body.length}\r\n\r\n${body}`);
    await once(socket, 'data');
    // From here on nothing is read; what the two kernels hold between them has to be filled first.
    socket.pause();
    const live = server.app.get(Live);
    const before = live.openStreams;
    const padding = 'x'.repeat(3_000);
    const begun = Date.now();
    while (live.openStreams >= before && Date.now() - begun < 60_000) {
      await server.db.write(system, async (tx) => {
        for (let count = 0; count < 90; count += 1) live.publish(tx, { topic: 'thread', id: uuidv7(), spaceId: null, accountIds: [slow.id], data: { padding } });
      });
    }
    expect(live.openStreams).toBe(before - 1);
    socket.destroy();
  }, 90_000);

  it('are not told without anybody to tell', async () => {
    const live = server.app.get(Live);
    await expect(server.db.write(system, async (tx) => live.publish(tx, { topic: 'thread', id: uuidv7(), spaceId: null }))).rejects.toThrow('neither space nor accounts');
    await expect(server.db.write(system, async (tx) => live.publish(tx, { topic: 'thread', id: uuidv7(), spaceId: closed.id, data: { text: 'x'.repeat(9_000) } }))).rejects.toThrow('too large');
  });
});

describe('a server that stops', () => {
  it('ends its streams and does not wait for their readers', async () => {
    const server = await TestServer.start(domains, { LIVE_STREAMS_PER_NETWORK: '1' });
    const account = await anAccount(server);
    const listener = await LiveListener.open(server, account.caller);
    expect((await LiveListener.open(server, account.caller)).status).toBe(429);
    const begun = Date.now();
    await server.stop();
    await listener.until(({ hasEnded }) => hasEnded);
    expect(Date.now() - begun).toBeLessThan(5_000);
  });
});
