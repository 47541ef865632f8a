import { useEffect, useState } from 'react';
import { graphql, readFragment, useTexts, type FragmentOf } from '#platform/web';
import { tipsTexts } from '../tips-texts.js';
import classes from './tip.module.css';

export const TipOutlineFragment = graphql(`
  fragment TipOutline on Tip {
    outline { level id text }
  }
`);

/** Fewer headings than this need no table of contents. */
const FEWEST = 3;

/** Which heading one has read up to. */
function useCurrentHeading(ids: readonly string[]): string | undefined {
  const [current, setCurrent] = useState<string>();
  const key = ids.join(' ');
  useEffect(() => {
    const headings = key.split(' ').map((id) => document.querySelector<HTMLElement>(`[id="${CSS.escape(id)}"]`)).filter((heading) => heading !== null);
    if (headings.length === 0 || typeof IntersectionObserver === 'undefined') return;
    const look = () => {
      const passed = headings.filter((heading) => heading.getBoundingClientRect().top < 140);
      setCurrent(passed.at(-1)?.id);
    };
    // Called when a heading enters or leaves the upper part of the window: far rarer than scrolling.
    const observer = new IntersectionObserver(look, { rootMargin: '-130px 0px -55% 0px', threshold: [0, 1] });
    for (const heading of headings) observer.observe(heading);
    return () => observer.disconnect();
  }, [key]);
  return current;
}

/** The headings of a text as a way through it. `place` is the column beside the text on wide screens, else above it. */
export function TipOutline({ tip: masked, place }: { readonly tip: FragmentOf<typeof TipOutlineFragment>; readonly place: 'beside' | 'above' }) {
  const t = useTexts(tipsTexts);
  const { outline } = readFragment(TipOutlineFragment, masked);
  const top = Math.min(...outline.map(({ level }) => level));
  const entries = outline.filter(({ level }) => level <= top + 1);
  const current = useCurrentHeading(place === 'beside' ? entries.map(({ id }) => id) : []);
  if (entries.length < FEWEST) return null;
  const list = (
    <ol className={classes.outlineList}>
      {entries.map((entry) => (
        <li key={entry.id} className={entry.level > top ? classes.deeper : undefined}>
          <a href={`#${entry.id}`} aria-current={entry.id === current ? 'location' : undefined}>{entry.text}</a>
        </li>
      ))}
    </ol>
  );
  if (place === 'above') {
    return (
      <details className={classes.outlineAbove} data-print="no">
        <summary>{t('tip.outline')}</summary>
        <nav aria-label={t('tip.outline')}>{list}</nav>
      </details>
    );
  }
  return (
    <div className={classes.outlineBeside} data-print="no">
      <nav aria-label={t('tip.outline')}>
        <p className={classes.outlineTitle}>{t('tip.outline')}</p>
        {list}
      </nav>
    </div>
  );
}

/** Whether a text is long enough for a table of contents. */
export function hasOutline(masked: FragmentOf<typeof TipOutlineFragment>): boolean {
  const { outline } = readFragment(TipOutlineFragment, masked);
  const top = Math.min(...outline.map(({ level }) => level));
  return outline.filter(({ level }) => level <= top + 1).length >= FEWEST;
}
