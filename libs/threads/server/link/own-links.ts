/** A link of a text to something of this community. */
export interface OwnLink {
  /** First part of the address: `beitrag`, `d`, `tipp`. */
  readonly place: string;
  /** Second part, which names the thing: an id or a slug. */
  readonly key: string;
}

// Exact for sanitised HTML only; there links hold no links.
const LINK = /<a\b[^<>]* href="\/+([^"/?#]+)\/+([^"/?#]+)[^"]*"[^<>]*>(.*?)<\/a>/gis;
const MARKED = /\[((?:\\.|[^\]\\]){0,2000})\]\(\s{0,5}<?([^)\s>]{1,2000})>?(?:\s{1,5}"[^"\n]{0,500}")?\s{0,5}\)/g;
/** Paths of other hosts are no links to here, whatever they look like. */
const plain = (ownOrigin: string): RegExp => new RegExp(`(?:${ownOrigin.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}|(?<![\\p{L}\\p{N}.:/_%-]))/{1,9}([a-z]{1,20})/{1,9}([\\p{L}\\p{N}%_-]{6,300})`, 'giu');

export function linksInHtml(html: string): readonly OwnLink[] {
  return [...html.matchAll(LINK)].map(([, place = '', key = '']) => linkOf(place, key));
}

/** The same HTML; links that are not followed leave their words. */
export function htmlWithLinks(html: string, isFollowed: (link: OwnLink) => boolean): string {
  return html.replace(LINK, (whole, place: string, key: string, words: string) => (isFollowed(linkOf(place, key)) ? whole : wordsOf(words, linkOf(place, key))));
}

export function linksInMarkdown(text: string, ownOrigin: string): readonly OwnLink[] {
  return [...text.matchAll(plain(ownOrigin))].map(([, place = '', key = '']) => linkOf(place, key));
}

/** The same Markdown; links that are not followed leave their words, addresses that stand alone nothing but a sign. */
export function markdownWithLinks(text: string, ownOrigin: string, isFollowed: (link: OwnLink) => boolean): string {
  const leads = (address: string): boolean => linksInMarkdown(address, ownOrigin).every(isFollowed);
  return text
    .replace(MARKED, (whole, words: string, address: string) => (leads(address) ? whole : words))
    .replace(plain(ownOrigin), (whole, place: string, key: string) => (isFollowed(linkOf(place, key)) ? whole : '…'));
}

/** An address written out bears the title of what it leads to. */
function wordsOf(words: string, { key }: OwnLink): string {
  return decoded(words).toLowerCase().includes(key) ? '…' : words;
}

function linkOf(place: string, key: string): OwnLink {
  return { place: decoded(place).toLowerCase(), key: decoded(key).toLowerCase() };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part.replaceAll('&amp;', '&'));
  } catch {
    return part;
  }
}
