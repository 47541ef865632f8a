/** A mark of a piece of text, as the editor knows it. */
export interface DocMark {
  readonly type: 'bold' | 'italic' | 'strike' | 'code' | 'link';
  readonly attrs?: Readonly<Record<string, unknown>>;
}

/** A node of the editor's document as JSON. */
export interface DocNode {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly DocNode[];
  readonly marks?: readonly DocMark[];
  readonly text?: string;
}

/** Blocks that consist of blocks, and end with the last of them. */
export const blockHolders: ReadonlySet<string> = new Set(['blockquote', 'callout', 'bulletList', 'orderedList', 'taskList', 'listItem', 'taskItem']);

const markOrder: readonly DocMark['type'][] = ['link', 'bold', 'italic', 'strike', 'code'];

export function markOf(node: DocNode, type: DocMark['type']): DocMark | undefined {
  return node.marks?.find((mark) => mark.type === type);
}

export function textAttribute(node: DocNode | DocMark, name: string): string {
  const value = node.attrs?.[name];
  return typeof value === 'string' ? value : '';
}

/** Whether a link's words are its address: such links are written without brackets. */
export function isSelfLink(text: string, href: string): boolean {
  if (href === text || href === `mailto:${text}` || href === `https://${text}`) return true;
  return URL.canParse(text) && URL.canParse(href) && new URL(text).href === new URL(href).href;
}

/* Markdown writes a space in an address as %20; both lead to the same place. */
function decoded(href: string): string {
  try {
    return decodeURI(href);
  } catch {
    return href;
  }
}

function comparableMarks(node: DocNode): readonly string[] {
  return (node.marks ?? [])
    .filter((mark) => mark.type !== 'link' || !isSelfLink(node.text ?? '', textAttribute(mark, 'href')))
    .toSorted((one, other) => markOrder.indexOf(one.type) - markOrder.indexOf(other.type))
    .map((mark) => (mark.type === 'link' ? `link ${decoded(textAttribute(mark, 'href'))} ${textAttribute(mark, 'title')}` : mark.type));
}

interface Piece {
  readonly text: string;
  readonly marks: string;
}

function comparableInline(nodes: readonly DocNode[]): readonly unknown[] {
  const pieces: Piece[] = [];
  for (const node of nodes) {
    const marks = comparableMarks(node).join();
    const isText = node.type === 'text';
    // A space carries no visible mark: at the edge of bold words it belongs outside of the signs.
    const parts = isText ? (node.text ?? '').split(/([ \t\n]+|\u00A0+)/).filter((part) => part !== '') : [JSON.stringify([node.type, node.attrs])];
    for (const part of parts) {
      const isSpace = isText && part.trim() === '';
      if (isSpace && /\u00A0/.test(pieces.at(-1)?.text ?? '') && part.startsWith('\u00A0') && pieces.at(-1)?.marks === '') pieces.push({ text: `${pieces.pop()?.text}${part}`, marks: '' });
      else if (isSpace && !marks.includes('code')) pieces.push({ text: part.startsWith('\u00A0') ? part : ' ', marks: '' });
      else if (isText && pieces.at(-1)?.marks === marks && pieces.at(-1)?.text.trim() !== '') pieces.push({ text: (pieces.pop()?.text ?? '') + part, marks });
      else pieces.push({ text: part, marks: isText ? marks : `${marks}!` });
    }
  }
  const isBreak = (piece: Piece | undefined): boolean => piece?.text.startsWith('["hardBreak"') === true;
  const shown: Piece[] = [];
  for (const piece of pieces) {
    // Spaces beside a line break, a space or the beginning are not shown.
    const isUnseen = piece.text === ' ' && (shown.length === 0 || shown.at(-1)?.text === ' ' || isBreak(shown.at(-1)));
    if (isBreak(piece) && shown.at(-1)?.text === ' ') shown.pop();
    if (!isUnseen && !(isBreak(piece) && shown.length === 0)) shown.push(piece);
  }
  while (shown.at(-1)?.text === ' ' || isBreak(shown.at(-1))) shown.pop();
  return shown;
}

/** What a document says, without what Markdown cannot hold: empty paragraphs and headings, spaces at edges, the order of marks. */
export function comparable(node: DocNode): unknown {
  const { type, content = [] } = node;
  const attrs = Object.fromEntries(
    Object.entries(node.attrs ?? {}).filter(([name, value]) => value !== null && value !== undefined && !['loose', 'colspan', 'rowspan', 'colwidth', 'type'].includes(name)),
  );
  if (type === 'paragraph' || type === 'heading') return { type, attrs, content: comparableInline(content) };
  if (type === 'codeBlock') return { type, attrs, content: content.map(({ text }) => text ?? '').join('') };
  const blocks = content.map(comparable).filter((block, index) => {
    if (type === 'tableCell' || type === 'tableHeader') return true;
    return (content[index]?.type !== 'paragraph' && content[index]?.type !== 'heading') || (block as { content: readonly unknown[] }).content.length > 0;
  });
  return { type, attrs, content: blocks };
}

/** Whether two documents say the same. */
export function saysTheSame(one: DocNode, other: DocNode): boolean {
  return JSON.stringify(comparable(one)) === JSON.stringify(comparable(other));
}
