import { CombinedGraphQLErrors } from '@apollo/client/errors';
import type { Shelf } from '#threads/web';
import type { ShelvedDiscussion } from './draft-shelf.js';
import { DraftStore, type DraftServer } from './draft-store.js';
import { discussionOf, newDiscussion, type NewDiscussion, type StoredDiscussion } from './new-discussion.js';

const space = { id: 's1', slug: 'klima' };

/** Browser and server of one person; a second store is a second device or tab. */
class World {
  readonly shelved = new Map<string, ShelvedDiscussion>();
  readonly stored = new Map<string, StoredDiscussion>();
  readonly opened = new Set<string>();
  isOffline = false;
  saves = 0;

  readonly shelf: Shelf<ShelvedDiscussion> = {
    read: (name) => this.shelved.get(name),
    write: (name, draft) => void this.shelved.set(name, draft),
    clear: (name) => void this.shelved.delete(name),
    all: () => [...this.shelved.values()],
  };

  readonly server: DraftServer = {
    save: async ({ id, kind, title, topicIds, body, hasPoll, poll }, spaceId, version) => {
      this.answer();
      this.saves += 1;
      if (this.opened.has(id)) throw refusal('discussion.draftOpened');
      if ((this.stored.get(id)?.version ?? 0) !== version) throw refusal('discussion.draftStale');
      const saved = { id, spaceId, kind, title, topicIds, body, poll: hasPoll ? poll : null, version: version + 1, savedAt: new Date().toISOString() };
      this.stored.set(id, saved);
      return saved;
    },
    load: async (id) => {
      this.answer();
      return this.stored.get(id) ?? null;
    },
    discard: async (id) => {
      this.answer();
      this.stored.delete(id);
    },
  };

  /** Another device changes it. */
  elsewhere(id: string, part: Partial<StoredDiscussion>): void {
    const there = this.stored.get(id);
    if (there !== undefined) this.stored.set(id, { ...there, ...part, version: there.version + 1 });
  }

  private answer(): void {
    if (this.isOffline) throw new TypeError('Failed to fetch');
  }
}

const refusal = (reason: string) => new CombinedGraphQLErrors({ errors: [{ message: reason, extensions: { code: 'CONFLICT', reason } }] });

const written = (part: Partial<NewDiscussion> = {}): NewDiscussion => ({ ...newDiscussion(), title: 'Wie fangen wir an?', body: 'Ein Anfang', ...part });

let world: World;
const stores: DraftStore[] = [];
const open = (shelf = world.shelf) => {
  const store = new DraftStore({ shelf, server: world.server });
  stores.push(store);
  return store;
};
const bodies = (store: DraftStore) => [...store.current().values()].map(({ draft, state }) => `${draft.body} (${state.kind})`);

beforeEach(() => {
  world = new World();
});
afterEach(() => {
  for (const store of stores.splice(0)) store.end();
});

