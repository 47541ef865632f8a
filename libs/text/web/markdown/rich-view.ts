import { saysTheSame } from './document.js';
import type { DocNode } from './document.js';
import { docToMarkdown } from './doc-to-markdown.js';
import { markdownToDoc } from './markdown-to-doc.js';
import type { SourceOnlyReason } from './markdown-to-doc.js';

export type RichView =
  | { readonly kind: 'rich'; readonly doc: DocNode; readonly sources: readonly (string | undefined)[] }
  | { readonly kind: 'source'; readonly reasons: readonly SourceOnlyReason[] };

/**
 * Whether the rich editor can hold a text. It may only if writing its document out again and reading that gives the same
 * document: what it would lose is then edited as Markdown instead.
 */
export function richViewOf(markdown: string): RichView {
  const { doc, sources, sourceOnly } = markdownToDoc(markdown);
  if (sourceOnly.size > 0) return { kind: 'source', reasons: Array.from(sourceOnly) };
  const again = markdownToDoc(docToMarkdown(doc));
  if (again.sourceOnly.size > 0 || !saysTheSame(again.doc, doc)) return { kind: 'source', reasons: ['structure'] };
  return { kind: 'rich', doc, sources };
}
