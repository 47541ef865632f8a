/** More than this is not quoted but read at its place. */
const LONGEST = 900;

const blocks = 'p, li, h2, h3, h4, h5, h6, pre, tr, blockquote, summary';

// What would be Markdown in the middle of a plain sentence.
const escaped = (line: string) => line.replace(/[\\`*_[\]<>~|]/g, String.raw`\$&`).replace(/^(\s*)([#+-]|\d+[.)])(?=\s)/, String.raw`$1\$2`);

const tidy = (text: string) => text.replace(/\s+/g, ' ').trim();

/** The paragraphs of a post as it is shown, without what it quotes itself. */
export function paragraphsOf(body: Element): readonly string[] {
  const found = [...body.querySelectorAll(blocks)].filter((block) => block.closest('blockquote') === null && block.querySelector(blocks) === null);
  const lines = found.map((block) => tidy(block.textContent ?? '')).filter((line) => line !== '');
  return lines.length > 0 ? lines : [tidy(body.textContent ?? '')].filter((line) => line !== '');
}

function shortened(paragraphs: readonly string[]): readonly string[] {
  const kept: string[] = [];
  let left = LONGEST;
  for (const paragraph of paragraphs) {
    if (left <= 0) break;
    kept.push(paragraph.length <= left ? paragraph : `${paragraph.slice(0, paragraph.lastIndexOf(' ', left)).trimEnd()} …`);
    left -= paragraph.length;
  }
  return kept;
}

/**
 * A quotation in Markdown. The server finds it by its last line: the link leads from the answer to the post, and back
 * for all who may see both.
 */
export function quotation(paragraphs: readonly string[], post: { readonly id: string; readonly author: string }): string {
  const lines = shortened(paragraphs).flatMap((paragraph, position) => [...(position === 0 ? [] : ['>']), `> ${escaped(paragraph)}`]);
  const name = post.author.replace(/[\\[\]]/g, String.raw`\$&`);
  return `${lines.join('\n')}\n>\n> — [${name}](/beitrag/${post.id})\n\n`;
}

/** The part of a post that is selected, if the selection lies within it. */
export function selectedIn(body: Element): readonly string[] | undefined {
  const selection = window.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  if (!body.contains(range.commonAncestorContainer)) return undefined;
  const lines = selection
    .toString()
    .split(/\n{1,}/)
    .map(tidy)
    .filter((line) => line !== '');
  return lines.length === 0 ? undefined : lines;
}
