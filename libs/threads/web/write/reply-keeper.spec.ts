import { CombinedGraphQLErrors } from '@apollo/client/errors';
import type { Shelf } from './post-shelf.js';
import type { WaitingPost } from './post-outbox.js';
import { ReplyKeeper, type ReplyDraft, type StoredReply } from './reply-keeper.js';

const kept = new Map<string, ReplyDraft>();
const shelf: Shelf<ReplyDraft> = { read: (name) => kept.get(name), write: (name, draft) => void kept.set(name, draft), clear: (name) => void kept.delete(name), all: () => [...kept.values()] };
const stored = (body: string, version: number): StoredReply => ({ body, version, replyToId: null, savedAt: '2026-11-20T08:00:00Z' });
const inBrowser = (part: Partial<ReplyDraft>) => kept.set('t1', { id: 'p1', threadId: 't1', body: 'Vom Rechner', replyToId: null, version: 2, at: '2026-11-20T08:00:00Z', ...part });

const edits: WaitingPost[] = [];
const open = (there: StoredReply | null, send: (post: WaitingPost) => Promise<unknown> = async () => undefined) => {
  const server = { save: async (body: string, version: number) => stored(body, version + 1), load: async () => there, discard: async () => true, send };
  return new ReplyKeeper({ threadId: 't1', shelf, stored: there, outbox: { add: () => undefined }, keepAsEdit: (post) => edits.push(post) > 0, server });
};

beforeEach(() => {
  kept.clear();
  edits.length = 0;
});

describe('a reply that was begun on two devices', () => {
  it('goes on with the words of the other one, where this one had nothing of its own', () => {
    inBrowser({ isSaved: true });
    expect(open(stored('Vom Telefon', 5)).current()).toMatchObject({ body: 'Vom Telefon', state: { kind: 'saved' } });
  });

  it('does not come back here after it was sent from the other one', () => {
    inBrowser({ isSaved: true });
    const keeper = open(null);
    expect(keeper.current()).toMatchObject({ body: '', state: { kind: 'untouched' } });
    expect([keeper.isUnsaved, kept.size]).toEqual([false, 0]);
  });

  it('keeps both where this one has words that the server does not', () => {
    inBrowser({ isSaved: false });
    expect(open(stored('Vom Telefon', 5)).current()).toMatchObject({ body: 'Vom Rechner', state: { kind: 'stale', theirs: { body: 'Vom Telefon' } } });
  });

  it('is taken over while its page is open, but never over words that are being typed', () => {
    const keeper = open(stored('Anfang', 1));
    keeper.offer(stored('Anfang und mehr', 2));
    expect(keeper.current().body).toBe('Anfang und mehr');
    keeper.type('Eigenes');
    keeper.offer(stored('Vom Telefon', 3));
    expect(keeper.current().body).toBe('Eigenes');
    keeper.dispose();
  });
});

describe('what is written while a reply is on its way', () => {
  const answers: Readonly<Record<string, () => Promise<unknown>>> = {
    'it has arrived': async () => undefined,
    'it waits for the network': async () => {
      throw new TypeError('Failed to fetch');
    },
  };

  it.each(Object.entries(answers))('stays in the field when %s', async (_outcome, answer) => {
    let answered = (): void => undefined;
    const sent: WaitingPost[] = [];
    const keeper = open(null, async (post) => {
      sent.push(post);
      await new Promise<void>((resolve) => (answered = resolve));
      return answer();
    });
    keeper.type('Fragt das Bauamt.');
    const sending = keeper.send();
    await Promise.resolve();
    keeper.type('Fragt das Bauamt. Und die Kämmerei.');
    answered();
    const { postId } = await sending;
    expect(sent.map(({ body }) => body)).toEqual(['Fragt das Bauamt.']);
    expect(keeper.current().body).toBe('Und die Kämmerei.');
    expect(kept.get('t1')).toMatchObject({ body: 'Und die Kämmerei.' });
    expect(kept.get('t1')?.id).not.toBe(postId);
    keeper.dispose();
  });

  it('is no other reply that waits: that one stays where it is until the field is free', async () => {
    let answered = (): void => undefined;
    const keeper = open(null, () => new Promise<void>((resolve) => (answered = resolve)));
    keeper.type('Fragt das Bauamt.');
    const sending = keeper.send();
    await Promise.resolve();
    expect(() => keeper.takeUp({ id: 'w1', threadId: 't1', body: 'Aus dem Zug.', replyToId: null, at: '2026-11-20T08:00:00Z' })).toThrow('being sent');
    answered();
    await sending;
    expect(keeper.current().body).toBe('');
  });
});

describe('a reply that is taken back from those that wait', () => {
  const waited: WaitingPost = { id: 'w1', threadId: 't1', body: 'Aus dem Zug.', replyToId: 'p3', at: '2026-11-20T08:00:00Z' };

  it('keeps its id and whom it answers: it cannot become two', () => {
    const keeper = open(null);
    keeper.takeUp(waited);
    expect(kept.get('t1')).toMatchObject({ id: 'w1', body: 'Aus dem Zug.', replyToId: 'p3' });
    keeper.dispose();
  });

  it('becomes an edit of the post that its first words are by now, where their answer got lost', async () => {
    const keeper = open(null, async () => {
      throw new CombinedGraphQLErrors({ errors: [{ message: 'idReused', extensions: { code: 'CONFLICT', reason: 'idReused' } }] });
    });
    keeper.takeUp(waited);
    keeper.type('Aus dem Zug, verbessert.');
    expect(await keeper.send()).toEqual({ outcome: 'writtenBefore', postId: 'w1' });
    expect(edits).toMatchObject([{ id: 'w1', body: 'Aus dem Zug, verbessert.' }]);
    expect(keeper.current()).toMatchObject({ body: '', state: { kind: 'untouched' } });
    keeper.dispose();
  });
});
