import { isSelfLink, markOf, textAttribute } from './document.js';
import type { DocMark, DocNode } from './document.js';

/** One of several ways to write the same words; the plainest that is read back alike is taken. */
export interface InlineStyle {
  /** Only what surely is a sign is escaped, or everything that might be one. */
  readonly escapes: 'few' | 'all';
  readonly bold: '**' | '__';
  readonly italic: '*' | '_';
  readonly outer: 'bold' | 'italic';
  /** Letters that touch a mark are written as entities: `wor&#116;**„so“**` is bold, `wort**„so“**` is not. */
  readonly separated: boolean;
  readonly marks: 'kept' | 'dropped';
}

const plain: InlineStyle = { escapes: 'few', bold: '**', italic: '*', outer: 'bold', separated: false, marks: 'kept' };
const careful: InlineStyle = { ...plain, escapes: 'all' };

/** From the plainest to the one that always works: words without marks. */
export const inlineStyles: readonly InlineStyle[] = [
  plain,
  careful,
  { ...careful, italic: '_' },
  { ...careful, outer: 'italic' },
  { ...careful, italic: '_', outer: 'italic' },
  { ...careful, bold: '__' },
  { ...careful, separated: true },
  { ...careful, italic: '_', separated: true },
  { ...careful, outer: 'italic', separated: true },
  { ...careful, italic: '_', outer: 'italic', separated: true },
  { ...careful, marks: 'dropped' },
];

