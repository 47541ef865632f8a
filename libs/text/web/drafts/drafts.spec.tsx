import { act, render, screen } from '@testing-library/react';
import { Suspense } from 'react';
import { LocaleProvider } from '#platform/web';
import { textTexts } from '../text-texts.js';
import { DraftKeeper } from './draft-keeper.js';
import { forgetDraftTexts, keepDraft, keepOnlyDraftTexts, readKeptDraft } from './draft-storage.js';
import { DraftStatus } from './DraftStatus.js';
import { useDraftText } from './use-draft-text.js';

type Kind = 'offline' | 'failed' | 'conflict';

class Server {
  readonly received: string[] = [];
  refusal: Kind | undefined;
  answer: Promise<void> = Promise.resolve();

  readonly save = async (text: string): Promise<void> => {
    await this.answer;
    if (this.refusal !== undefined) throw new Error(this.refusal);
    this.received.push(text);
  };
}

const kindOfError = (error: unknown): Kind => (error as Error).message as Kind;

function keeperFor(server: Server, serverText = 'alt', draftId = 'd1', accountId = 'a1'): { readonly keeper: DraftKeeper; readonly stop: () => void } {
  const keeper = new DraftKeeper({ accountId, draftId, serverText, save: server.save, kindOfError });
  return { keeper, stop: keeper.start() };
}

const kept = (draftId = 'd1', accountId = 'a1'): string | undefined => readKeptDraft(accountId, draftId)?.text;

beforeAll(() => textTexts.load('de'));

beforeEach(() => {
  jest.useFakeTimers();
  localStorage.clear();
});

afterEach(() => {
  jest.useRealTimers();
});

describe('a typed text', () => {
  test('is on the server a few seconds after a pause, once, and then no longer in the browser', async () => {
    const server = new Server();
    const { keeper } = keeperFor(server);
    keeper.change('n');
    keeper.change('neu');
    expect(keeper.current().state.kind).toBe('unsaved');
    await jest.advanceTimersByTimeAsync(400);
    expect(kept()).toBe('neu');
    expect(server.received).toEqual([]);
    await jest.advanceTimersByTimeAsync(2_500);
    expect(server.received).toEqual(['neu']);
    expect(keeper.current().state).toMatchObject({ kind: 'saved' });
    expect(kept()).toBeUndefined();
  });

  test('is saved while somebody types without a pause', async () => {
    const server = new Server();
    const { keeper } = keeperFor(server);
    for (let count = 0; count < 20; count += 1) {
      keeper.change(`Text ${count}`);
      await jest.advanceTimersByTimeAsync(1_000);
    }
    expect(server.received.length).toBeGreaterThan(0);
  });

  test('that goes on while saving is saved again, never two at a time', async () => {
    const server = new Server();
    let answer = (): void => undefined;
    server.answer = new Promise((resolve) => {
      answer = resolve;
    });
    const { keeper } = keeperFor(server);
    keeper.change('eins');
    await jest.advanceTimersByTimeAsync(3_000);
    keeper.change('eins zwei');
    await jest.advanceTimersByTimeAsync(20_000);
    expect(keeper.current().state.kind).toBe('saving');
    answer();
    await jest.advanceTimersByTimeAsync(3_000);
    expect(server.received).toEqual(['eins', 'eins zwei']);
    expect(kept()).toBeUndefined();
  });

  test('stays in the browser while offline, and is saved by itself when the connection is back', async () => {
    const server = new Server();
    server.refusal = 'offline';
    const { keeper } = keeperFor(server);
    keeper.change('neu');
    await jest.advanceTimersByTimeAsync(3_000);
    expect(keeper.current().state).toEqual({ kind: 'offline', isKept: true });
    keeper.change('neuer');
    await jest.advanceTimersByTimeAsync(500);
    expect(kept()).toBe('neuer');
    server.refusal = undefined;
    window.dispatchEvent(new Event('online'));
    await jest.advanceTimersByTimeAsync(10);
    expect(server.received).toEqual(['neuer']);
    expect(keeper.current().state.kind).toBe('saved');
  });

  test('is tried again with growing pauses after a failure', async () => {
    const server = new Server();
    const tries = jest.spyOn(server, 'save');
    const keeper = new DraftKeeper({ accountId: 'a1', draftId: 'd1', serverText: '', save: (text) => server.save(text), kindOfError });
    server.refusal = 'failed';
    keeper.change('x');
    await jest.advanceTimersByTimeAsync(3_000);
    expect(tries).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(4_000);
    expect(tries).toHaveBeenCalledTimes(2);
    await jest.advanceTimersByTimeAsync(4_000);
    expect(tries).toHaveBeenCalledTimes(2);
    server.refusal = undefined;
    await jest.advanceTimersByTimeAsync(60_000);
    expect(server.received).toEqual(['x']);
  });

  test('is kept at once when the page is closed, and saved when the field goes', async () => {
    const server = new Server();
    const { keeper, stop } = keeperFor(server);
    keeper.change('letzte Worte');
    window.dispatchEvent(new Event('pagehide'));
    expect(kept()).toBe('letzte Worte');
    stop();
    await jest.advanceTimersByTimeAsync(10);
    expect(server.received).toEqual(['letzte Worte']);
  });
});

