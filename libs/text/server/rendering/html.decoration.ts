import { CALLOUT_KINDS, slugOf } from '#text/shared';
import { renderingLabels } from './rendering.labels.js';
import type { TextLocale } from './rendering.labels.js';

export interface OutlineEntry {
  /** 2 to 6: the page's title is the only heading of level 1. */
  readonly level: number;
  /** Id of the heading, to link to as `#id`. */
  readonly id: string;
  readonly text: string;
}

export interface DecoratedHtml {
  readonly html: string;
  readonly outline: readonly OutlineEntry[];
  readonly plainText: string;
  /** Number of elements around the innermost one. */
  readonly depth: number;
}

export interface DecoratingOptions {
  readonly locale: TextLocale;
  readonly idPrefix: string;
  readonly topHeadingLevel: number;
}

// Exact for sanitised HTML only: there `<`, `>` and quotes stand for nothing but tags.
const piece = /<(\/?)([a-z][a-z0-9]*)([^<>]*)>|[^<]+/g;
const blockTags = new Set(['blockquote', 'br', 'caption', 'dd', 'details', 'div', 'dl', 'dt', 'figcaption', 'figure', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'li', 'ol', 'p', 'pre', 'summary', 'table', 'tr', 'ul']);
const emptyTags = new Set(['br', 'hr', 'img']);
const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

/** Text of sanitised HTML, where only four entities occur. */
function textOf(html: string): string {
  return html.replace(/&(?:amp|lt|gt|quot);/g, (entity) => entities[entity] ?? entity);
}

