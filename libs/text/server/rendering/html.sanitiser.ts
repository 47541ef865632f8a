import sanitizeHtml from 'sanitize-html';
import type { Attributes, IOptions, Tag } from 'sanitize-html';
import { slugOf } from '#text/shared';
import { linkOf, ownImageOf } from './link.rules.js';
import type { LinkOptions, TextLink } from './link.rules.js';
import { swallowingTags } from './markdown.parser.js';
import { renderingLabels } from './rendering.labels.js';
import type { TextLocale } from './rendering.labels.js';

export interface SanitisingOptions extends LinkOptions {
  readonly locale: TextLocale;
  /** Put before every id, so that a text can neither take nor shadow an id of the page around it. */
  readonly idPrefix: string;
}

export interface SanitisedHtml {
  readonly html: string;
  readonly links: readonly TextLink[];
  readonly ids: ReadonlySet<string>;
}

const allowedTags = [
  'a', 'abbr', 'b', 'blockquote', 'br', 'caption', 'cite', 'code', 'dd', 'del', 'details', 'dfn', 'div', 'dl', 'dt', 'em',
  'figcaption', 'figure', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'i', 'img', 'ins', 'kbd', 'li', 'mark', 'ol', 'p', 'pre',
  'q', 's', 'samp', 'small', 'span', 'strong', 'sub', 'summary', 'sup', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr',
  'u', 'ul', 'var',
];

const alignments = ['text-align-left', 'text-align-right', 'text-align-center'];
const callouts = ['text-callout', 'text-callout-note', 'text-callout-tip', 'text-callout-important', 'text-callout-warning'];

/* No style, no role, no event, no data attribute: what the page needs of those is added afterwards, with fixed values. */
const allowedAttributes: IOptions['allowedAttributes'] = {
  '*': ['id', 'lang', 'dir'],
  a: ['href', 'title', 'rel', 'referrerpolicy', 'class'],
  abbr: ['title'],
  code: ['class'],
  details: ['open'],
  div: ['class'],
  img: ['src', 'alt', 'title', 'width', 'height', 'loading', 'decoding'],
  li: ['class', 'value'],
  ol: ['start', 'reversed', 'type'],
  span: ['class'],
  sup: ['class'],
  td: ['colspan', 'rowspan', 'class'],
  th: ['colspan', 'rowspan', 'scope', 'class'],
};