describe('after a reload', () => {
  async function leftOffline(text: string, serverText = 'alt'): Promise<void> {
    const server = new Server();
    server.refusal = 'offline';
    const { keeper, stop } = keeperFor(server, serverText);
    keeper.change(text);
    await jest.advanceTimersByTimeAsync(3_000);
    stop();
    await jest.advanceTimersByTimeAsync(10);
    jest.clearAllTimers();
  }

  test('the unsaved text is back and is saved', async () => {
    await leftOffline('offline geschrieben');
    const server = new Server();
    const { keeper } = keeperFor(server);
    expect(keeper.current()).toMatchObject({ text: 'offline geschrieben', isRestored: true });
    await jest.advanceTimersByTimeAsync(10);
    expect(server.received).toEqual(['offline geschrieben']);
    expect(kept()).toBeUndefined();
  });

  test('a text that was changed elsewhere meanwhile is a conflict, and nothing is saved over it', async () => {
    await leftOffline('meins');
    const server = new Server();
    const { keeper } = keeperFor(server, 'von jemand anderem');
    expect(keeper.current()).toMatchObject({ text: 'meins', state: { kind: 'conflict' } });
    keeper.change('meins, weiter');
    await jest.advanceTimersByTimeAsync(60_000);
    expect(server.received).toEqual([]);
    expect(kept()).toBe('meins, weiter');
    expect(await keeper.keepOwn('von jemand anderem')).toBe(true);
    expect(server.received).toEqual(['meins, weiter']);
  });

  test('a text whose saving was never answered is no conflict', async () => {
    await leftOffline('eins');
    const server = new Server();
    server.refusal = 'offline';
    const { keeper, stop } = keeperFor(server, 'alt');
    await jest.advanceTimersByTimeAsync(10);
    keeper.change('eins zwei');
    stop();
    await jest.advanceTimersByTimeAsync(10);
    jest.clearAllTimers();
    expect(keeperFor(new Server(), 'eins').keeper.current().state.kind).not.toBe('conflict');
  });

  test('a text that the server has is not restored, and the other version can be taken', async () => {
    await leftOffline('gleich');
    const { keeper } = keeperFor(new Server(), 'gleich');
    expect(keeper.current()).toMatchObject({ text: 'gleich', isRestored: false });
    expect(kept()).toBeUndefined();
    keeper.change('anders');
    keeper.takeServers('vom Server');
    await jest.advanceTimersByTimeAsync(60_000);
    expect(keeper.current()).toMatchObject({ text: 'vom Server', state: { kind: 'saved' } });
    expect(kept()).toBeUndefined();
  });

  test('nobody else gets it', async () => {
    await leftOffline('geheim');
    expect(keeperFor(new Server(), 'alt', 'd1', 'a2').keeper.current().text).toBe('alt');
    expect(keeperFor(new Server(), 'alt', 'd2', 'a1').keeper.current().text).toBe('alt');
  });
});

describe('a conflict told by the server', () => {
  test('stops saving until a version is chosen', async () => {
    const server = new Server();
    server.refusal = 'conflict';
    const { keeper } = keeperFor(server);
    keeper.change('meins');
    await jest.advanceTimersByTimeAsync(3_000);
    expect(keeper.current().state).toMatchObject({ kind: 'conflict', isKept: true });
    server.refusal = undefined;
    await jest.advanceTimersByTimeAsync(120_000);
    expect(server.received).toEqual([]);
    expect(await keeper.flush()).toBe(false);
  });
});