const attributePatterns = { class: /\sclass="([^"]*)"/, id: /\sid="([^"]*)"/, alt: /\salt="([^"]*)"/, href: /\shref="([^"]*)"/ };

function attributeOf(name: keyof typeof attributePatterns, attributes: string): string | undefined {
  return attributes === '' ? undefined : attributePatterns[name].exec(attributes)?.[1];
}

interface OpenHeading {
  readonly at: number;
  readonly writtenLevel: number;
  readonly writtenId: string | undefined;
  text: string;
}

/**
 * Adds to sanitised HTML what only the product may add: heading ids and levels, scrollable tables, roles and labels. In
 * the same pass outline and plain text are read.
 */
export function decorate(sanitisedHtml: string, takenIds: ReadonlySet<string>, options: DecoratingOptions): DecoratedHtml {
  const labels = renderingLabels[options.locale];
  const out: string[] = [];
  const outline: OutlineEntry[] = [];
  const ids = new Set(takenIds);
  const sameNames = new Map<string, number>();
  const headingLevels: number[] = [];
  let plainText = '';
  let depth = 0;
  let deepest = 0;
  let heading: OpenHeading | undefined;
  let quotes = 0;
  let tables = 0;
  let tableAt = 0;
  let columns: string[] = [];
  let headerCellAt: number | undefined;
  let headerText = '';
  let isEmptyHeader = false;
  let silent = 0;
  let code = 0;

  const levelOf = (written: number): number => {
    while ((headingLevels.at(-1) ?? 0) >= written) headingLevels.pop();
    headingLevels.push(written);
    return Math.min(6, options.topHeadingLevel + headingLevels.length - 1);
  };

  const freeIdFor = (text: string): string => {
    const name = `${options.idPrefix}${slugOf(text, 80) || 'abschnitt'}`;
    let id = name;
    // Counting on from the last one: thousands of equal headings would otherwise be tried against each other.
    let count = sameNames.get(name) ?? 0;
    for (; ids.has(id); id = `${name}-${count}`) count += 1;
    sameNames.set(name, count);
    ids.add(id);
    return id;
  };

  const closeHeading = ({ at, writtenLevel, writtenId, text }: OpenHeading): string => {
    const words = text.replace(/\s+/g, ' ').trim();
    // An empty heading would be an empty stop for those who jump from heading to heading.
    if (words === '') {
      out[at] = '<p>';
      return '</p>';
    }
    const level = levelOf(writtenLevel);
    const id = writtenId ?? freeIdFor(words);
    out[at] = `<h${level} id="${id}">`;
    if (quotes === 0) outline.push({ level, id, text: words });
    return `</h${level}>`;
  };

  const open = (tag: string, attributes: string, whole: string): string => {
    const className = attributeOf('class', attributes) ?? '';
    if (/^h[1-6]$/.test(tag)) {
      if (heading !== undefined) return '';
      heading = { at: out.length, writtenLevel: Number(tag[1]), writtenId: attributeOf('id', attributes), text: '' };
      return whole;
    }
    if (tag === 'blockquote') quotes += 1;
    if (tag === 'table') {
      tables += 1;
      if (tables > 1) return whole;
      tableAt = out.length;
      columns = [];
      return whole;
    }
    if (tag === 'th') {
      headerCellAt = out.length;
      headerText = '';
      return attributes.includes(' scope=') ? whole : `<th scope="col"${attributes}>`;
    }
    if (tag === 'pre') {
      code += 1;
      return `<pre tabindex="0" role="group" aria-label="${labels.code}"${attributes}>`;
    }
    if (className.includes('text-callout')) {
      const kind = CALLOUT_KINDS.find((known) => className.endsWith(`text-callout-${known}`));
      return kind === undefined ? '<div>' : `<div class="text-callout text-callout-${kind}" role="note"><p class="text-callout-title">${labels.callouts[kind]}</p>`;
    }
    if (className === 'text-footnotes') return `${whole}<p class="text-footnotes-title">${labels.footnotes}</p>`;
    if (className.startsWith('text-check')) {
      return `<span class="${className}" role="img" aria-label="${className.endsWith('done') ? labels.done : labels.open}">`;
    }
    if (className === 'text-footnote' || className === 'text-footnote-back') silent += 1;
    if (className === 'text-footnote-back') return whole.replace('>', ` aria-label="${labels.backToText}">`);
    if (tag === 'a' && silent > 0) {
      const number = /-(\d+)$/.exec(attributeOf('href', attributes) ?? '')?.[1] ?? '';
      return whole.replace('>', ` aria-label="${labels.footnote(number)}">`);
    }
    return whole;
  };

  const close = (tag: string, whole: string): string => {
    if (/^h[1-6]$/.test(tag)) {
      if (heading === undefined || Number(tag[1]) !== heading.writtenLevel) return '';
      const closing = closeHeading(heading);
      heading = undefined;
      return closing;
    }
    if (tag === 'blockquote') quotes -= 1;
    if (tag === 'pre') code -= 1;
    if (tag === 'th' && headerCellAt !== undefined) {
      const words = headerText.replace(/\s+/g, ' ').trim();
      isEmptyHeader = words === '';
      // A header without words is announced before every cell of its column: a plain cell is quieter.
      if (isEmptyHeader) out[headerCellAt] = (out[headerCellAt] ?? '').replace('<th scope="col"', '<td');
      else columns.push(words);
      headerCellAt = undefined;
      return isEmptyHeader && (out.at(-1)?.startsWith('<td') === true) ? '</td>' : whole;
    }
    if (tag === 'table') {
      tables -= 1;
      if (tables > 0) return whole;
      const names = columns.slice(0, 6).join(', ').slice(0, 120);
      const label = (names === '' ? labels.table : `${labels.table}: ${names}`).replace(/[&<>"]/g, ' ');
      out[tableAt] = `<div class="text-scroll" tabindex="0" role="group" aria-label="${label}">${out[tableAt]}`;
      return '</table></div>';
    }
    if (silent > 0 && (tag === 'sup' || (tag === 'a' && out.at(-1) === '↩'))) silent -= 1;
    return whole;
  };

  for (const [whole, slash, tag, attributes = ''] of sanitisedHtml.matchAll(piece)) {
    if (tag === undefined) {
      const text = textOf(whole);
      if (heading !== undefined && silent === 0) heading.text += text;
      if (headerCellAt !== undefined) headerText += text;
      // Line breaks within a paragraph or between cells mean no more than a space.
      if (silent === 0) plainText += code > 0 ? text : text.replaceAll('\n', ' ');
      out.push(whole);
      continue;
    }
    if (blockTags.has(tag)) plainText += '\n';
    if (tag === 'td' || tag === 'th') plainText += ' ';
    if (tag === 'img') plainText += ` ${textOf(attributeOf('alt', attributes) ?? '')} `;
    if (!emptyTags.has(tag)) depth += slash === '' ? 1 : -1;
    deepest = Math.max(deepest, depth);
    out.push(slash === '' ? open(tag, attributes, whole) : close(tag, whole));
  }
  return { html: withWordsInLinks(withFoundAnchors(out.join('').trim(), ids)), outline, plainText: tidied(plainText), depth: deepest };
}

/* A link without words cannot be seen, nor read out. */
function withWordsInLinks(html: string): string {
  return html.replace(/(<a\b[^<>]* href="([^"]*)"[^<>]*>)\s*(?=<\/a>)/g, (_whole, opening: string, href: string) => opening + href.replace(/^mailto:|^tel:/, ''));
}

/* Other programs make ids of headings by other rules (`dcat-apde` for "DCAT-AP.de"); equal without hyphens is meant. */
function withFoundAnchors(html: string, ids: ReadonlySet<string>): string {
  const withoutHyphens = new Map(Array.from(ids, (id) => [id.replaceAll('-', ''), id]));
  return html.replace(/ href="#([^"]*)"/g, (whole, id: string) => {
    const found = ids.has(id) ? undefined : withoutHyphens.get(id.replaceAll('-', ''));
    return found === undefined ? whole : ` href="#${found}"`;
  });
}

function tidied(text: string): string {
  return text.replace(/[^\S\n]+/g, ' ').replace(/ ?\n[ \n]*/g, '\n').trim();
}