// Private use characters that stand for the outer edge of a mark until all is put together.
const opening = '\uE000';
const closing = '\uE001';
const address = /(?:https?:\/\/|www\.)[^\s<>]+[^\s<>.,:;!?"')\]]/g;
const unharmedAddress = /^[\w./?=&%#:+,;@!-]+$/;
const edgeSpace = /^((?:\s|\\\n)*)([\s\S]*?)((?:\s|\\\n)*)$/;

export function escaped(text: string, escapes: InlineStyle['escapes']): string {
  // A backslash before a letter is one; before a sign, or at the end, it would hide it.
  if (escapes === 'few') return text.replace(/\\(?=[!-/:-@[-`{-~]|$)/g, '\\\\').replace(/`/g, '\\`').replace(/<(?=[a-z/!?])/gi, '\\<').replace(/&(?=#?\w+;)/g, '\\&');
  return text
    .replace(/[\\`*[\]~]/g, '\\$&')
    .replace(/<(?=[a-z/!?])/gi, '\\<')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/_/g, (sign, at: number) => (/[\p{L}\p{N}]/u.test(text[at - 1] ?? '') && /[\p{L}\p{N}]/u.test(text[at + 1] ?? '') ? sign : `\\${sign}`));
}

/** An address that stands alone; in angle brackets where a part of it could be taken for a mark. */
function bareAddress(text: string): string {
  const hasInnerSigns = /(?:^|[^\p{L}\p{N}])_|_(?:[^\p{L}\p{N}]|$)/u.test(text);
  if (unharmedAddress.test(text) && !hasInnerSigns) return text;
  return text.startsWith('http') && !/[<>\s]/.test(text) ? `<${text}>` : escaped(text, 'all');
}

function words(text: string, style: InlineStyle): string {
  let result = '';
  let end = 0;
  for (const found of text.matchAll(address)) {
    result += escaped(text.slice(end, found.index), style.escapes) + bareAddress(found[0]);
    end = found.index + found[0].length;
  }
  return result + escaped(text.slice(end), style.escapes);
}

function codeSpan(text: string): string {
  const runs = text.match(/`+/g)?.map((run) => run.length) ?? [];
  let length = 1;
  while (runs.includes(length)) length += 1;
  const ticks = '`'.repeat(length);
  const isPadded = /^`|`$/.test(text) || (/^ .*[^ ].* $/s.test(text));
  return isPadded ? `${ticks} ${text} ${ticks}` : `${ticks}${text}${ticks}`;
}

function destination(href: string, title: string): string {
  const plainTarget = /^[^\s<>()\\]+$/.test(href);
  const target = plainTarget ? href : `<${href.replace(/[<>\\]/g, '\\$&').replace(/\n/g, ' ')}>`;
  return title === '' ? target : `${target} "${title.replace(/["\\]/g, '\\$&').replace(/\n+/g, ' ')}"`;
}

function leaf(node: DocNode, style: InlineStyle, lineBreak: string): string {
  if (node.type === 'hardBreak') return lineBreak;
  if (node.type === 'image') {
    const alt = escaped(textAttribute(node, 'alt'), 'all').replace(/\n+/g, ' ');
    return `![${alt}](${destination(textAttribute(node, 'src'), textAttribute(node, 'title'))})`;
  }
  const text = (node.text ?? '').replace(/\n/g, ' ');
  return markOf(node, 'code') === undefined ? words(text, style) : codeSpan(text);
}

function wrapped(inner: string, sign: string): string {
  const [, before = '', body = '', after = ''] = edgeSpace.exec(inner) ?? [];
  return body === '' ? inner : `${before}${opening}${sign}${body}${sign}${closing}${after}`;
}

function sameLink(one: DocMark | undefined, other: DocMark | undefined): boolean {
  return one === other || (one !== undefined && other !== undefined && textAttribute(one, 'href') === textAttribute(other, 'href') && textAttribute(one, 'title') === textAttribute(other, 'title'));
}

function runsOf(nodes: readonly DocNode[], isSame: (one: DocNode, other: DocNode) => boolean): readonly (readonly DocNode[])[] {
  const runs: DocNode[][] = [];
  for (const node of nodes) {
    const last = runs.at(-1)?.at(-1);
    if (last !== undefined && isSame(last, node)) runs.at(-1)?.push(node);
    else runs.push([node]);
  }
  return runs;
}

function marked(nodes: readonly DocNode[], order: readonly ('bold' | 'italic' | 'strike')[], style: InlineStyle, lineBreak: string): string {
  const [type, ...others] = order;
  if (type === undefined) return nodes.map((node) => leaf(node, style, lineBreak)).join('');
  return runsOf(nodes, (one, other) => (markOf(one, type) === undefined) === (markOf(other, type) === undefined))
    .map((run) => {
      const inner = marked(run, others, style, lineBreak);
      const isMarked = run[0] !== undefined && markOf(run[0], type) !== undefined && style.marks === 'kept';
      return isMarked ? wrapped(inner, type === 'strike' ? '~~' : style[type]) : inner;
    })
    .join('');
}

function linked(run: readonly DocNode[], style: InlineStyle, lineBreak: string): string {
  const order = style.outer === 'bold' ? (['strike', 'bold', 'italic'] as const) : (['strike', 'italic', 'bold'] as const);
  const link = run[0] === undefined ? undefined : markOf(run[0], 'link');
  const inner = marked(run, order, style, lineBreak);
  if (link === undefined) return inner;
  const text = run.map((node) => node.text ?? '').join('');
  const href = textAttribute(link, 'href');
  const isBare = run.length === 1 && run[0]?.marks?.length === 1 && textAttribute(link, 'title') === '' && isSelfLink(text, href);
  if (isBare && (/^(?:https?:\/\/|www\.)/.test(text) ? bareAddress(text) !== escaped(text, 'all') || unharmedAddress.test(text) : /^[\w.+-]+@[\w.-]+$/.test(text))) {
    return /^[\w.+-]+@/.test(text) ? `<${text}>` : bareAddress(text);
  }
  // Brackets within the words would end them.
  const label = style.escapes === 'all' ? inner : inner.replace(/(?<!\\)[[\]]/g, '\\$&');
  // Spaces at the edges belong to the text around; a link without words is none.
  const [, before = '', body = '', after = ''] = edgeSpace.exec(label) ?? [];
  return body === '' ? label : `${before}[${body}](${destination(href, textAttribute(link, 'title'))})${after}`;
}

function separated(text: string, isWanted: boolean): string {
  const entity = (letter: string): string => `&#${letter.codePointAt(0) ?? 0};`;
  const result = isWanted
    ? text
        .replace(new RegExp(`([\\p{L}\\p{N}])${opening}`, 'gu'), (_whole, letter: string) => entity(letter))
        .replace(new RegExp(`${closing}([\\p{L}\\p{N}])`, 'gu'), (_whole, letter: string) => entity(letter))
    : text;
  return result.replaceAll(opening, '').replaceAll(closing, '');
}

/* Two pieces of code side by side would be written with four ticks between them. */
function merged(nodes: readonly DocNode[]): readonly DocNode[] {
  const result: DocNode[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    const isSame = last?.type === 'text' && node.type === 'text' && JSON.stringify(last.marks ?? []) === JSON.stringify(node.marks ?? []);
    if (isSame) result[result.length - 1] = { ...last, text: `${last.text}${node.text}` };
    else result.push(node);
  }
  return result;
}

/* Breaks and spaces at the edges are not shown; a backslash left at the end would be. */
function trimmed(nodes: readonly DocNode[]): readonly DocNode[] {
  const isUnseen = ({ type, text = '' }: DocNode): boolean => type === 'hardBreak' || (type === 'text' && /^[ \t\n]*$/.test(text));
  const first = nodes.findIndex((node) => !isUnseen(node));
  return first < 0 ? [] : nodes.slice(first, nodes.findLastIndex((node) => !isUnseen(node)) + 1);
}

/** Writes a row of texts, breaks and pictures in the given style. */
export function inlineToMarkdown(nodes: readonly DocNode[], style: InlineStyle, lineBreak: string): string {
  const runs = runsOf(merged(trimmed(nodes)), (one, other) => sameLink(markOf(one, 'link'), markOf(other, 'link')));
  const written = runs.map((run) => linked(run, style, lineBreak));
  // An exclamation mark before a bracket would make a picture of a link.
  const joined = written.map((piece, index) => (piece.endsWith('!') && written[index + 1]?.startsWith('[') === true ? `${piece.slice(0, -1)}\\!` : piece)).join('');
  const text = separated(joined, style.separated).replace(/^[ \t\n]+|[ \t\n]+$/g, '');
  return text.replace(/^\u00A0|\u00A0$/g, '&nbsp;');
}
