import { accountsDomain } from '#accounts/server';
import { anAccount, type TestAccount } from '#accounts/server/testing';
import { notificationsDomain } from '#notifications/server';
import { TestServer } from '#platform/server/testing';
import { uuidv7 } from '#platform/shared';
import { searchDomain } from '#search/server';
import { spacesDomain } from '#spaces/server';
import { join, leave, aSpace, type TestSpace } from '../../../spaces/server/spaces.testing.js';
import { FeedSources, feedsDomain, type FeedEntry } from '../index.js';
import { feedFaults } from './feed.testing.js';

const CREATE = 'mutation ($id: ID!) { createFeed(input: { spaceId: $id }) { address feed { id text lastReadOn space { id } } } }';
const REVOKE = 'mutation ($id: ID!) { revokeFeed(input: { feedId: $id }) { id } }';
const MINE = '{ myFeeds { id text lastReadOn space { id name } } }';

interface Created {
  readonly createFeed: { readonly address: string; readonly feed: { readonly id: string; readonly text: string; readonly lastReadOn: string | null } };
}

let server: TestServer;
const looks = new Map<string, () => void>();
const entries = new Map<string, FeedEntry[]>();

beforeAll(async () => {
  server = await TestServer.start([accountsDomain, spacesDomain, searchDomain, notificationsDomain, feedsDomain]);
  server.app.get(FeedSources).register({ kind: 'note', newest: async (_viewer, spaceId, limit) => {
    looks.get(spaceId)?.();
    return (entries.get(spaceId) ?? []).slice(0, limit);
  } });
});
afterAll(() => server.stop());

const anEntry = (wishes: Partial<FeedEntry> = {}): FeedEntry => ({
  id: uuidv7(), title: 'Wärmenetz', html: '<p>Text</p>', path: '/tipp/waermenetz-abc123', authorName: 'Anna Autorin',
  at: new Date('2026-03-01T10:00:00Z'), updatedAt: new Date('2026-03-02T10:00:00Z'), ...wishes,
});

async function aReader(wishes: Parameters<typeof aSpace>[1] = {}): Promise<{ readonly reader: TestAccount; readonly space: TestSpace; readonly address: string; readonly feedId: string }> {
  const reader = await anAccount(server);
  const space = await aSpace(server, { visibility: 'programme', ...wishes, members: [[reader, 'member']] });
  const { createFeed } = await server.data<Created>(reader.caller, CREATE, { id: space.id });
  return { reader, space, address: createFeed.address, feedId: createFeed.feed.id };
}

const read = (address: string, headers: Record<string, string> = {}, ip = '192.0.2.1') =>
  server.app.inject({ method: 'GET', url: new URL(address).pathname, headers, remoteAddress: ip });

