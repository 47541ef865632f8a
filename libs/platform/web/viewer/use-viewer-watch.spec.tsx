import { act, renderHook } from '@testing-library/react';
import { tellLive } from '../live/live-hub.js';
import { leaveByHand, stayAfterAll } from './left-by-hand.js';
import { takeRightsNote } from './rights-note.js';
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

  const nobody = { accountId: null, standing: 'guest', siteRoles: [], programmeRoles: [] };

  it('asks to sign in again where the session has ended, and leads back; typed forms wait for the same person', () => {
    window.history.replaceState(null, '', '/d/frage?seite=2#3');
    const { rerender } = watch(ada);
    rerender({ now: nobody });
    expect(onOther).toHaveBeenCalledWith('/anmelden?neu=beendet&weiter=%2Fd%2Ffrage%3Fseite%3D2', { leavesFormsFor: 'ada' });
    window.history.replaceState(null, '', '/');
  });

  describe('whose session has ended', () => {
    beforeEach(() => sessionStorage.setItem('forms-of', 'ada'));
    afterEach(() => {
      sessionStorage.clear();
      window.history.replaceState(null, '', '/');
    });

    it.each([
      ['leads back with typed forms where the same person has signed in in another tab', '/anmelden?neu=beendet&weiter=%2Fd%2Ffrage%3Fseite%3D2', ada, ['/d/frage?seite=2', { keepsForms: true }]],
      ['stays where the person had gone meanwhile', '/tipps?seite=2', ada, ['/tipps?seite=2', { keepsForms: true }]],
      ['leads nowhere else', '/anmelden?neu=beendet&weiter=%2F%2Fboese.example', ada, ['/', { keepsForms: true }]],
      ['begins at the start, without typed forms, where it is somebody else', '/anmelden?neu=beendet&weiter=%2Fd%2Ffrage', { ...ada, accountId: 'bea' }, ['/']],
    ])('%s', (_what, address, now, goes) => {
      window.history.replaceState(null, '', address);
      const { rerender } = watch(nobody);
      rerender({ now });
      expect(onOther.mock.calls).toEqual([goes]);
    });
  });

  it.each([
    ['who was there has signed out in another tab', true, nobody],
    ['somebody else is there', false, { ...ada, accountId: 'bea' }],
  ])('begins at the start, without typed forms, where %s', (_why, isLeft, now) => {
    const { rerender } = watch(ada);
    if (isLeft) leaveByHand();
    expect(JSON.stringify(window.localStorage)).not.toContain('ada');
    rerender({ now });
    expect(onOther).toHaveBeenCalledWith('/');
    stayAfterAll();
  });

  it('takes who was there for gone against their will where somebody had left by hand before', () => {
    leaveByHand();
    jest.advanceTimersByTime(1000);
    const { rerender } = watch(ada);
    rerender({ now: nobody });
    expect(onOther.mock.calls[0]).toEqual([expect.stringContaining('/anmelden?neu=beendet'), { leavesFormsFor: 'ada' }]);
    stayAfterAll();
  });

  it.each([
    ['a role', { ...ada, programmeRoles: ['mentee'] }],
    ['the coordination', { ...ada, siteRoles: ['coordinator'] }],
    ['the standing', { ...ada, standing: 'waiting' }],
  ])('begins anew where it is, with typed forms and a word why, when the same person has other rights: %s', (_which, now) => {
    window.history.replaceState(null, '', '/raum/nord');
    const { rerender } = watch(ada);
    rerender({ now });
    expect(onOther).toHaveBeenCalledWith('/raum/nord', { keepsForms: true });
    expect([takeRightsNote(), takeRightsNote()]).toEqual([true, false]);
    window.history.replaceState(null, '', '/');
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
