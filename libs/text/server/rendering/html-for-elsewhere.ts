import sanitizeHtml from 'sanitize-html';
import type { Attributes, Tag } from 'sanitize-html';

export interface Elsewhere {
  /** The product's own address, e.g. `https://community.example`. */
  readonly origin: string;
  /** Whole address of the page the text stands on: links within the text lead there. */
  readonly pageUrl: string;
}

const tags = [
  'a', 'abbr', 'b', 'blockquote', 'br', 'caption', 'cite', 'code', 'dd', 'del', 'dl', 'dt', 'em', 'figcaption', 'figure', 'h2', 'h3', 'h4', 'h5', 'h6',
  'hr', 'i', 'img', 'ins', 'kbd', 'li', 'mark', 'ol', 'p', 'pre', 'q', 's', 'samp', 'small', 'strong', 'sub', 'sup', 'table', 'tbody', 'td', 'tfoot', 'th',
  'thead', 'tr', 'u', 'ul', 'var',
];

/**
 * A text as {@link renderMarkdown} made it, for feed readers and mails: without the page's classes and ids, every link a
 * whole address, nothing that is loaded or runs by itself. Pictures become links, because whoever only opens a mail or a
 * feed shall not be counted by it, and because pictures of closed spaces need a session.
 */
export function htmlForElsewhere(html: string, { origin, pageUrl }: Elsewhere): string {
  const whole = (href: string): string => (href.startsWith('#') ? `${pageUrl}${href}` : href.startsWith('/') && !href.startsWith('//') ? `${origin}${href}` : href);
  const link = (_tag: string, { href, title }: Attributes): Tag =>
    href === undefined ? { tagName: 'span', attribs: {} } : { tagName: 'a', attribs: { href: whole(href), ...(title !== undefined && { title }) } };
  const image = (_tag: string, { src = '', alt = '' }: Attributes): Tag =>
    src === '' ? { tagName: 'span', attribs: {}, text: alt } : { tagName: 'a', attribs: { href: whole(src) }, text: alt === '' ? whole(src) : alt };
  return sanitizeHtml(html, {
    allowedTags: tags,
    allowedAttributes: { a: ['href', 'title'], abbr: ['title'], ol: ['start', 'reversed', 'type'], li: ['value'], td: ['colspan', 'rowspan'], th: ['colspan', 'rowspan', 'scope'], '*': ['lang', 'dir'] },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowProtocolRelative: false,
    transformTags: { a: link, img: image },
    disallowedTagsMode: 'discard',
  });
}
