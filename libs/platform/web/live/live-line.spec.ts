import { caughtUp, type LiveUpdate } from './live-hub.js';
import { startLine, type Channel, type Locks, type Message } from './live-line.js';
import type { OpenStream, StreamEvents, StreamEnd } from './live-stream.js';

const post = (id: string): LiveUpdate => ({ topic: 'thread', id, data: {} });
const viewer: LiveUpdate = { topic: 'viewer', id: null, data: {} };

/** Locks as a browser keeps them: one holder, the rest wait; a thief ends the holder's request. */
class FakeLocks implements Locks {
  private waiting: (() => void)[] = [];
  private holder: { readonly lose: () => void } | null = null;

  async request(_name: string, { signal, steal }: { readonly signal?: AbortSignal; readonly steal?: boolean }, whileHeld: () => Promise<void>): Promise<void> {
    if (steal === true) this.holder?.lose();
    else if (this.holder !== null) await this.turn(signal);
    await new Promise<void>((resolve, reject) => {
      const own = { lose: () => reject(new Error('AbortError')) };
      this.holder = own;
      void whileHeld().then(() => {
        resolve();
        if (this.holder !== own) return;
        this.holder = null;
        this.waiting.shift()?.();
      });
    });
  }

  private turn(signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push(resolve);
      signal?.addEventListener('abort', () => {
        this.waiting = this.waiting.filter((next) => next !== resolve);
        reject(new Error('AbortError'));
      });
    });
  }
}

/** Reaches all tabs but the sender, a moment later. */
class FakeChannels {
  private readonly tabs = new Set<(message: Message) => void>();

  cut(): void {
    this.tabs.clear();
  }

  open = (_name: string, hear: (message: Message) => void): Channel => {
    this.tabs.add(hear);
    return {
      send: (message) => {
        for (const tab of this.tabs) if (tab !== hear) queueMicrotask(() => this.tabs.has(tab) && tab(structuredCopy(message)));
      },
      close: () => void this.tabs.delete(hear),
    };
  };
}
const structuredCopy = (message: Message): Message => JSON.parse(JSON.stringify(message)) as Message;

interface Stream {
  readonly since: number;
  readonly events: StreamEvents;
  readonly end: (end: StreamEnd) => void;
  readonly fail: () => void;
  isOpen: boolean;
}

class Browser {
  readonly locks = new FakeLocks();
  readonly channels = new FakeChannels();
  readonly streams: Stream[] = [];

  open: OpenStream = (since, events, signal) =>
    new Promise((resolve, reject) => {
      const over = () => {
        stream.isOpen = false;
      };
      const stream: Stream = { since, events, isOpen: true, end: (end) => (over(), resolve(end)), fail: () => (over(), reject(new Error('network'))) };
      this.streams.push(stream);
      signal.addEventListener('abort', stream.fail);
    });

  tab(hasLocks = true) {
    const heard: LiveUpdate[] = [];
    const stop = startLine('ada', {
      open: this.open,
      tell: (update) => heard.push(update),
      locks: hasLocks ? this.locks : null,
      channel: hasLocks ? this.channels.open : null,
      loadedAt: Date.now() - 3000,
      random: () => 1,
    });
    stops.push(stop);
    return { heard, stop };
  }

  get open_(): readonly Stream[] {
    return this.streams.filter(({ isOpen }) => isOpen);
  }

  get last(): Stream {
    const stream = this.streams.at(-1);
    if (stream === undefined) throw new Error('no stream');
    return stream;
  }

  async accept(): Promise<void> {
    this.last.events.onOpen();
    this.last.events.onSign();
    await settle();
  }
}

const settle = () => jest.advanceTimersByTimeAsync(1);
const pass = (seconds: number) => jest.advanceTimersByTimeAsync(seconds * 1000);
let stops: (() => void)[] = [];
let browser: Browser;

beforeEach(() => {
  jest.useFakeTimers({ now: new Date('2026-03-01T10:00:00Z') });
  browser = new Browser();
});
afterEach(async () => {
  for (const stop of stops.splice(0)) stop();
  await settle();
  jest.restoreAllMocks();
  jest.useRealTimers();
});

