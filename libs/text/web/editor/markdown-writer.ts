import type { Node as EditorNode } from '@tiptap/pm/model';
import { blocksToMarkdown, withLastBlank } from '../markdown/doc-to-markdown.js';
import type { DocNode } from '../markdown/document.js';

/**
 * Writes the editor's document, block by block. Blocks nobody has touched keep the Markdown they came from, so that a
 * comparison of two revisions shows what was changed and nothing else.
 */
export class MarkdownWriter {
  // The editor never changes a block: an edit makes a new one, and the old entry goes with the old block.
  private readonly written = new WeakMap<EditorNode, string>();
  private readonly untouched: string;

  constructor(
    doc: EditorNode,
    sources: readonly (string | undefined)[],
    private readonly original: string,
  ) {
    doc.forEach((block, _offset, index) => {
      const source = sources[index];
      if (source !== undefined) this.written.set(block, source);
    });
    this.untouched = this.compose(doc);
  }

  /** The document as Markdown; exactly the original if all changes were taken back. */
  write(doc: EditorNode): string {
    const markdown = this.compose(doc);
    return markdown === this.untouched ? this.original : markdown;
  }

  private compose(doc: EditorNode): string {
    const nodes = Array.from({ length: doc.childCount }, (_, index) => doc.child(index).toJSON() as DocNode);
    return withLastBlank(blocksToMarkdown(nodes, 0, false, (index) => this.blockAt(doc.child(index), nodes[index])), nodes);
  }

  private blockAt(block: EditorNode, json: DocNode | undefined): string {
    const known = this.written.get(block);
    if (known !== undefined) return known;
    const markdown = json === undefined ? '' : blocksToMarkdown([json]);
    this.written.set(block, markdown);
    return markdown;
  }
}
