/** A document as RFC 4287 wants it; texts as they are, escaping happens here. */
export interface AtomFeed {
  /** IRI that stays the same for ever. */
  readonly id: string;
  /** RFC 3066 tag of the words of the feed itself. */
  readonly language: string;
  readonly title: string;
  readonly subtitle?: string;
  /** Stands for entries without an author of their own. */
  readonly authorName: string;
  readonly selfUrl: string;
  readonly pageUrl: string;
  readonly updatedAt: Date;
  readonly entries: readonly AtomEntry[];
}

export interface AtomEntry {
  readonly id: string;
  readonly language: string;
  readonly title: string;
  readonly url: string;
  readonly publishedAt: Date;
  readonly updatedAt: Date;
  readonly authorName?: string;
  /** Safe, with whole addresses. */
  readonly html?: string;
}

// XML 1.0 has no place for these, not even escaped; lone surrogates are no characters at all.
// oxlint-disable-next-line no-control-regex
const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

function escaped(text: string): string {
  return text.toWellFormed().replace(NOT_IN_XML, '').replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

function element(name: string, text: string, attributes = ''): string {
  return `<${name}${attributes}>${escaped(text)}</${name}>`;
}

function entryOf(entry: AtomEntry): string {
  const language = ` xml:lang="${escaped(entry.language)}"`;
  return [
    '<entry>',
    element('id', entry.id),
    element('title', entry.title, ` type="text"${language}`),
    `<link rel="alternate" type="text/html" href="${escaped(entry.url)}"/>`,
    element('published', entry.publishedAt.toISOString()),
    element('updated', entry.updatedAt.toISOString()),
    ...(entry.authorName === undefined ? [] : [`<author>${element('name', entry.authorName)}</author>`]),
    ...(entry.html === undefined ? [] : [element('content', entry.html, ` type="html"${language}`)]),
    '</entry>',
  ].join('\n');
}

export function atomOf(feed: AtomFeed): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escaped(feed.language)}">`,
    element('id', feed.id),
    element('title', feed.title, ' type="text"'),
    ...(feed.subtitle === undefined ? [] : [element('subtitle', feed.subtitle, ' type="text"')]),
    element('updated', feed.updatedAt.toISOString()),
    `<author>${element('name', feed.authorName)}</author>`,
    `<link rel="self" type="application/atom+xml" href="${escaped(feed.selfUrl)}"/>`,
    `<link rel="alternate" type="text/html" href="${escaped(feed.pageUrl)}"/>`,
    ...feed.entries.map(entryOf),
    '</feed>',
    '',
  ].join('\n');
}
