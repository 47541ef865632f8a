import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { PostOutbox, turnsOfThisPage, type WaitingPost } from './post-outbox.js';
import { shelfOf, type Shelf } from './post-shelf.js';

const shelf = () => shelfOf<WaitingPost>('me', 'post-out');
const aReply = (number: number): WaitingPost => ({ id: `p${number}`, threadId: 't1', body: `Antwort ${number}`, replyToId: null, at: `2026-11-20T08:00:0${number}Z` });
const offline = async () => {
  throw new TypeError('Failed to fetch');
};
const refusal = () => new CombinedGraphQLErrors({ errors: [{ message: 'closed', extensions: { code: 'FORBIDDEN', reason: 'thread.closed' } }] });

/** Windows of one browser: they share what is kept, and take turns. */
function windows() {
  const inTurn = turnsOfThisPage();
  const sent: string[] = [];
  const open: PostOutbox[] = [];
  const send = async ({ id }: WaitingPost) => {
    await Promise.resolve();
    sent.push(id);
  };
  const one = (by: (post: WaitingPost) => Promise<unknown> = send) => {
    const outbox = new PostOutbox(shelf(), by, inTurn);
    open.push(outbox);
    return outbox;
  };
  return { one, sent, close: () => open.forEach((outbox) => outbox.rest()) };
}

let browser: ReturnType<typeof windows>;
beforeEach(() => {
  localStorage.clear();
  browser = windows();
});
afterEach(() => browser.close());