describe('the browser', () => {
  const draft = (text: string, keptAtMs: number) => ({ text, basedOn: '', keptAtMs });

  test('forgets everything at sign-out', () => {
    keepDraft('a1', 'd1', draft('x', 1));
    localStorage.setItem('anderes', 'bleibt');
    forgetDraftTexts();
    expect(kept()).toBeUndefined();
    expect(localStorage.getItem('anderes')).toBe('bleibt');
  });

  test('drops what belongs to others or is no longer there', () => {
    keepDraft('a1', 'd1', draft('x', 1));
    keepDraft('a1', 'd2', draft('y', 1));
    keepDraft('a2', 'd1', draft('z', 1));
    keepOnlyDraftTexts('a1', ['d1']);
    expect([kept('d1', 'a1'), kept('d2', 'a1'), kept('d1', 'a2')]).toEqual(['x', undefined, undefined]);
  });

  test('that is full makes room by dropping the oldest draft, and says when it cannot keep anything', async () => {
    keepDraft('a1', 'alt', draft('x', 1));
    keepDraft('a1', 'jünger', draft('y', 2));
    const original = Storage.prototype.setItem;
    const full = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(function (this: Storage, name: string, value: string) {
      if (this.length >= 2 && this.getItem(name) === null) throw new DOMException('full', 'QuotaExceededError');
      original.call(this, name, value);
    });
    expect(keepDraft('a1', 'neu', draft('z', 3))).toBe(true);
    expect([kept('alt'), kept('jünger'), kept('neu')]).toEqual([undefined, 'y', 'z']);
    full.mockImplementation(() => {
      throw new DOMException('off', 'SecurityError');
    });
    const server = new Server();
    server.refusal = 'offline';
    const { keeper } = keeperFor(server, '', 'd9');
    keeper.change('x');
    await jest.advanceTimersByTimeAsync(3_000);
    expect(keeper.current().state).toEqual({ kind: 'offline', isKept: false });
    full.mockRestore();
  });

  test('ignores what is damaged', () => {
    localStorage.setItem('draft-text:a1:d1', '{"text": 5');
    expect(keeperFor(new Server()).keeper.current().text).toBe('alt');
  });
});

describe('the hook', () => {
  function Field({ draftId, save }: { readonly draftId: string; readonly save: (text: string) => Promise<unknown> }) {
    const { text, setText, state, isRestored } = useDraftText({ key: { accountId: 'a1', draftId }, serverText: 'alt', save });
    return (
      <>
        <textarea aria-label="Text" value={text} onChange={(event) => setText(event.currentTarget.value)} />
        <button type="button" onClick={() => setText(`${text}!`)}>
          tippen
        </button>
        <output>{isRestored ? 'wiederhergestellt' : 'frisch'}</output>
        <DraftStatus state={state} />
      </>
    );
  }

  const page = (draftId: string, save: (text: string) => Promise<unknown>) => (
    <LocaleProvider initial={{ locale: 'de', address: 'sie' }}>
      <Suspense>
        <Field draftId={draftId} save={save} />
      </Suspense>
    </LocaleProvider>
  );

  test('says where the text is, and another key is another draft', async () => {
    const server = new Server();
    const view = await act(async () => render(page('d1', server.save)));
    await act(() => jest.advanceTimersByTimeAsync(50));
    act(() => screen.getByText('tippen').click());
    expect(screen.getByText('Noch nicht gespeichert')).toBeTruthy();
    await act(() => jest.advanceTimersByTimeAsync(3_000));
    expect(server.received).toEqual(['alt!']);
    expect(screen.getByText(/^Gespeichert \d\d:\d\d$/)).toBeTruthy();
    keepDraft('a1', 'd2', { text: 'anderer Entwurf', basedOn: '', keptAtMs: 1 });
    await act(async () => view.rerender(page('d2', server.save)));
    expect(screen.getByLabelText<HTMLTextAreaElement>('Text').value).toBe('anderer Entwurf');
    expect(screen.getByText('wiederhergestellt')).toBeTruthy();
  });

  test('tells a lost connection', async () => {
    const save = () => Promise.reject(new TypeError('Failed to fetch'));
    await act(async () => render(page('d3', save)));
    await act(() => jest.advanceTimersByTimeAsync(50));
    act(() => screen.getByText('tippen').click());
    await act(() => jest.advanceTimersByTimeAsync(3_000));
    expect(screen.getByText(/^Offline\. Der Text bleibt in diesem Browser/)).toBeTruthy();
    expect(kept('d3')).toBe('alt!');
  });
});
