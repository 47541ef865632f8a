import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { DraftKeeper, type DraftServer, type DraftShelf, type ShelvedDraft } from './draft-keeper.js';
import { conflictOf, firstChoices, settledDraft } from './conflict.js';
import { emptyDraft, type DraftText, type StoredDraft } from './draft.js';

const start: DraftText = { ...emptyDraft, title: 'Wie beginnt man?', body: 'Anfang.' };
const stale = () =>
  new CombinedGraphQLErrors({ errors: [{ message: 'stale', extensions: { code: 'CONFLICT', reason: 'tip.stale' } }] });

/** A server and a browser of which one side may fail. */
function scene(stored: Partial<StoredDraft> = {}) {
  const remote = { text: start, version: 3, revision: 1, savedAt: '2026-11-22T10:00:00Z', savedBy: { accountId: 'me', name: 'Ich' }, ...stored } as StoredDraft;
  const state = { remote, away: false, answerLost: false, saves: 0, shelf: undefined as ShelvedDraft | undefined };
  const server: DraftServer = {
    save: async (text, { version: baseVersion, revision }) => {
      state.saves += 1;
      if (state.away) throw new TypeError('Failed to fetch');
      if (baseVersion !== state.remote.version) throw stale();
      state.remote = { text, version: baseVersion + 1, revision, savedAt: '2026-11-22T10:05:00Z', savedBy: { accountId: 'me', name: 'Ich' } };
      if (state.answerLost) {
        state.answerLost = false;
        throw new TypeError('Failed to fetch');
      }
      return state.remote;
    },
    load: async () => {
      if (state.away) throw new TypeError('Failed to fetch');
      return state.remote;
    },
  };
  const shelf: DraftShelf = {
    read: async () => state.shelf,
    write: async (draft) => {
      state.shelf = draft;
    },
    clear: async () => {
      state.shelf = undefined;
    },
  };
  const open = () => new DraftKeeper({ server, shelf, stored: state.remote, ownAccountId: 'me' });
  return { state, open };
}

/** What another person saves meanwhile. */
const foreign = (before: StoredDraft, text: Partial<DraftText>): StoredDraft => ({
  text: { ...before.text, ...text }, version: before.version + 1, revision: before.revision, savedAt: '2026-11-22T10:04:00Z', savedBy: { accountId: 'other', name: 'Kim Berg' },
});