describe('a feed', () => {
  it('is a valid Atom document, whatever the texts hold', async () => {
    const { space, address } = await aReader({ name: 'Netze & <Wärme> "neu"' });
    entries.set(space.id, [
      anEntry({ title: 'A < B & "C" \u0001\ud800 ]]>', authorName: 'Öztürk & Söhne', html: '<p>Ein <a href="/raum/x">Weg</a>, <a href="#t-a">hier</a>, <img src="/api/files/1" alt="Bild" /> &amp; <em>mehr</em></p>' }),
      anEntry({ updatedAt: new Date('2026-03-01T11:00:00Z'), authorName: null }),
    ]);
    const answer = await read(address);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toBe('application/atom+xml; charset=utf-8');
    expect(feedFaults(answer.body, address)).toEqual([]);
    expect(answer.body).toContain('xml:lang="de"');
    expect(answer.body).toContain('<title type="text">Netze &amp; &lt;Wärme&gt; &quot;neu&quot; · Pusteblume</title>');
    expect(answer.body).toContain('<updated>2026-03-02T10:00:00.000Z</updated>');
    expect(answer.body).toContain('href=&quot;http://localhost:3000/raum/x&quot;');
    expect(answer.body).toContain('href=&quot;http://localhost:3000/tipp/waermenetz-abc123#t-a&quot;');
    // Pictures would need a session and tell who reads.
    expect(answer.body).not.toContain('&lt;img');
  });

  it('tells its faults, or the check above would prove nothing', () => {
    expect(feedFaults('<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title></feed>', 'http://localhost/feed/x')).not.toEqual([]);
    expect(feedFaults('<feed><entry></feed>', 'http://localhost/feed/x')).not.toEqual([]);
  });

  it('holds nothing that runs, also where a source would send it', async () => {
    const { space, address } = await aReader();
    entries.set(space.id, [anEntry({ html: '<script>alert(1)</script><p onclick="x()" style="x" class="y">a</p><a href="javascript:x()">b</a><iframe src="//e.example"></iframe>' })]);
    const { body } = await read(address);
    expect(body).not.toMatch(/script|onclick|style=|class=|iframe/i);
  });

  it('is empty and valid where nothing was written yet', async () => {
    const { address } = await aReader();
    const answer = await read(address);
    expect(feedFaults(answer.body, address)).toEqual([]);
    expect(answer.body).not.toContain('<entry>');
  });

  it('stays in no cache and is not sent again unchanged', async () => {
    const { space, address } = await aReader();
    entries.set(space.id, [anEntry()]);
    const first = await read(address);
    expect(first.headers['cache-control']).toBe('private, no-store');
    expect(first.headers['last-modified']).toBe('Mon, 02 Mar 2026 10:00:00 GMT');
    const again = await read(address, { 'if-none-match': String(first.headers.etag) });
    expect({ status: again.statusCode, body: again.body, cache: again.headers['cache-control'] }).toEqual({ status: 304, body: '', cache: 'private, no-store' });
    expect((await read(address, { 'if-modified-since': String(first.headers['last-modified']) })).statusCode).toBe(304);
    expect((await read(address, { 'if-modified-since': 'Sun, 01 Mar 2026 10:00:00 GMT' })).statusCode).toBe(200);
    // Text taken out: the date goes back, the tag tells.
    entries.set(space.id, []);
    expect((await read(address, { 'if-none-match': String(first.headers.etag), 'if-modified-since': String(first.headers['last-modified']) })).statusCode).toBe(200);
  });

  it.each(['closed', 'hidden'] as const)('of a %s space tells neither title, name nor text', async (visibility) => {
    const { space, address } = await aReader({ visibility, name: 'Geheimer Kreis', slug: `geheimer-kreis-${visibility}` });
    const entry = anEntry();
    entries.set(space.id, [entry]);
    const answer = await read(address);
    expect(feedFaults(answer.body, address)).toEqual([]);
    expect(answer.body).not.toMatch(/geheim|wärme|waerme|anna|>text</i);
    expect(answer.body).toContain(`http://localhost:3000/tipp/${entry.id}`);
  });

  it('carries what the mails of its space may carry', async () => {
    const { space, address } = await aReader();
    entries.set(space.id, [anEntry()]);
    await server.db.query(`insert into space_mail_policy (space_id, policy, chosen_for) values ($1, 'title', 'programme')`, [space.id]);
    const { body } = await read(address);
    expect(feedFaults(body, address)).toEqual([]);
    expect(body).toContain('Wärmenetz');
    expect(body).not.toMatch(/Anna|<content/);
  });

  it('is limited, and says when to come again', async () => {
    const { address, space } = await aReader();
    let made = 0;
    looks.set(space.id, () => {
      made += 1;
    });
    const answers = await Promise.all(Array.from({ length: 121 }, () => read(address)));
    const refused = answers.filter((answer) => answer.statusCode === 429);
    expect(refused).toHaveLength(1);
    expect(Number(refused[0]?.headers['retry-after'])).toBeGreaterThan(0);
    // What is refused costs nothing, and every process counts with the others.
    expect(made).toBe(120);
    expect(await server.db.query(`select from rate_limit where key like 'feeds.read:%' and points = 121`)).toHaveLength(1);
  });

  it('tells its owner the day it was last read', async () => {
    const { reader, address } = await aReader();
    await read(address);
    const { myFeeds } = await server.data<{ myFeeds: { lastReadOn: string }[] }>(reader.caller, MINE);
    expect(myFeeds.map((feed) => feed.lastReadOn)).toEqual([server.clock.now().toISOString().slice(0, 10)]);
  });
});

