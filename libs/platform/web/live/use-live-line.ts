import { useEffect } from 'react';
import { tellLive, tellWhenSeen } from './live-hub.js';

/** Long after the first paint; nothing of the page waits for it. */
const startAfterMs = 1500;

/** Keeps this page told while somebody is signed in. Once per page. */
export function useLiveLine(accountId: string | null | undefined): void {
  useEffect(() => {
    if (accountId === null || accountId === undefined) return undefined;
    let stop: (() => void) | undefined;
    let isOver = false;
    const timer = setTimeout(() => {
      // Without it the page is as it was loaded, and the next page tries again.
      import('./live-line.js')
        .then(({ startLine, browserParts }) => {
          if (!isOver) stop = startLine(accountId, browserParts(tellLive));
        })
        .catch(() => undefined);
    }, startAfterMs);
    const stopTelling = tellWhenSeen();
    return () => {
      isOver = true;
      clearTimeout(timer);
      stopTelling();
      stop?.();
    };
  }, [accountId]);
}