describe('a draft that is being written', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('goes to the server shortly after the last key, once for many keys', async () => {
    const { state, open } = scene();
    const keeper = open();
    for (const body of ['A', 'Ab', 'Abc']) keeper.type({ body });
    expect(keeper.current().state.kind).toBe('waiting');
    await jest.advanceTimersByTimeAsync(2000);
    expect(state.saves).toBe(1);
    expect(state.remote.text.body).toBe('Abc');
    expect(keeper.current().state).toEqual({ kind: 'saved', at: '2026-11-22T10:05:00Z' });
    expect(state.shelf).toBeUndefined();
    keeper.dispose();
  });

  it('is saved every few seconds even by somebody who never pauses', async () => {
    const { state, open } = scene();
    const keeper = open();
    for (let second = 0; second < 14; second += 1) {
      keeper.type({ body: `Text ${second}` });
      await jest.advanceTimersByTimeAsync(1000);
    }
    expect(state.saves).toBeGreaterThanOrEqual(2);
    keeper.dispose();
  });

  it('lies in the browser from the first key, and is sent by itself when the server is back', async () => {
    const { state, open } = scene();
    const keeper = open();
    state.away = true;
    keeper.type({ body: 'Im Zug geschrieben.' });
    expect(state.shelf?.text.body).toBe('Im Zug geschrieben.');
    await jest.advanceTimersByTimeAsync(2000);
    expect(keeper.current().state.kind).toBe('kept');
    state.away = false;
    await jest.advanceTimersByTimeAsync(5000);
    expect(state.remote.text.body).toBe('Im Zug geschrieben.');
    expect(keeper.current().state.kind).toBe('saved');
    keeper.dispose();
  });

  it('is restored after the browser was closed without a network', async () => {
    const { state, open } = scene();
    state.away = true;
    const first = open();
    first.type({ body: 'Kurz vor dem Tunnel.' });
    await jest.advanceTimersByTimeAsync(2000);
    first.dispose();
    state.away = false;
    const second = open();
    await second.restore();
    expect(second.current().text.body).toBe('Kurz vor dem Tunnel.');
    await jest.advanceTimersByTimeAsync(100);
    expect(state.remote.text.body).toBe('Kurz vor dem Tunnel.');
    second.dispose();
  });

  it('is no conflict with itself when only the answer of a saving was lost', async () => {
    const { state, open } = scene();
    const keeper = open();
    state.answerLost = true;
    keeper.type({ body: 'Angekommen, aber ohne Antwort.' });
    await jest.advanceTimersByTimeAsync(8000);
    expect(keeper.current().state.kind).toBe('saved');
    expect(state.remote.version).toBe(4);
    keeper.dispose();
  });

  it('stops at somebody else\'s text, loses neither, and goes on from the decision', async () => {
    const { state, open } = scene();
    const keeper = open();
    state.remote = foreign(state.remote, { body: 'Von Kim.' });
    keeper.type({ body: 'Von mir.' });
    await jest.advanceTimersByTimeAsync(2000);
    const { state: met } = keeper.current();
    expect(met).toMatchObject({ kind: 'stale', theirs: { text: { body: 'Von Kim.' } } });
    expect(keeper.current().text.body).toBe('Von mir.');
    expect(keeper.current().base.body).toBe('Anfang.');
    expect(state.shelf?.text.body).toBe('Von mir.');
    expect(state.remote.text.body).toBe('Von Kim.');
    keeper.type({ body: 'Von mir, weiter.' });
    await jest.advanceTimersByTimeAsync(10_000);
    expect(state.remote.text.body).toBe('Von Kim.');
    if (met.kind === 'stale') keeper.settle({ ...keeper.current().text, body: 'Von beiden.' }, met.theirs);
    await jest.advanceTimersByTimeAsync(100);
    expect(state.remote).toMatchObject({ version: 5, text: { body: 'Von beiden.' } });
    keeper.dispose();
  });

  it('meets the other text again when the browser was closed before deciding', async () => {
    const { state, open } = scene();
    state.away = true;
    const first = open();
    first.type({ body: 'Von mir.' });
    await jest.advanceTimersByTimeAsync(2000);
    first.dispose();
    state.away = false;
    state.remote = foreign(state.remote, { body: 'Von Kim.' });
    const second = open();
    await second.restore();
    expect(second.current().state.kind).toBe('stale');
    expect(second.current().text.body).toBe('Von mir.');
    second.dispose();
  });

  it('takes over what somebody else wrote while nothing own was unsaved, and says who', async () => {
    const { state, open } = scene();
    const keeper = open();
    state.remote = foreign(state.remote, { body: 'Von Kim.' });
    await keeper.look();
    expect(keeper.current()).toMatchObject({ text: { body: 'Von Kim.' }, generation: 1, takenOverFrom: { savedBy: { name: 'Kim Berg' } } });
    keeper.dispose();
  });

  it('is not replaced by a text released beside it, and loses nothing when both are joined', async () => {
    const { state, open } = scene({ text: { ...start, body: 'Anfang.\n\nMein Absatz.' } });
    const keeper = open();
    state.remote = { ...state.remote, text: { ...start, body: 'Anfang.\n\nWiederhergestellt.' }, revision: 2, isReleasedBeside: true, savedBy: null };
    await keeper.look();
    const { state: met, text, base } = keeper.current();
    expect(met.kind).toBe('stale');
    if (met.kind !== 'stale') return;
    const settled = settledDraft(base, text, met.theirs.text, firstChoices(conflictOf(base, text, met.theirs.text)));
    expect(settled).toMatchObject({ title: start.title, body: 'Anfang.\n\nMein Absatz.\n\nWiederhergestellt.' });
    keeper.settle(settled, met.theirs);
    expect(keeper.current().revision).toBe(2);
    keeper.dispose();
  });

  it('stays in the browser and says so when the server refuses it', async () => {
    const { state, open } = scene();
    const keeper = new DraftKeeper({
      server: {
        save: () => Promise.reject(new CombinedGraphQLErrors({ errors: [{ message: 'x', extensions: { code: 'BAD_USER_INPUT', reason: 'tooLong', field: 'title' } }] })),
        load: async () => state.remote,
      },
      shelf: { read: async () => undefined, write: async (draft) => { state.shelf = draft; }, clear: async () => undefined },
      stored: state.remote,
      ownAccountId: 'me',
    });
    open().dispose();
    keeper.type({ title: 'x'.repeat(500) });
    await jest.advanceTimersByTimeAsync(2000);
    expect(keeper.current().state.kind).toBe('refused');
    expect(state.shelf?.text.title).toHaveLength(500);
    keeper.dispose();
  });

  it('sends nothing while a new tip is still empty, and nothing after it was published', async () => {
    const { state, open } = scene({ text: emptyDraft, version: 0, revision: 0 });
    const keeper = open();
    keeper.type({ note: '' });
    await jest.advanceTimersByTimeAsync(3000);
    expect(state.saves).toBe(0);
    keeper.type({ title: 'Ein Titel' });
    await keeper.end();
    await jest.advanceTimersByTimeAsync(10_000);
    expect(state.saves).toBe(0);
    expect(state.shelf).toBeUndefined();
  });
});