describe('live updates in a browser', () => {
  it('need one connection for ten tabs, and all tabs hear', async () => {
    const tabs = Array.from({ length: 10 }, () => browser.tab());
    await settle();
    await browser.accept();
    browser.last.events.onUpdate(post('a'));
    await settle();
    expect(browser.streams).toHaveLength(1);
    for (const { heard } of tabs) expect(heard).toEqual([post('a')]);
  });

  it('name the time since the page was loaded', async () => {
    browser.tab();
    await settle();
    expect(browser.last.since).toBeGreaterThanOrEqual(3);
    expect(browser.last.since).toBeLessThan(10);
  });

  it('go on in the next tab when the leading one is closed, and name the gap alone', async () => {
    const [first, second] = [browser.tab(), browser.tab()];
    await settle();
    await browser.accept();
    for (let at = 0; at < 60; at += 10) {
      browser.last.events.onSign();
      await pass(10);
    }
    first.stop();
    await settle();
    expect(browser.open_).toHaveLength(1);
    expect(browser.streams).toHaveLength(2);
    expect(browser.last.since).toBeLessThan(30);
    await browser.accept();
    browser.last.events.onUpdate(post('b'));
    await settle();
    expect(second.heard).toContainEqual(post('b'));
    expect(first.heard).toEqual([]);
  });

  it('tell a new tab what happened between its loading and its listening', async () => {
    browser.tab();
    await settle();
    await browser.accept();
    browser.last.events.onUpdate(post('early'));
    await pass(30);
    browser.last.events.onSign();
    browser.last.events.onUpdate(post('just now'));
    await pass(1);
    const late = browser.tab();
    await settle();
    expect(late.heard).toEqual([post('just now')]);
  });

  it('are taken over from a leading tab that its browser has put to sleep', async () => {
    browser.tab();
    await settle();
    const second = browser.tab();
    await settle();
    await browser.accept();
    const [asleep] = browser.streams;
    // As a tab that sleeps: nothing of it reaches the others, while the browser keeps its lock and its line.
    browser.channels.cut();
    for (let at = 0; at < 60; at += 10) {
      asleep?.events.onSign();
      await pass(10);
    }
    expect(asleep?.isOpen).toBe(false);
    expect(browser.open_).toHaveLength(1);
    await browser.accept();
    browser.last.events.onUpdate(post('c'));
    expect(second.heard).toContainEqual(post('c'));
  });

  it('come back after a lost network with growing pauses, and ask who is looking', async () => {
    const { heard } = browser.tab();
    await settle();
    await browser.accept();
    browser.last.fail();
    await pass(1);
    expect(browser.streams).toHaveLength(2);
    browser.last.fail();
    await pass(1.5);
    expect(browser.streams).toHaveLength(2);
    await pass(0.6);
    expect(browser.streams).toHaveLength(3);
    browser.last.fail();
    await pass(3);
    expect(browser.streams).toHaveLength(3);
    await pass(1.1);
    expect(browser.streams).toHaveLength(4);
    expect(browser.last.since).toBeGreaterThanOrEqual(7);
    expect(heard).toEqual([]);
    await browser.accept();
    expect(heard).toEqual([viewer]);
  });

  it('come back at once when the network does', async () => {
    browser.tab();
    await settle();
    for (let tries = 0; tries < 6; tries += 1) {
      browser.last.fail();
      await pass(65);
    }
    browser.last.fail();
    const before = browser.streams.length;
    await pass(2);
    expect(browser.streams).toHaveLength(before);
    window.dispatchEvent(new Event('online'));
    await settle();
    expect(browser.streams).toHaveLength(before + 1);
  });

  it('let every tab look anew when the network is back: what came just before may have been asked for in vain', async () => {
    const tabs = [browser.tab(), browser.tab()];
    await settle();
    await browser.accept();
    window.dispatchEvent(new Event('online'));
    await settle();
    for (const { heard } of tabs) expect(heard).toEqual([caughtUp]);
    browser.last.fail();
    await settle();
    window.dispatchEvent(new Event('online'));
    await settle();
    for (const { heard } of tabs) expect(heard).toEqual([caughtUp]);
    await browser.accept();
    for (const { heard } of tabs) expect(heard).toEqual([caughtUp, viewer, caughtUp]);
  });

  it('do not believe in a connection that gives no sign, as after sleep', async () => {
    browser.tab();
    await settle();
    await browser.accept();
    const [dead] = browser.streams;
    await pass(50);
    expect(dead?.isOpen).toBe(false);
    expect(browser.streams.length).toBeGreaterThan(1);
  });

  it('ask who is looking when the session has ended, and do not press the server', async () => {
    const { heard } = browser.tab();
    await settle();
    browser.last.end({ why: 'signedOut' });
    await settle();
    expect(heard).toEqual([viewer]);
    await pass(50);
    expect(browser.streams).toHaveLength(1);
  });

  it('have a connection per tab where the browser knows no locks', async () => {
    const [one, other] = [browser.tab(false), browser.tab(false)];
    await settle();
    expect(browser.open_).toHaveLength(2);
    browser.streams[0]?.events.onUpdate(post('a'));
    expect(one.heard).toEqual([post('a')]);
    expect(other.heard).toEqual([]);
  });

  it('end with the page', async () => {
    const { stop } = browser.tab();
    await settle();
    await browser.accept();
    stop();
    await pass(120);
    expect(browser.open_).toEqual([]);
    expect(browser.streams).toHaveLength(1);
  });

  it('advise a tab to look anew that was loaded long before the leading one knows anything', async () => {
    browser.tab();
    await settle();
    await browser.accept();
    jest.setSystemTime(Date.now() + 120_000);
    const stop = startLine('ada', { open: browser.open, tell: (update) => late.push(update), locks: browser.locks, channel: browser.channels.open, loadedAt: Date.now() - 90_000 });
    const late: LiveUpdate[] = [];
    stops.push(stop);
    await settle();
    expect(late).toEqual([caughtUp]);
  });
});
