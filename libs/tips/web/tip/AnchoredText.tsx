import { memo, useEffect, useRef } from 'react';
import { RenderedText } from '#text/web';
import { useTexts } from '#platform/web';
import { toast } from '#ui/web';
import { tipsTexts } from '../tips-texts.js';
import classes from './tip.module.css';

/** A text whose headings give away a link to themselves. Drawn again only with another text: that would take the links away. */
export const AnchoredText = memo(function AnchoredText({ html, path }: { readonly html: string; readonly path: string }) {
  const t = useTexts(tipsTexts);
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The text is the server's HTML, which React does not look into: the links are put beside its words by hand.
    const headings = html === '' ? [] : [...(frame.current?.querySelectorAll<HTMLElement>(':is(h2, h3, h4)[id]') ?? [])];
    const links = headings.map((heading) => {
      const link = document.createElement('a');
      link.href = `#${heading.id}`;
      link.className = classes.anchor ?? '';
      link.textContent = '#';
      link.title = t('tip.linkToSection', { title: heading.textContent });
      link.ariaLabel = link.title;
      link.dataset['print'] = 'no';
      link.addEventListener('click', () => {
        void navigator.clipboard.writeText(`${window.location.origin}${path}#${heading.id}`).then(
          () => toast(t('tip.linkCopied')),
          // Without the right to the clipboard the address bar shows the link.
          () => undefined,
        );
      });
      heading.append(link);
      return link;
    });
    return () => links.forEach((link) => link.remove());
  }, [html, path, t]);
  return (
    <div ref={frame}>
      <RenderedText html={html} />
    </div>
  );
});
