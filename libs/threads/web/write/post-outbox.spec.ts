import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { PostOutbox, type WaitingPost } from './post-outbox.js';
import { shelfOf } from './post-shelf.js';

const shelf = () => shelfOf<WaitingPost>('me', 'post-out');
const aReply = (number: number): WaitingPost => ({ id: `p${number}`, threadId: 't1', body: `Antwort ${number}`, replyToId: null, at: `2026-11-20T08:00:0${number}Z` });
const offline = async () => {
  throw new TypeError('Failed to fetch');
};
const refusal = () => new CombinedGraphQLErrors({ errors: [{ message: 'closed', extensions: { code: 'FORBIDDEN', reason: 'thread.closed' } }] });

/** Windows of one browser: they share what is kept, and take turns. */
function windows() {
  let last = Promise.resolve();
  const inTurn = (work: () => Promise<void>) => (last = last.then(work));
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

  it('do not go out from a window when another one has taken them back', async () => {
    const [one, other] = [browser.one(), browser.one(offline)];
    other.add(aReply(1));
    one.look();
    expect(one.current()).toHaveLength(1);
    other.remove('p1');
    await one.flush();
    expect(browser.sent).toEqual([]);
    expect(one.current()).toEqual([]);
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

  it('are told of by the page that shows their thread, if there is one', () => {
    const outbox = browser.one();
    expect(outbox.isShown('t1')).toBe(false);
    const leave = outbox.show('t1');
    expect([outbox.isShown('t1'), outbox.isShown('t2')]).toEqual([true, false]);
    leave();
    expect(outbox.isShown('t1')).toBe(false);
  });
});
