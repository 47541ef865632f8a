import { useEffect, useRef } from 'react';
import { onLive, type LiveUpdate } from './live-hub.js';

/**
 * Calls back when something changed that this viewer may see, in any tab's or person's doing, while the page is seen;
 * what happened in between comes when it is seen again. The same update may come twice. Ask for the thing anew; do not
 * move what somebody reads or types in.
 * @param topic the noun, such as `thread`.
 * @param id which one; null: each of the topic; undefined: none, while it is not known yet.
 */
export function useLive(topic: string, id: string | null | undefined, handler: (update: LiveUpdate) => void): void {
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  useEffect(() => {
    if (id === undefined) return undefined;
    return onLive(topic, (update) => {
      if (id === null || update.id === id) latest.current(update);
    });
  }, [topic, id]);
}

/** Calls back after sleep, a lost network or a pause of the server, when updates may have been missed: ask anew. */
export function useCaughtUp(handler: () => void): void {
  useLive('caughtUp', null, handler);
}
