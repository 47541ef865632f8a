import type { RefObject } from 'react';
import { useShortcuts, type Shortcut } from './shortcuts.js';

/** What the keys of a list do, as lines of the list of keys. */
export interface RowKeyWords {
  readonly next: string;
  readonly previous: string;
  readonly open: string;
}

/** The rows of all lists within an element; each is reached by its first link. */
const linksIn = (element: HTMLElement | null): readonly HTMLElement[] =>
  [...(element?.querySelectorAll<HTMLElement>('ul[role="list"] > li') ?? [])].flatMap((row) => row.querySelector<HTMLElement>('a[href]') ?? []);

/** The link of the row that has the focus, or of which a part has it. */
export function focusedRow(element: HTMLElement | null): HTMLElement | undefined {
  const row = document.activeElement?.closest('li');
  return linksIn(element).find((link) => row?.contains(link));
}

/** `j` and `k` walk through the rows of a list, Enter opens the one that has the focus as any link does. */
export function useRowKeys(list: RefObject<HTMLElement | null>, words: RowKeyWords, more: readonly Shortcut[] = []): void {
  const step = (by: 1 | -1) => {
    const links = linksIn(list.current);
    const current = focusedRow(list.current);
    const here = current === undefined ? -1 : links.indexOf(current);
    const next = links[Math.max(0, here + by)];
    next?.focus();
    next?.closest('li')?.scrollIntoView?.({ block: 'nearest' });
  };
  useShortcuts([
    { key: 'j', label: words.next, run: () => step(1) },
    { key: 'k', label: words.previous, run: () => step(-1) },
    { key: 'Enter', label: words.open, run: () => linksIn(list.current)[0]?.focus() },
    ...more,
  ]);
}