describe('replies that wait for the network', () => {
  it('go out once, though two windows of the browser both have them', async () => {
    shelf().write('p1', aReply(1));
    shelf().write('p2', aReply(2));
    const [one, other] = [browser.one(), browser.one()];
    await Promise.all([one.flush(), other.flush()]);
    expect(browser.sent).toEqual(['p1', 'p2']);
    expect([one.current(), other.current()]).toEqual([[], []]);
  });

  it('go out at the next try where the browser refuses a turn', async () => {
    jest.useFakeTimers();
    let refuses = true;
    const sent: string[] = [];
    const outbox = new PostOutbox(shelf(), async ({ id }) => void sent.push(id), (work) => (refuses ? Promise.reject(new DOMException('no locks here', 'SecurityError')) : work()));
    outbox.add(aReply(1));
    await outbox.flush();
    expect(await outbox.takeBack('p1')).toEqual({ kind: 'sending' });
    refuses = false;
    await jest.advanceTimersByTimeAsync(60_000);
    expect(sent).toEqual(['p1']);
    outbox.rest();
    jest.useRealTimers();
  });

  it('do not go out from a window when another one has taken them back', async () => {
    const [one, other] = [browser.one(), browser.one(offline)];
    other.add(aReply(1));
    one.look();
    expect(one.current()).toHaveLength(1);
    await other.takeBack('p1');
    await one.flush();
    expect(browser.sent).toEqual([]);
    expect(one.current()).toEqual([]);
  });

  it('are not taken back while another window sends them: they have arrived then, and would come twice', async () => {
    shelf().write('p1', aReply(1));
    let arrive: () => void = () => undefined;
    const one = browser.one(({ id }) => new Promise<void>((resolve) => (arrive = () => resolve(void browser.sent.push(id)))));
    const other = browser.one();
    const sending = one.flush();
    await Promise.resolve();
    const kept: string[] = [];
    const taking = other.takeBack('p1', ({ body }) => kept.push(body));
    arrive();
    await sending;
    expect(await taking).toEqual({ kind: 'gone' });
    expect([browser.sent, kept, other.current()]).toEqual([['p1'], [], []]);
  });

  it('can be taken back while those before them are on their way, and do not go out after them', async () => {
    shelf().write('p1', aReply(1));
    shelf().write('p2', aReply(2));
    const other = browser.one();
    let taking: Promise<unknown> | undefined;
    const one = browser.one(async ({ id }) => {
      taking ??= other.takeBack('p2');
      browser.sent.push(id);
    });
    await one.flush();
    expect(await taking).toMatchObject({ kind: 'taken', entry: { id: 'p2' } });
    expect(browser.sent).toEqual(['p1']);
  });

  it('are said to be on their way where their answer does not come', async () => {
    jest.useFakeTimers();
    shelf().write('p1', aReply(1));
    const one = browser.one(() => new Promise<never>(() => undefined));
    void one.flush();
    const taking = one.takeBack('p1');
    await jest.advanceTimersByTimeAsync(10_000);
    expect(await taking).toEqual({ kind: 'sending' });
    expect(shelf().all()).toHaveLength(1);
    jest.useRealTimers();
  });

  it('have their words elsewhere before they are gone from here', async () => {
    shelf().write('p1', aReply(1));
    const outbox = browser.one(offline);
    await outbox.takeBack('p1', ({ id }) => expect(shelf().read(id)).toBeDefined());
    expect(shelf().all()).toEqual([]);
  });

  it('go out from a window in which they were not written', async () => {
    const here = browser.one();
    browser.one(offline).add(aReply(1));
    await here.flush();
    expect(browser.sent).toEqual(['p1']);
  });

  it('stay with the reason where they are not taken, and are tried once more when asked to', async () => {
    let isRefused = true;
    shelf().write('p1', aReply(1));
    const outbox = browser.one(async ({ id }) => {
      if (isRefused) throw refusal();
      browser.sent.push(id);
    });
    await outbox.flush();
    await outbox.flush();
    expect(outbox.current()).toMatchObject([{ id: 'p1', error: expect.anything() as unknown }]);
    isRefused = false;
    await outbox.retry();
    expect(browser.sent).toEqual(['p1']);
  });

  it('go out once the network is back where the browser keeps nothing, and the page knows that they are lost with it', async () => {
    let isAway = true;
    const full: Shelf<WaitingPost> = { read: () => undefined, write: () => undefined, clear: () => undefined, all: () => [] };
    const sent: string[] = [];
    const outbox = new PostOutbox(full, async ({ id }) => (isAway ? offline() : sent.push(id)));
    outbox.add(aReply(1));
    await outbox.flush();
    outbox.look();
    await outbox.retry();
    expect(outbox.current()).toMatchObject([{ id: 'p1', body: 'Antwort 1' }]);
    expect(outbox.isOnlyHere()).toBe(true);
    isAway = false;
    await outbox.flush();
    expect([sent, outbox.current(), outbox.isOnlyHere()]).toEqual([['p1'], [], false]);
    outbox.rest();
  });

  it('go out, too, when they are added while others are on their way', async () => {
    let outbox: PostOutbox | undefined = undefined;
    const here = browser.one(async ({ id }) => {
      if (id === 'p1') outbox?.add(aReply(2));
      browser.sent.push(id);
    });
    outbox = here;
    shelf().write('p1', aReply(1));
    await here.flush();
    expect(browser.sent).toEqual(['p1', 'p2']);
  });

  it('are tried once more also when that is asked for while others are on their way', async () => {
    let refused = 0;
    shelf().write('p1', aReply(1));
    shelf().write('p2', aReply(2));
    const here: PostOutbox = browser.one(async ({ id }) => {
      if (id === 'p1' && (refused += 1) === 1) throw refusal();
      if (id === 'p2') void here.retry();
      browser.sent.push(id);
    });
    await here.flush();
    expect(browser.sent).toEqual(['p2', 'p1']);
  });

  it('go out with their last words, wherever these were written', async () => {
    const bodies: string[] = [];
    shelf().write('p1', aReply(1));
    const here = browser.one(async ({ body }) => void bodies.push(body));
    shelf().write('p1', { ...aReply(1), body: 'Anders gesagt', at: '2026-11-20T08:05:00Z' });
    await here.flush();
    expect(bodies).toEqual(['Anders gesagt']);
  });

  it('are told of by the page that shows their thread, if there is one', () => {
    const outbox = browser.one();
    expect(outbox.isShown('t1')).toBe(false);
    const leave = outbox.show('t1');
    expect([outbox.isShown('t1'), outbox.isShown('t2')]).toEqual([true, false]);
    leave();
    expect(outbox.isShown('t1')).toBe(false);
  });
});
