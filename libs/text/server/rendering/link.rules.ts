/** What a link of a text leads to. */
export type LinkKind = 'external' | 'own' | 'anchor' | 'address' | 'file' | 'refused';

export interface TextLink {
  /** As written in the text. */
  readonly written: string;
  readonly kind: LinkKind;
  /** Where it leads in the rendered text; undefined if only its words are shown. */
  readonly target: string | undefined;
}

export interface LinkOptions {
  /** The product's own address, e.g. `https://community.example`: links there count as own. */
  readonly ownOrigin?: string | undefined;
  /**
   * Called with relative links such as `../kapitel/foerderung.md#antrag`, as imported files link among each other.
   * Answers an own path (`/tipps/foerderung`), or undefined if there is no such thing: then only the words are shown.
   */
  readonly resolveLink?: ((href: string) => string | undefined) | undefined;
}

// Only to resolve paths; `.invalid` never exists (RFC 2606).
const nowhere = 'https://own-page.invalid';
const addressSchemes = new Set(['mailto:', 'tel:']);
const webSchemes = new Set(['http:', 'https:']);
// oxlint-disable-next-line no-control-regex -- browsers skip control characters in addresses, so must the check
const ignoredByBrowsers = /[\u0000-\u0020\u007F-\u00A0\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF]+/g;

function parsed(href: string): URL | undefined {
  return URL.canParse(href, nowhere) ? new URL(href, nowhere) : undefined;
}

function pathOf(url: URL): string {
  // A path of `//host` would be read as another host.
  return `${url.pathname.replace(/^\/+/, '/')}${url.search}${url.hash}`;
}

/** Sorts an address into the few kinds that may be linked. Everything unknown is refused. */
export function linkOf(written: string, options: LinkOptions): TextLink {
  const href = written.replace(ignoredByBrowsers, (skipped) => (/^ +$/.test(skipped) ? '%20' : '')).replace(/^(?:%20)+|(?:%20)+$/g, '');
  const refused: TextLink = { written, kind: 'refused', target: undefined };
  if (href === '' || href.includes('\\')) return refused;
  if (href.startsWith('#')) return { written, kind: 'anchor', target: href };
  const scheme = /^([a-z][a-z0-9+.-]*:)/i.exec(href)?.[1]?.toLowerCase();
  const url = parsed(href);
  if (url === undefined) return refused;
  if (scheme !== undefined && addressSchemes.has(scheme)) return { written, kind: 'address', target: url.href };
  if (scheme !== undefined && !webSchemes.has(scheme)) return refused;
  if (scheme !== undefined || href.startsWith('//')) {
    if (url.username !== '' || url.password !== '') return refused;
    if (url.origin === options.ownOrigin) return { written, kind: 'own', target: pathOf(url) };
    return url.origin === nowhere ? refused : { written, kind: 'external', target: url.href };
  }
  if (href.startsWith('/')) return { written, kind: 'own', target: pathOf(url) };
  const resolved = options.resolveLink?.(written);
  const target = resolved === undefined ? undefined : parsed(resolved);
  if (resolved?.startsWith('#') === true) return { written, kind: 'anchor', target: resolved };
  return { written, kind: 'file', target: target?.origin === nowhere ? pathOf(target) : undefined };
}

/** The address of a picture, if it comes from the own host. */
export function ownImageOf(written: string, options: LinkOptions): string | undefined {
  const link = linkOf(written, options);
  return link.kind === 'own' || link.kind === 'file' ? link.target : undefined;
}
