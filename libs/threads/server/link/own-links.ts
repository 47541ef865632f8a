import { ownAddresses } from '#text/server';

/** A link of a text to something of this community. */
export interface OwnLink {
  /** First part of the address: `beitrag`, `d`, `tipp`. */
  readonly place: string;
  /** Second part, which names the thing: an id or a slug. */
  readonly key: string;
}

// Exact for sanitised HTML only; there links hold no links.
const LINK = /<a\b[^<>]* href="\/+([^"/?#]+)\/+([^"/?#]+)[^"]*"[^<>]*>(.*?)<\/a>/gis;
/*
 * From each beginning it runs no further than to the next one: brackets among the words come in pairs, and there are none in an
 * address. What it misses is found as an address that stands alone.
 */
const MARKED = /(?<!\\)\[((?:\\.|[^[\]\\]|\[[^[\]]{0,200}\]){0,2000})\]\(\s{0,5}<?([^()[\]\s<>]{1,2000})>?(?:\s{1,5}"[^"\n]{0,500}")?\s{0,5}\)/gs;

export function linksInHtml(html: string): readonly OwnLink[] {
  return [...html.matchAll(LINK)].map(([, place = '', key = '']) => linkOf(place, key));
}

/** The same HTML; links that are not followed leave their words. */
export function htmlWithLinks(html: string, isFollowed: (link: OwnLink) => boolean): string {
  return html.replace(LINK, (whole, place: string, key: string, words: string) => (isFollowed(linkOf(place, key)) ? whole : wordsOf(words, linkOf(place, key))));
}

export function linksInMarkdown(text: string, ownOrigin: string): readonly OwnLink[] {
  return linksBy(ownAddresses(ownOrigin), text);
}

function linksBy(addresses: RegExp, text: string): readonly OwnLink[] {
  return [...text.matchAll(addresses)].map(([, place = '', key = '']) => linkOf(place, key));
}

/** The same Markdown; links that are not followed leave their words, addresses that stand alone nothing but a sign. */
export function markdownWithLinks(text: string, ownOrigin: string, isFollowed: (link: OwnLink) => boolean): string {
  const addresses = ownAddresses(ownOrigin);
  const leads = (address: string): boolean => linksBy(addresses, address).every(isFollowed);
  return text
    .replace(MARKED, (whole, words: string, address: string) => (leads(address) ? whole : words))
    .replace(addresses, (whole, place: string, key: string) => (isFollowed(linkOf(place, key)) ? whole : '…'));
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
