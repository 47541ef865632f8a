/** What scrolls around an element: a part of the page on phones, the window on wide screens. */
export function scrollerOf(element: Element): Element {
  for (let parent = element.parentElement; parent !== null; parent = parent.parentElement) {
    const { overflowY } = getComputedStyle(parent);
    if ((overflowY === 'auto' || overflowY === 'scroll') && parent !== document.body && parent !== document.documentElement) return parent;
  }
  return document.scrollingElement ?? document.documentElement;
}

/** What lies over the top of the text (the frame's header on wide screens), a little more than posts keep from it when jumped to. */
const HEADER_REM = 6;

const headerPx = () => HEADER_REM * (Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16);

/** The upper and lower edge of what is in sight. */
function edges(scroller: Element): { readonly top: number; readonly bottom: number } {
  if (scroller === document.scrollingElement || scroller === document.documentElement) return { top: headerPx(), bottom: window.innerHeight };
  const { top, bottom } = scroller.getBoundingClientRect();
  return { top: top + 24, bottom };
}

export const postElements = (list: Element): readonly HTMLElement[] => [...list.querySelectorAll<HTMLElement>('[data-position]')];
export const positionOf = (element: HTMLElement): number => Number(element.dataset.position);

export interface InSight {
  /** The post at the upper edge. */
  readonly first: HTMLElement | undefined;
  /** The last one of which the beginning can be read. */
  readonly last: HTMLElement | undefined;
}

/** The posts between which the reader is. */
export function postsInSight(list: Element): InSight {
  const { top, bottom } = edges(scrollerOf(list));
  const posts = postElements(list);
  const first = posts.find((post) => post.getBoundingClientRect().bottom > top + 4);
  const last = posts.findLast((post) => post.getBoundingClientRect().top < bottom - 48);
  return { first, last };
}

/**
 * The place in the address without a step of the history, so that reloading, going back and sending the link on lead here.
 * @param home of the thread: whoever has left it and still sees it for a moment must not take its address along.
 */
export function keepInAddress(path: string, home: string): void {
  const { pathname } = window.location;
  if (pathname === path || (pathname !== home && !pathname.startsWith(`${home}/`))) return;
  // Past the router on purpose: for it this is one page, which it must neither scroll nor announce anew.
  window.history.replaceState(window.history.state, '', path + window.location.search);
}
