import { useEffect, useState } from 'react';
import { useTexts } from '#platform/web';
import { textTexts } from '../text-texts.js';
import './text.css';

export interface OutlineItem {
  readonly level: number;
  readonly id: string;
  readonly text: string;
}

/* Below the page's sticky head, above the middle: where the eye is when it has just read a heading. */
const readingZone = '-15% 0px -70% 0px';

/** The heading that is being read. Undefined where the browser cannot tell. */
function useCurrentHeading(items: readonly OutlineItem[]): string | undefined {
  const [current, setCurrent] = useState<string>();
  useEffect(() => {
    if (typeof IntersectionObserver === 'undefined') return;
    const observer = new IntersectionObserver(
      (entries) => {
        const seen = entries.find((entry) => entry.isIntersecting);
        if (seen !== undefined) setCurrent(seen.target.id);
      },
      { rootMargin: readingZone },
    );
    for (const { id } of items) {
      const heading = document.querySelector(`[id="${id}"]`);
      if (heading !== null) observer.observe(heading);
    }
    return () => observer.disconnect();
  }, [items]);
  return current;
}

/** Table of contents with the two uppermost levels, marking what is being read. */
export function TextOutline({ items }: { readonly items: readonly OutlineItem[] }) {
  const t = useTexts(textTexts);
  const current = useCurrentHeading(items);
  const top = Math.min(...items.map(({ level }) => level));
  return (
    <nav className="text-outline" aria-label={t('outline.title')} data-print="no">
      <strong aria-hidden="true">{t('outline.title')}</strong>
      <ol>
        {items
          .filter(({ level }) => level < top + 2)
          .map(({ id, level, text }) => (
            <li key={id} data-level={level - top}>
              <a href={`#${id}`} aria-current={id === current ? 'location' : undefined}>
                {text}
              </a>
            </li>
          ))}
      </ol>
    </nav>
  );
}