describe('an address', () => {
  it('is random, kept as a hash alone, and told once', async () => {
    const { reader, address, feedId } = await aReader();
    const token = new URL(address).pathname.slice('/feed/'.length);
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    const [row] = await server.db.query<{ all: string }>('select feed_address::text as all from feed_address where id = $1', [feedId]);
    expect(row?.all).not.toContain(token);
    expect(JSON.stringify(await server.data(reader.caller, MINE))).not.toContain(token);
  });

  it('made anew ends the former and stays the same feed', async () => {
    const { reader, space, address, feedId } = await aReader();
    const { createFeed } = await server.data<Created>(reader.caller, CREATE, { id: space.id });
    expect(createFeed.feed.id).toBe(feedId);
    expect((await read(address)).statusCode).toBe(404);
    expect((await read(createFeed.address)).statusCode).toBe(200);
  });

  it('ends when revoked, by its owner alone', async () => {
    const { reader, address, feedId } = await aReader();
    const other = await anAccount(server);
    expect(await server.refusal(other.caller, REVOKE, { id: feedId })).toMatchObject({ code: 'NOT_FOUND' });
    expect((await read(address)).statusCode).toBe(200);
    expect(await server.data(reader.caller, REVOKE, { id: feedId })).toEqual({ revokeFeed: [] });
    expect((await read(address)).statusCode).toBe(404);
  });

  it('is made by approved members alone, for spaces they read', async () => {
    const { space } = await aReader({ visibility: 'closed' });
    const open = await aSpace(server, { visibility: 'public' });
    const stranger = await anAccount(server);
    const waiting = await anAccount(server, { standing: 'waiting' });
    expect(await server.refusal(null, CREATE, { id: open.id })).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await server.refusal(null, MINE)).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await server.refusal(waiting.caller, CREATE, { id: open.id })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await server.refusal(stranger.caller, CREATE, { id: space.id })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await server.refusal(stranger.caller, CREATE, { id: uuidv7() })).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('whoever may no longer read gets the answer of an address that never was', () => {
  const unknown = () => read(`http://localhost/feed/${'x'.repeat(43)}`);
  const bare = ({ statusCode, headers, body }: Awaited<ReturnType<typeof read>>) => {
    const { date: _date, ...rest } = headers;
    return { statusCode, headers: rest, body };
  };

  it.each([
    ['former', async (reader: TestAccount, space: TestSpace) => leave(server, space, reader)],
    ['suspended', async (reader: TestAccount) => void (await server.db.query(`update account set suspended_until = 'infinity' where id = $1`, [reader.id]))],
    ['declined', async (reader: TestAccount) => void (await server.db.query(`update account set standing = 'declined' where id = $1`, [reader.id]))],
    ['deleted', async (reader: TestAccount) => void (await server.db.query('update account set deleted_at = now() where id = $1', [reader.id]))],
  ] as const)('%s', async (_name, lose) => {
    const { reader, space, address } = await aReader({ visibility: 'closed' });
    expect((await read(address)).statusCode).toBe(200);
    await lose(reader, space);
    expect(bare(await read(address))).toEqual(bare(await unknown()));
  });

  it('and reads on once back inside', async () => {
    const { reader, space, address } = await aReader({ visibility: 'hidden' });
    await leave(server, space, reader);
    expect(await server.data(reader.caller, MINE)).toEqual({ myFeeds: [] });
    await join(server, space, reader);
    expect((await read(address)).statusCode).toBe(200);
  });
});
