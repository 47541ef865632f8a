import { eventOf, payloadsOf, type LiveEvent } from './live-event.js';
import { LiveConnection } from './live-connection.js';
import { CAUGHT_UP, LiveStream } from './live-stream.js';
import { RecentEvents } from './recent-events.js';

const event = (id: string): LiveEvent => ({ topic: 'thread', id, spaceId: 'space' });
const reader = { accountId: 'ada', sessionId: 'session', network: 'net' };
const START = new Date('2026-03-01T10:00:00Z').getTime();

beforeEach(() => jest.useFakeTimers({ now: START }));
afterEach(() => jest.useRealTimers());

describe('the last minute', () => {
  it('is told from the moment in question', () => {
    const recent = new RecentEvents();
    recent.add(event('before'));
    jest.setSystemTime(START + 10_000);
    recent.add(event('after'));
    expect(recent.since(START + 5_000, START)?.map(({ id }) => id)).toEqual(['after']);
  });

  it.each([
    ['nobody listens', START + 5_000, null],
    ['listening began later', START + 5_000, START + 6_000],
    ['it is longer ago', START - 55_000, START - 100_000],
  ])('cannot be told where %s', (_why, since, coveredSince) => {
    const recent = new RecentEvents();
    jest.setSystemTime(START + 10_000);
    expect(recent.since(since, coveredSince)).toBeNull();
  });

  it('cannot be told of a time in which something was missed', () => {
    const recent = new RecentEvents();
    recent.add(event('before'));
    jest.setSystemTime(START + 1_000);
    recent.forget();
    jest.setSystemTime(START + 2_000);
    recent.add(event('after'));
    expect(recent.since(START + 500, START - 1)).toBeNull();
    expect(recent.since(START + 1_500, START - 1)?.map(({ id }) => id)).toEqual(['after']);
  });

  it('cannot be told whole where too much happened in it', () => {
    const recent = new RecentEvents();
    for (let count = 0; count <= 2_000; count += 1) recent.add(event(String(count)));
    jest.setSystemTime(START + 1_000);
    recent.add(event('last'));
    expect(recent.since(START, START - 1)).toBeNull();
    expect(recent.since(START + 500, START - 1)?.map(({ id }) => id)).toEqual(['last']);
  });
});

describe('the updates for one reader', () => {
  const updates = (count: number) => Array.from({ length: count }, (_, index) => ({ topic: 'thread', id: String(index), data: '{}' }));

  it('come in order, also to whoever waits already', async () => {
    const stream = new LiveStream(reader, null, () => undefined);
    const first = stream.next();
    for (const update of updates(2)) stream.push(update);
    expect([(await first).value, (await stream.next()).value]).toEqual(updates(2));
  });

  it('are never more than a few: beyond them there is one advice', async () => {
    const stream = new LiveStream(reader, null, () => undefined);
    for (const update of updates(101)) stream.push(update);
    expect((await stream.next()).value).toBe(CAUGHT_UP);
    stream.end('left');
    expect((await stream.next()).done).toBe(true);
  });

  it('that wait are not delivered after the end, which is told once', async () => {
    const onEnd = jest.fn();
    const stream = new LiveStream(reader, null, onEnd);
    for (const update of updates(3)) stream.push(update);
    stream.end('sessionEnded');
    await stream.return();
    stream.push({ topic: 'thread', id: 'late', data: '{}' });
    expect(await stream.next()).toEqual({ done: true, value: undefined });
    expect(onEnd.mock.calls).toEqual([['sessionEnded']]);
  });

  it('are not made faster than they are taken', async () => {
    const connection = new LiveConnection(reader, () => undefined);
    for (let piece = 0; piece < 8; piece += 1) await connection.room();
    const next = jest.fn();
    const waiting = connection.room().then(next);
    await Promise.resolve();
    expect(next).not.toHaveBeenCalled();
    connection.hasWritten();
    await waiting;
    expect(next).toHaveBeenCalled();
  });
});

describe('an event on its way through the database', () => {
  it('arrives as it was sent', () => {
    const sent: LiveEvent = { topic: 'thread', id: 'a', spaceId: 's', state: 'hidden', authorIds: ['u'], accountIds: ['x'], data: { position: 1 } };
    expect(payloadsOf(sent).map(eventOf)).toEqual([sent]);
  });

  it.each(['', 'null', '[]', '{"t":1}', 'x'])('is ignored where it is none: %j', (payload) => {
    expect(eventOf(payload)).toBeNull();
  });

  it.each(['', 'two words', 'thread;drop', 'ä'])('has a plain word as topic, not %j', (topic) => {
    expect(() => payloadsOf({ topic, id: 'a', spaceId: 's' })).toThrow('no plain word');
  });

  it('that names no thing names accounts', () => {
    expect(() => payloadsOf({ topic: 'notices', id: null, spaceId: 's' })).toThrow('names no accounts');
  });

  it('names nobody where its list of accounts is empty', () => {
    expect(payloadsOf({ topic: 'notices', id: 'a', spaceId: null, accountIds: [] })).toEqual([]);
  });
});
