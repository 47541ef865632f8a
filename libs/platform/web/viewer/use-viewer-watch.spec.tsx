import { act, renderHook } from '@testing-library/react';
import { tellLive } from '../live/live-hub.js';
import { useViewerWatch } from './use-viewer-watch.js';

type Viewer = Parameters<typeof useViewerWatch>[0];

const ada = { accountId: 'ada', standing: 'approved', siteRoles: [], programmeRoles: ['mentor', 'mentee'] };
const ask = jest.fn(async () => undefined);
const onOther = jest.fn();
const watch = (viewer: Viewer) => renderHook(({ now }: { readonly now: Viewer }) => useViewerWatch(now, ask, onOther), { initialProps: { now: viewer } });

beforeEach(() => {
  jest.useFakeTimers({ now: new Date('2026-03-01T10:00:00Z') });
  ask.mockClear();
  onOther.mockClear();
});
afterEach(() => jest.useRealTimers());

describe('an open page', () => {
  it('stays when the same person comes back, in whichever order the roles are told', () => {
    const { rerender } = watch(undefined);
    rerender({ now: ada });
    rerender({ now: { ...ada, programmeRoles: ['mentee', 'mentor'] } });
    expect(onOther).not.toHaveBeenCalled();
  });

  it('begins anew, without typed forms, once nobody is signed in any more', () => {
    const { rerender } = watch(ada);
    rerender({ now: { accountId: null, standing: 'guest', siteRoles: [], programmeRoles: [] } });
    expect(onOther).toHaveBeenCalledWith('/', { keepsForms: false });
  });

  it.each([
    ['a role', { ...ada, programmeRoles: ['mentee'] }],
    ['the coordination', { ...ada, siteRoles: ['coordinator'] }],
    ['the standing', { ...ada, standing: 'waiting' }],
  ])('begins anew with typed forms when the same person has other rights: %s', (_which, now) => {
    const { rerender } = watch(ada);
    rerender({ now });
    expect(onOther).toHaveBeenCalledWith('/', { keepsForms: true });
  });

  it('asks each minute and at return to the window, but not twice at once', () => {
    watch(ada);
    act(() => jest.advanceTimersByTime(60_000));
    expect(ask).toHaveBeenCalledTimes(1);
    window.dispatchEvent(new Event('focus'));
    expect(ask).toHaveBeenCalledTimes(1);
    act(() => jest.advanceTimersByTime(6000));
    window.dispatchEvent(new Event('focus'));
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('asks at once when it is told that rights changed, seen or not', () => {
    const state = jest.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    watch(ada);
    tellLive({ topic: 'viewer', id: 'ada', data: {} });
    expect(ask).toHaveBeenCalledTimes(1);
    state.mockRestore();
  });

  it('asks nothing while nobody sees it', () => {
    const state = jest.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    watch(ada);
    act(() => jest.advanceTimersByTime(180_000));
    expect(ask).not.toHaveBeenCalled();
    state.mockRestore();
  });
});