describe('discussions that are being written', () => {
  it('are gone on with behind the last blank, which the server does not keep', async () => {
    const store = open();
    const draft = written({ title: 'Wie fangen' });
    store.type(draft, space);
    await store.flush();
    store.type({ ...draft, title: 'Wie fangen ' }, space);
    await store.flush();
    expect(world.saves).toBe(1);
    expect(await open().takeUp(draft.id)).toMatchObject({ title: 'Wie fangen ' });
    world.elsewhere(draft.id, { title: 'Wie fangen wir an?' });
    expect(await open().takeUp(draft.id)).toMatchObject({ title: 'Wie fangen wir an?' });
  });

  it('are in the browser at once and on the server soon after, several at once', async () => {
    const store = open();
    store.type(written({ id: 'd1', body: 'Eins' }), space);
    store.type(written({ id: 'd2', body: 'Zwei' }), space);
    expect([...world.shelved.keys()]).toEqual(['d1', 'd2']);
    expect(bodies(store)).toEqual(['Eins (waiting)', 'Zwei (waiting)']);
    await store.flush();
    expect(bodies(store)).toEqual(['Eins (saved)', 'Zwei (saved)']);
    expect([...world.stored.values()].map(({ body }) => body)).toEqual(['Eins', 'Zwei']);
  });

  it('without a network stay in the browser, over its end, and reach the server from any page', async () => {
    world.isOffline = true;
    const store = open();
    store.type(written({ id: 'd1', body: 'Im Zug' }), space);
    await store.flush();
    expect(bodies(store)).toEqual(['Im Zug (kept)']);
    store.end();
    world.isOffline = false;
    await open().flush();
    expect(world.stored.get('d1')?.body).toBe('Im Zug');
  });

  it('that another device went on with become two, and nothing of either is lost', async () => {
    const store = open();
    const draft = written({ id: 'd1' });
    store.type(draft, space);
    await store.flush();
    world.elsewhere('d1', { body: 'Vom Telefon' });
    store.type({ ...draft, body: 'Vom Rechner' }, space);
    await store.flush();
    const [own] = [...store.current().values()];
    expect(own).toMatchObject({ draft: { body: 'Vom Rechner' }, partedFrom: { id: 'd1', isOpened: false }, state: { kind: 'saved' } });
    expect([...world.stored.values()].map(({ body }) => body)).toEqual(['Vom Telefon', 'Vom Rechner']);
    // The form may still know the old id for a moment.
    store.type({ ...draft, body: 'Vom Rechner, weiter' }, space);
    await store.flush();
    expect([...world.stored.values()].map(({ body }) => body)).toEqual(['Vom Telefon', 'Vom Rechner, weiter']);
    expect(await store.takeUp('d1')).toMatchObject({ body: 'Vom Telefon' });
  });

  it('that were published on another device keep what was written here since', async () => {
    const store = open();
    const draft = written({ id: 'd1' });
    store.type(draft, space);
    await store.flush();
    world.stored.delete('d1');
    world.opened.add('d1');
    store.type({ ...draft, body: 'Ein Nachtrag' }, space);
    await store.flush();
    expect([...store.current().values()]).toMatchObject([{ draft: { body: 'Ein Nachtrag' }, partedFrom: { id: 'd1', isOpened: true } }]);
  });

  it('that nothing was typed into here are taken over from another device', async () => {
    const store = open();
    store.type(written({ id: 'd1' }), space);
    await store.flush();
    world.elsewhere('d1', { body: 'Weiter am Telefon' });
    expect(await store.look('d1')).toMatchObject({ body: 'Weiter am Telefon' });
    expect(await store.look('d1')).toBeUndefined();
    world.stored.delete('d1');
    expect(await store.takeUp('d1')).toBeNull();
    expect(world.shelved.size).toBe(0);
  });

  it('are not saved any more while they are being published, nor after', async () => {
    const store = open();
    const draft = written({ id: 'd1' });
    store.type(draft, space);
    await store.rest('d1');
    await store.flush();
    expect(world.saves).toBe(0);
    store.opened('d1');
    await store.flush();
    expect([world.saves, world.shelved.size, store.current().size]).toEqual([0, 0, 0]);
  });

  it('are not written twice by a second tab that only has them lying there', async () => {
    world.isOffline = true;
    const writing = open();
    const draft = written({ id: 'd1', body: 'Alt' });
    writing.type(draft, space);
    const other = open();
    writing.type({ ...draft, body: 'Neuer' }, space);
    world.isOffline = false;
    await writing.flush();
    await other.flush();
    expect([...world.stored.values()].map(({ body }) => body)).toEqual(['Neuer']);
  });

  it('are thrown away only where the server hears of it', async () => {
    const store = open();
    store.type(written({ id: 'd1' }), space);
    await store.flush();
    world.isOffline = true;
    await expect(store.discard('d1')).rejects.toThrow('Failed to fetch');
    expect(bodies(store)).toEqual(['Ein Anfang (saved)']);
    world.isOffline = false;
    await store.discard('d1');
    expect([world.stored.size, world.shelved.size]).toEqual([0, 0]);
  });

  it('that are gone from the server leave the browser when all are listed; unsaved ones stay', async () => {
    const store = open();
    store.type(written({ id: 'd1', body: 'Gesichert' }), space);
    await store.flush();
    store.type(written({ id: 'd2', body: 'Noch nicht' }), space);
    store.reconcile([]);
    expect(bodies(store)).toEqual(['Noch nicht (waiting)']);
  });

  it('leave no trace after signing out', async () => {
    const store = open();
    store.type(written({ id: 'd1' }), space);
    await store.flush();
    store.end();
    world.shelved.clear();
    store.type(written({ id: 'd1', body: 'Danach' }), space);
    await store.flush();
    expect(world.shelved.size).toBe(0);
  });
});

describe('an empty form', () => {
  it('is no draft, and comes back from the server as it was written', async () => {
    const store = open();
    store.type({ ...newDiscussion(), kind: 'exchange', topicIds: ['t1'] }, space);
    expect(world.shelved.size).toBe(0);
    const whole = written({ id: 'd3', hasPoll: true, poll: { id: 'p1', question: 'Wann?', options: ['Heute', ''], isMultiple: true, isAnonymous: false, closesOn: '2027-01-02' } });
    store.type(whole, space);
    await store.flush();
    expect(discussionOf(world.stored.get('d3') as StoredDiscussion)).toEqual(whole);
  });
});
