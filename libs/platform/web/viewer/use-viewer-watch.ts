import { useEffect, useRef, useState } from 'react';
import { useLive } from '../live/use-live.js';
import { formsWaitFor, ownPath, type startOver } from '../routing/own-path.js';
import { isLeftByHand } from './left-by-hand.js';
import { leaveRightsNote } from './rights-note.js';

interface Watched {
  readonly accountId: string | null;
  readonly standing: string;
  readonly siteRoles: readonly string[];
  readonly programmeRoles: readonly string[];
}

const signIn = '/anmelden';

/** How often a visible page asks again. */
const askAgainMs = 60_000;
/** Going back and forth between windows asks only once. */
const restMs = 5000;

/** What decides over rights, in one word; the order of roles does not count. */
const rightsOf = ({ accountId, standing, siteRoles, programmeRoles }: Watched) => JSON.stringify([accountId, standing, siteRoles.toSorted(), programmeRoles.toSorted()]);

/**
 * Asks again who is looking as soon as the server tells that rights changed, when the window is returned to, and every
 * minute while it is visible: live updates may not get through everywhere. Once it is somebody else,
 * or somebody with other rights, the page begins anew: nothing of what was open before stays readable. The same person goes on where
 * they were, after signing in where the session has ended, in whichever tab; what was typed waits for them alone.
 */
export function useViewerWatch(viewer: Watched | undefined, ask: () => Promise<unknown>, onOther: typeof startOver): void {
  const before = useRef<Watched>(undefined);
  const asked = useRef(0);
  const [began] = useState(() => Date.now());

  useEffect(() => {
    if (viewer === undefined) return;
    const known = before.current;
    before.current = viewer;
    // A text that is not sent yet lies in the browser under its account, and waits there.
    if (known === undefined || rightsOf(known) === rightsOf(viewer)) return;
    const here = window.location.pathname + window.location.search;
    if (known.accountId === viewer.accountId) {
      leaveRightsNote();
      onOther(here, { keepsForms: true });
    } else if (viewer.accountId === null && known.accountId !== null && !isLeftByHand(began)) {
      onOther(`${signIn}?neu=beendet&weiter=${encodeURIComponent(here)}`, { leavesFormsFor: known.accountId });
    } else if (known.accountId === null && viewer.accountId !== null && formsWaitFor(viewer.accountId)) {
      // Signed in again in another tab.
      onOther(window.location.pathname === signIn ? ownPath(new URLSearchParams(window.location.search).get('weiter')) : here, { keepsForms: true });
    } else {
      onOther('/');
    }
  }, [viewer, onOther, began]);

  useLive('viewer', null, () => {
    asked.current = Date.now();
    ask().catch(() => undefined);
  });

  useEffect(() => {
    const askIfSeen = () => {
      if (document.visibilityState !== 'visible' || Date.now() - asked.current < restMs) return;
      asked.current = Date.now();
      // Without a network everything stays as it is until the next time.
      ask().catch(() => undefined);
    };
    const timer = setInterval(askIfSeen, askAgainMs);
    window.addEventListener('focus', askIfSeen);
    document.addEventListener('visibilitychange', askIfSeen);
    return () => {
      clearInterval(timer);
      window.removeEventListener('focus', askIfSeen);
      document.removeEventListener('visibilitychange', askIfSeen);
    };
  }, [ask]);
}
