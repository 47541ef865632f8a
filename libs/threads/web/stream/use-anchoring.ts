import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import type { WindowsSnapshot } from './post-windows.js';
import { positionOf, postElements, postsInSight, scrollerOf } from './place.js';

interface Anchor {
  readonly id: string;
  readonly top: number;
}

const anchorAt = (list: Element): Anchor | undefined => {
  const { first } = postsInSight(list);
  return first === undefined ? undefined : { id: first.id, top: first.getBoundingClientRect().top };
};

/** At the very top one reads what is above the posts: what arrives there (a poll) pushes them down, only earlier posts do not. */
const isAtTop = (list: Element): boolean => scrollerOf(list).scrollTop <= 1;

/** Scrolls by as much as the post at the upper edge was pushed. */
function hold(list: Element, anchor: Anchor | undefined): void {
  const post = anchor === undefined ? null : document.getElementById(anchor.id);
  if (post === null || anchor === undefined) return;
  const moved = post.getBoundingClientRect().top - anchor.top;
  if (Math.abs(moved) >= 1) scrollerOf(list).scrollBy?.({ top: moved, behavior: 'instant' });
}

/** The post of a place, or the next one where it is gone. */
export function postAt(list: Element, position: number): HTMLElement | undefined {
  const posts = postElements(list);
  return posts.find((post) => positionOf(post) >= position) ?? posts.at(-1);
}

interface Moved {
  readonly first: number;
  readonly last: number;
  /** False until the reader moves: the place is the one that was asked for, also where the page is too short to show it at its top. */
  readonly isByReader: boolean;
}

/** How a reader moves through a page. What scrolls without any of these is the jump itself, or what arrived late above it. */
const MOVES = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;

/**
 * Keeps the reader's place while posts come and go around it: what is at the upper edge stays there to the pixel. Browsers
 * differ in doing this by themselves, so they are told not to (`overflow-anchor` in the style sheet).
 * @param onMoved tells between which positions the reader is.
 */
export function useAnchoring(list: RefObject<HTMLElement | null>, snapshot: WindowsSnapshot, onMoved: (moved: Moved) => void): void {
  const anchor = useRef<Anchor>(undefined);
  const firstRow = useRef<string>(undefined);
  const jumped = useRef(0);
  const hasMoved = useRef(false);
  // Until the place that was asked for is there the reader is on the way to it, not where they were.
  const isOnTheWay = useRef(false);
  const tell = useRef(onMoved);
  useEffect(() => {
    tell.current = onMoved;
    isOnTheWay.current = snapshot.busy === 'around';
  });

  useLayoutEffect(() => {
    const element = list.current;
    if (element === null) return;
    const { jump } = snapshot;
    if (jump !== null && jump.number !== jumped.current) {
      const post = postAt(element, jump.position);
      if (post === undefined) return;
      jumped.current = jump.number;
      hasMoved.current = false;
      const isFirst = positionOf(post) <= (snapshot.rows[0]?.position ?? 0) && !snapshot.hasEarlier;
      // The beginning of a thread is the beginning of its page, with title and question.
      if (isFirst && !jump.focuses) scrollerOf(element).scrollTo?.({ top: 0, behavior: 'instant' });
      else post.scrollIntoView({ block: 'start', behavior: 'instant' });
      if (jump.focuses) post.focus({ preventScroll: true });
    } else if (snapshot.rows[0]?.id !== firstRow.current || !isAtTop(element)) {
      hold(element, anchor.current);
    }
    firstRow.current = snapshot.rows[0]?.id;
    anchor.current = anchorAt(element);
  }, [list, snapshot]);

  useEffect(() => {
    const move = () => {
      hasMoved.current = true;
    };
    const options = { passive: true, capture: true } as const;
    for (const name of MOVES) window.addEventListener(name, move, options);
    return () => {
      for (const name of MOVES) window.removeEventListener(name, move, options);
    };
  }, []);

  // What arrives above (a poll, a picture) pushes the text down; whoever reads shall not notice.
  useEffect(() => {
    const element = list.current;
    const page = element?.closest('main') ?? element?.parentElement;
    if (element === null || !page || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(() => {
      if (!isAtTop(element)) hold(element, anchor.current);
    });
    observer.observe(page);
    return () => observer.disconnect();
    // The list is only there once something has arrived.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [list, snapshot.isOpen]);

  useEffect(() => {
    let frame = 0;
    const look = () => {
      frame = 0;
      const element = list.current;
      if (element === null) return;
      anchor.current = anchorAt(element);
      const { first, last } = postsInSight(element);
      if (first !== undefined) tell.current({ first: positionOf(first), last: positionOf(last ?? first), isByReader: hasMoved.current && !isOnTheWay.current });
    };
    const schedule = () => {
      if (frame === 0) frame = requestAnimationFrame(look);
    };
    schedule();
    // Scrolling of a part does not bubble, but it can be caught on its way down.
    const options = { passive: true, capture: true } as const;
    window.addEventListener('scroll', schedule, options);
    window.addEventListener('resize', schedule);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('scroll', schedule, options);
      window.removeEventListener('resize', schedule);
    };
    // Looks again when posts have come: what is in sight has changed without anybody scrolling.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [list, snapshot]);
}
