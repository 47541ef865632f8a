import { blockHolders, markOf, saysTheSame, textAttribute } from './document.js';
import type { DocNode } from './document.js';
import { inlineStyles, inlineToMarkdown } from './inline-to-markdown.js';
import type { InlineStyle } from './inline-to-markdown.js';
import { markdownToDoc } from './markdown-to-doc.js';

const blockStart = /^(?:(#{1,6})(?=\s|$)|(>)|([-+*])(?=\s|$)|(\d{1,9})([.)])(?=\s|$))/;
/* Lines that make a heading or a table of the line above them, or a rule by themselves. */
/* At the beginning of a quote or a list item these are more than words. */
const marker = /^\[(?:![a-z]{2,12}\][ \t]*$|[ x]\](?=\s|$))/i;
const underline = /^(?=.*[-=_*])[\s|:=_*-]+$/;

/** A line of a paragraph that would begin a list, quote, heading, rule or table gets a backslash. */
function guarded(line: string): string {
  const number = /^(\d{1,9})([.)])(?=\s|$)/.exec(line);
  if (number !== null) return `${number[1]}\\${line.slice(number[1]?.length ?? 0)}`;
  return blockStart.test(line) || underline.test(line) || marker.test(line) ? `\\${line}` : line;
}

function paragraphText(nodes: readonly DocNode[], style: InlineStyle): string {
  return inlineToMarkdown(nodes, style, '\\\n')
    .split('\n')
    .map((line) => guarded(line.replace(/^[ \t]+/, '').replace(/^\u00A0|\u00A0$/g, '&nbsp;')))
    .join('\n');
}

/** The plainest way of writing that is read back with the same words and marks. */
function firstFaithful(node: DocNode, write: (style: InlineStyle) => string): string {
  const expected: DocNode = { type: 'doc', content: [node] };
  let written = '';
  for (const style of inlineStyles) {
    written = write(style);
    if (written === '') return '';
    const { doc, sourceOnly } = markdownToDoc(written);
    if (sourceOnly.size === 0 && saysTheSame(doc, expected)) return written;
  }
  return written;
}

function paragraph(node: DocNode): string {
  return firstFaithful(node, (style) => paragraphText(node.content ?? [], style));
}

