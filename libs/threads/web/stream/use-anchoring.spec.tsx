import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { render } from '@testing-library/react';
import { useRef } from 'react';
import { useAnchoring } from './use-anchoring.js';
import type { WindowsSnapshot } from './post-windows.js';

type Rows = readonly number[];

const snapshotOf = (rows: Rows): WindowsSnapshot => ({
  rows: rows.map((position) => ({ id: `p${position}`, position })),
  hasEarlier: true,
  hasLater: false,
  isOpen: true,
  busy: null,
  error: undefined,
  jump: null,
});

function Posts({ snapshot }: { readonly snapshot: WindowsSnapshot }) {
  const list = useRef<HTMLDivElement>(null);
  useAnchoring(list, snapshot, () => undefined);
  return (
    <div ref={list}>
      {snapshot.rows.map(({ id, position }) => (
        <div key={id} id={id} data-position={position} />
      ))}
    </div>
  );
}

/** A page of posts of 200 pixels, of which `above` pixels of something else stand. @returns by how much it scrolls. */
function pageOf({ scrollTop, ...place }: { above: number; readonly scrollTop: number }) {
  Object.defineProperty(document, 'scrollingElement', { configurable: true, value: document.documentElement });
  document.documentElement.scrollTop = scrollTop;
  const scrolled = jest.fn();
  document.documentElement.scrollBy = scrolled as typeof document.documentElement.scrollBy;
  jest.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    const top = place.above + 200 * [...(this.parentElement?.children ?? [])].indexOf(this) - scrollTop;
    return { top, bottom: top + 200 } as DOMRect;
  });
  return { place, scrolled };
}

describe('the place in a thread', () => {
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('stays at the very top when something arrives over the posts', () => {
    const { place, scrolled } = pageOf({ above: 300, scrollTop: 0 });
    const { rerender } = render(<Posts snapshot={snapshotOf([4, 5])} />);
    place.above = 692;
    rerender(<Posts snapshot={snapshotOf([4, 5, 6])} />);
    expect(scrolled).not.toHaveBeenCalled();
  });

  it('stays at the post that is read when something arrives over the posts', () => {
    const { place, scrolled } = pageOf({ above: 300, scrollTop: 80 });
    const { rerender } = render(<Posts snapshot={snapshotOf([4, 5])} />);
    place.above = 692;
    rerender(<Posts snapshot={snapshotOf([4, 5, 6])} />);
    expect(scrolled).toHaveBeenCalledWith({ top: 392, behavior: 'instant' });
  });

  it('stays at the post that is read when earlier ones arrive, also at the very top', () => {
    const { scrolled } = pageOf({ above: 300, scrollTop: 0 });
    const { rerender } = render(<Posts snapshot={snapshotOf([4, 5])} />);
    rerender(<Posts snapshot={snapshotOf([2, 3, 4, 5])} />);
    expect(scrolled).toHaveBeenCalledWith({ top: 400, behavior: 'instant' });
  });
});
