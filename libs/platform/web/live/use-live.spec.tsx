import { act, renderHook } from '@testing-library/react';
import { tellLive, tellWhenSeen } from './live-hub.js';
import { useCaughtUp, useLive } from './use-live.js';

const update = (topic: string, id: string | null = 'a') => ({ topic, id, data: { position: 1 } });
const see = (state: 'visible' | 'hidden') => {
  jest.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
  document.dispatchEvent(new Event('visibilitychange'));
};
const handler = jest.fn();
let stopTelling: () => void;

beforeEach(() => {
  handler.mockClear();
  stopTelling = tellWhenSeen();
});
afterEach(() => {
  see('visible');
  stopTelling();
  jest.restoreAllMocks();
});

describe('a page that waits for updates', () => {
  it('hears of its own thing alone, until it is left', () => {
    const { unmount } = renderHook(() => useLive('thread', 'a', handler));
    act(() => [update('thread', 'b'), update('notices', 'a'), update('thread', 'a')].forEach(tellLive));
    expect(handler.mock.calls).toEqual([[update('thread', 'a')]]);
    unmount();
    tellLive(update('thread', 'a'));
    expect(handler).toHaveBeenCalledTimes(1);
  });

  it('hears of all things of a topic, or of none while it does not know which', () => {
    const { rerender } = renderHook(({ id }: { readonly id: string | null | undefined }) => useLive('thread', id, handler), { initialProps: { id: undefined as string | null | undefined } });
    tellLive(update('thread', 'a'));
    expect(handler).not.toHaveBeenCalled();
    rerender({ id: null });
    tellLive(update('thread', 'b'));
    expect(handler).toHaveBeenCalledTimes(1);
  });

  it('always calls the newest handler', () => {
    const second = jest.fn();
    const { rerender } = renderHook(({ now }: { readonly now: jest.Mock }) => useLive('thread', 'a', now), { initialProps: { now: handler } });
    rerender({ now: second });
    tellLive(update('thread'));
    expect([handler, second].map((mock) => mock.mock.calls.length)).toEqual([0, 1]);
  });

  it('hears once it is seen what happened while nobody looked, each thing once', () => {
    renderHook(() => useLive('thread', null, handler));
    see('hidden');
    for (const id of ['a', 'a', 'b']) tellLive(update('thread', id));
    expect(handler).not.toHaveBeenCalled();
    see('visible');
    expect(handler.mock.calls.map(([heard]: { id: string }[]) => heard?.id)).toEqual(['a', 'b']);
  });

  it('is told to look anew after more than it could take in', () => {
    const anew = jest.fn();
    renderHook(() => {
      useLive('thread', null, handler);
      useCaughtUp(anew);
    });
    see('hidden');
    for (let count = 0; count <= 200; count += 1) tellLive(update('thread', String(count)));
    see('visible');
    expect([handler, anew].map((mock) => mock.mock.calls.length)).toEqual([0, 1]);
  });

  it('hears of changed rights at once, seen or not', () => {
    renderHook(() => useLive('viewer', null, handler));
    see('hidden');
    tellLive(update('viewer', null));
    expect(handler).toHaveBeenCalledTimes(1);
  });
});
