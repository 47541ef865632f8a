import { serverHtml } from '#platform/web';
import { classNames } from '#ui/web';
import type { OutlineItem } from './TextOutline.js';
import { TextOutline } from './TextOutline.js';
import './text.css';

export interface RenderedTextProps {
  /** HTML as the server's `renderMarkdown` made it; nothing else may be given. */
  readonly html: string;
  /** Shows a table of contents beside or above the text, if it has more than two headings. */
  readonly outline?: readonly OutlineItem[];
  /** Language of the text, where it differs from the page's. */
  readonly lang?: string;
  readonly className?: string;
}

/** A text as it is meant to be read: serif, one column, printable. */
export function RenderedText({ html, outline = [], lang, className }: RenderedTextProps) {
  return (
    <div className={classNames('text-reading', className)}>
      {outline.length > 2 && <TextOutline items={outline} />}
      {/* The server's sanitiser is the only source of this HTML. */}
      <div className="text" lang={lang} dangerouslySetInnerHTML={serverHtml(html)} />
    </div>
  );
}