function heading(node: DocNode): string {
  const level = Math.min(6, Math.max(1, Number(node.attrs?.level ?? 2)));
  const anchor = textAttribute(node, 'anchor');
  // A heading is one line.
  const content = (node.content ?? []).map((child): DocNode => (child.type === 'hardBreak' ? { type: 'text', text: ' ' } : child));
  return firstFaithful({ ...node, content }, (style) => {
    const text = inlineToMarkdown(content, style, ' ').replace(/(#+)$/, '\\$1').replace(/\{(?=\s*#[\w-]+[^{}]*\}$)/, '\\{');
    return text === '' ? '' : `${'#'.repeat(level)} ${text}${anchor === '' ? '' : ` {#${anchor}}`}`;
  });
}

function codeBlock(node: DocNode): string {
  const text = (node.content ?? []).map((child) => child.text ?? '').join('');
  const longest = Math.max(2, ...(text.match(/^\s*`{3,}/gm) ?? []).map((run) => run.trim().length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${textAttribute(node, 'language').replace(/[`\n]/g, '').trim()}\n${text === '' ? '' : `${text}\n`}${fence}`;
}

function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}

function callout(node: DocNode): string {
  const inner = blocksToMarkdown(node.content ?? [], 1);
  const isParagraphFirst = node.content?.[0]?.type === 'paragraph' && !/^\s*$/.test(inner);
  const marker = `> [!${(textAttribute(node, 'kind') || 'note').toUpperCase()}]`;
  if (inner === '') return marker;
  return isParagraphFirst ? `${marker}\n${quoted(inner)}` : `${marker}\n>\n${quoted(inner)}`;
}

const cellStyles = [inlineStyles[0], inlineStyles[1]].filter((style) => style !== undefined);

function table(node: DocNode): string {
  const rows = (node.content ?? []).map((row) => row.content ?? []);
  const columns = Math.max(1, ...rows.map((cells) => cells.length));
  const cellText = (cell: DocNode | undefined, escapesAll: boolean): string => {
    const content = (cell?.content ?? []).flatMap((block, index) => [...(index > 0 ? [{ type: 'hardBreak' }] : []), ...(block.content ?? [])]);
    const written = firstFaithful({ type: 'paragraph', content }, (style) =>
      inlineToMarkdown(content, escapesAll && style === cellStyles[0] ? (cellStyles[1] ?? style) : style, '\\\n'),
    );
    return written.replace(/\\\n/g, '<br>').replace(/\n/g, ' ').replace(/\|/g, '\\|');
  };
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const alignments = Array.from({ length: columns }, (_, column) => {
    const align = textAttribute(rows[0]?.[column] ?? { type: '' }, 'align');
    return align === 'left' ? ':---' : align === 'right' ? '---:' : align === 'center' ? ':---:' : '---';
  });
  const write = (escapesAll: boolean): string => {
    const [head = [], ...body] = rows.map((cells) => Array.from({ length: columns }, (_, column) => cellText(cells[column], escapesAll)));
    return [line(head), line(alignments), ...body.map(line)].join('\n');
  };
  const plain = write(false);
  // Markdown's first row is always the header, whatever it was where the table was pasted from.
  const asWritten = rows.map((cells, row) => ({ type: 'tableRow', content: cells.map((cell) => ({ ...cell, type: row === 0 ? 'tableHeader' : 'tableCell' })) }));
  return saysTheSame(markdownToDoc(plain).doc, { type: 'doc', content: [{ ...node, content: asWritten }] }) ? plain : write(true);
}

function indented(text: string, width: number): string {
  return text.replace(/\n(?=[^\n])/g, `\n${' '.repeat(width)}`);
}

function list(node: DocNode, depth: number, alternative: boolean): string {
  const items = node.content ?? [];
  const start = Number(node.attrs?.start ?? 1);
  const isLoose = node.attrs?.loose === true || items.some(({ content = [] }) => content.filter((block) => block.type === 'paragraph' && (block.content?.length ?? 0) > 0).length > 1);
  const written = items.map((item, index) => {
    const bullet = node.type === 'orderedList' ? `${start + index}${alternative ? ')' : '.'}` : alternative ? '*' : '-';
    const task = node.type === 'taskList' ? (item.attrs?.checked === true ? '[x] ' : '[ ] ') : '';
    const [first, ...others] = item.content ?? [];
    const isEmptyFirst = first === undefined || (first.type === 'paragraph' && blockToMarkdown(first, depth + 1, false) === '');
    const inner = blocksToMarkdown(isEmptyFirst && task === '' ? others : item.content ?? [], depth + 1, !isLoose);
    if (isEmptyFirst && task !== '') return `${bullet} ${task.trimEnd()}${others.length === 0 ? '' : indented(`\n\n${blocksToMarkdown(others, depth + 1, !isLoose)}`, bullet.length + 1)}`;
    return `${bullet} ${task}${indented(inner, bullet.length + 1)}`.trimEnd();
  });
  return written.join(isLoose ? '\n\n' : '\n');
}

const listTypes = new Set(['bulletList', 'taskList', 'orderedList']);
const isSameFamily = (one: DocNode | undefined, other: DocNode): boolean =>
  one !== undefined && listTypes.has(one.type) && listTypes.has(other.type) && (one.type === 'orderedList') === (other.type === 'orderedList');

function blockToMarkdown(node: DocNode, depth: number, alternative: boolean): string {
  switch (node.type) {
    case 'paragraph':
      return paragraph(node);
    case 'heading':
      return heading(node);
    case 'codeBlock':
      return codeBlock(node);
    case 'blockquote':
      return quoted(blocksToMarkdown(node.content ?? [], depth + 1)) || '>';
    case 'callout':
      return callout(node);
    case 'table':
      return table(node);
    case 'horizontalRule':
      // Behind a bullet, hyphens would be a nested list.
      return depth > 0 ? '***' : '---';
    default:
      return listTypes.has(node.type) ? list(node, depth, alternative) : blocksToMarkdown(node.content ?? [], depth);
  }
}

/** @param sourceFor the Markdown a top level block came from, if it has not been changed since. */
export function blocksToMarkdown(nodes: readonly DocNode[], depth = 0, isTight = false, sourceFor?: (index: number) => string | undefined): string {
  const written: { readonly text: string; readonly node: DocNode }[] = [];
  nodes.forEach((node, index) => {
    const previous = written.at(-1);
    const isNeighbour = previous !== undefined && isSameFamily(previous.node, node);
    // Two lists in a row are one, unless they use different signs.
    const isAlternative = isNeighbour && !/^(?:\*|\d+\))/.test(previous.text);
    const text = (isNeighbour ? undefined : sourceFor?.(index)) ?? blockToMarkdown(node, depth, isAlternative);
    if (text !== '') written.push({ text, node });
  });
  return written
    .map(({ text, node }, index) => {
      if (index === 0) return text;
      // An empty item cannot end the paragraph above it.
      const joinsTight = isTight && listTypes.has(node.type) && /^\S+ +\S/.test(text) && written[index - 1]?.node.type === 'paragraph' && !(node.type === 'orderedList' && Number(node.attrs?.start ?? 1) !== 1);
      return `${joinsTight ? '\n' : '\n\n'}${text}`;
    })
    .join('');
}

/** Writes the editor's document as Markdown that is read back to the same document. */
export function docToMarkdown(doc: DocNode): string {
  return withLastBlank(blocksToMarkdown(doc.content ?? []), doc.content ?? []);
}

/**
 * The blank behind the last word means nothing to a reader; but whoever goes on to write behind it, after saving or on another day, writes a new word.
 * @param markdown of these blocks.
 */
export function withLastBlank(markdown: string, nodes: readonly DocNode[]): string {
  if (/(?:^|\s)$/.test(markdown)) return markdown;
  let node = nodes.at(-1);
  // A table's row would not end with it any more; a fence neither.
  while (node !== undefined && blockHolders.has(node.type)) node = node.content?.at(-1);
  const words = node?.type === 'paragraph' ? (node.content ?? []) : [];
  const last = words.some(({ type, text = '' }) => type !== 'text' || text.trim() !== '') ? words.at(-1) : undefined;
  return last?.type === 'text' && markOf(last, 'code') === undefined && last.text?.endsWith(' ') === true ? `${markdown} ` : markdown;
}