const allowedClasses: IOptions['allowedClasses'] = {
  a: ['text-external', 'text-footnote-back'],
  code: [/^language-[\w+#-]{1,30}$/],
  div: [...callouts, 'text-footnotes'],
  li: ['text-task'],
  span: ['text-check', 'text-check-done', 'text-missing-image', 'text-dead-link'],
  sup: ['text-footnote'],
  td: alignments,
  th: alignments,
};

const smallNumber = /^\d{1,4}$/;
const numberAttributes = ['colspan', 'rowspan', 'start', 'value', 'width', 'height'];

/** Frames and players become links: nothing is loaded from another host. */
const embeddingTags = ['iframe', 'embed', 'video', 'audio', 'object'];

/** The one place where HTML becomes safe to show. Nothing that bypasses it may reach a page. */
export function sanitise(unsafeHtml: string, options: SanitisingOptions): SanitisedHtml {
  const labels = renderingLabels[options.locale];
  const links: TextLink[] = [];
  const ids = new Set<string>();
  let openLinks = 0;

  const anchorOf = (name: string): string => `${options.idPrefix}${slugOf(decoded(name), 200)}`;

  const withId = ({ id, name, ...others }: Attributes): Attributes => {
    const wanted = id ?? name;
    const anchor = wanted === undefined ? '' : anchorOf(wanted);
    if (anchor === '' || anchor === options.idPrefix || ids.has(anchor)) return others;
    ids.add(anchor);
    return { ...others, id: anchor };
  };

  const common = (tagName: string, attributes: Attributes): Tag => {
    const attribs = withId(attributes);
    for (const name of numberAttributes) if (attribs[name] !== undefined && !smallNumber.test(attribs[name])) delete attribs[name];
    if (attribs.dir !== undefined && attribs.dir !== 'ltr' && attribs.dir !== 'rtl' && attribs.dir !== 'auto') delete attribs.dir;
    return { tagName, attribs };
  };

  const link = (_tag: string, { href, title, class: className, ...attributes }: Attributes): Tag => {
    const { id } = withId({ ...(attributes.id && { id: attributes.id }), ...(attributes.name && { name: attributes.name }) });
    const anchor: Attributes = id === undefined ? {} : { id };
    if (href === undefined || openLinks > 1) return { tagName: 'span', attribs: anchor };
    const target = linkOf(href, options);
    links.push(target);
    if (target.target === undefined) return { tagName: 'span', attribs: { ...anchor, class: 'text-dead-link' } };
    const attribs: Attributes = { ...anchor, ...(title !== undefined && { title }), ...(className !== undefined && { class: className }) };
    if (target.kind === 'anchor') return { tagName: 'a', attribs: { ...attribs, href: `#${anchorOf(target.target.slice(1))}` } };
    if (target.kind !== 'external') return { tagName: 'a', attribs: { ...attribs, href: target.target } };
    return { tagName: 'a', attribs: { ...attribs, ...external(target.target) } };
  };

  const image = (_tag: string, { src = '', alt = '', title, width, height }: Attributes): Tag => {
    const own = ownImageOf(src, options);
    const words = alt.trim() === '' ? (title ?? '').trim() : alt.trim();
    if (own !== undefined) {
      const measured = { ...(width !== undefined && { width }), ...(height !== undefined && { height }), ...(title !== undefined && { title }) };
      return common('img', { src: own, alt, ...measured, loading: 'lazy', decoding: 'async' });
    }
    const shown = words === '' ? labels.image : `${labels.image}: ${words}`;
    const target = linkOf(src, options);
    if (target.kind === 'external') links.push(target);
    if (target.kind !== 'external' || target.target === undefined || openLinks > 0) {
      return { tagName: 'span', attribs: { class: 'text-missing-image' }, text: shown };
    }
    return { tagName: 'a', attribs: external(target.target), text: shown };
  };

  const embedded = (_tag: string, { src = '', data = '' }: Attributes): Tag => {
    const target = linkOf(src === '' ? data : src, options);
    if (target.kind !== 'external' || target.target === undefined || openLinks > 0) return { tagName: 'span', attribs: {} };
    links.push(target);
    return { tagName: 'a', attribs: external(target.target), text: `${labels.embedded}: ${new URL(target.target).hostname}` };
  };

  const html = sanitizeHtml(unsafeHtml, {
    allowedTags,
    allowedAttributes,
    allowedClasses,
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowProtocolRelative: false,
    disallowedTagsMode: 'discard',
    nonTextTags: swallowingTags.filter((tag) => !embeddingTags.includes(tag)),
    enforceHtmlBoundary: false,
    transformTags: {
      a: link,
      img: image,
      center: 'div',
      strike: 's',
      tt: 'code',
      ...Object.fromEntries(embeddingTags.map((tag) => [tag, embedded])),
      ...Object.fromEntries(allowedTags.filter((tag) => tag !== 'a' && tag !== 'img').map((tag) => [tag, common])),
    },
    onOpenTag: (name) => {
      if (name === 'a') openLinks += 1;
    },
    onCloseTag: (name) => {
      if (name === 'a') openLinks -= 1;
    },
  });
  return { html, links, ids };
}

function external(href: string): Attributes {
  return { href, rel: 'noopener noreferrer nofollow', referrerpolicy: 'no-referrer', class: 'text-external' };
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    // A single percent sign is a percent sign.
    return name;
  }
}
