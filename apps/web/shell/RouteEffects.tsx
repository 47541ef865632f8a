import { useLayoutEffect, useRef } from 'react';
import { useLocation, useNavigationType } from 'react-router';

/** The part that scrolls on a phone, between search and bottom bar; on wide screens the window does. */
export const scrollerId = 'seite';

const positions = new Map<string, number>();

function scroller(): Element {
  const part = document.getElementById(scrollerId);
  const isScrolling = part !== null && getComputedStyle(part).overflowY === 'auto';
  return isScrolling ? part : document.documentElement;
}

/** A page that knows better where its reader is than a number of pixels says so: there, only it scrolls. */
const keepsItsPlace = () => document.querySelector('[data-keeps-place]') !== null;

/** How long a page may take to become as tall as it was, before we stop waiting to scroll back. */
const patienceMs = 1500;

/** Waits until something holds, frame by frame. @returns how to stop waiting. */
function when(holds: () => boolean, then: () => void): () => void {
  const startedAt = performance.now();
  let frame = 0;
  const look = () => {
    if (holds()) then();
    else if (performance.now() - startedAt < patienceMs) frame = requestAnimationFrame(look);
  };
  look();
  return () => cancelAnimationFrame(frame);
}

/**
 * What a browser does by itself at a page load and has to be done by hand here: the keyboard starts at the new content,
 * the page at its top or, going back, where one was; a `#part` is scrolled to once it is there.
 */
export function RouteEffects() {
  const { pathname, hash, key } = useLocation();
  const kind = useNavigationType();
  const lastPath = useRef(pathname);

  // Before the paint: else the jump to the new page's top would still count as scrolling of the old one.
  useLayoutEffect(() => {
    window.history.scrollRestoration = 'manual';
    const remember = () => positions.set(key, scroller().scrollTop);
    // Scrolling of a part does not bubble, but it can be caught on its way down.
    const options = { passive: true, capture: true };
    window.addEventListener('scroll', remember, options);
    return () => window.removeEventListener('scroll', remember, options);
  }, [key]);

  useLayoutEffect(() => {
    const isNewPage = lastPath.current !== pathname;
    lastPath.current = pathname;
    if (isNewPage) document.querySelector<HTMLElement>('#inhalt')?.focus({ preventScroll: true });
    if (hash !== '') {
      const target = () => document.getElementById(decodeURIComponent(hash.slice(1)));
      return when(() => target() !== null, () => target()?.scrollIntoView({ behavior: 'instant' }));
    }
    const wanted = kind === 'POP' ? (positions.get(key) ?? 0) : 0;
    if (!isNewPage && wanted === 0) return;
    return when(
      () => keepsItsPlace() || scroller().scrollHeight - scroller().clientHeight >= wanted,
      () => {
        if (!keepsItsPlace()) scroller().scrollTo({ top: wanted, behavior: 'instant' });
      },
    );
  }, [pathname, hash, key, kind]);

  return null;
}
