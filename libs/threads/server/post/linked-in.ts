/** Nobody quotes or names more at once; what comes after is a link like any other. */
const AT_MOST = 50;

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const step = new RegExp(`<(/?)blockquote\\b[^>]*>|<a\\b[^>]* href="/(beitrag|person)/(${UUID})"[^>]*>\\s*(@?)`, 'gi');

/** Whom and what a rendered text means: links to posts within quotations, links to people that begin with an @. */
export function linkedIn(html: string): { readonly quotedIds: readonly string[]; readonly mentionedIds: readonly string[] } {
  const quoted = new Set<string>();
  const mentioned = new Set<string>();
  let depth = 0;
  for (const [, closing, kind, id, at] of html.matchAll(step)) {
    if (id === undefined) depth += closing === '/' ? -1 : 1;
    else if (kind === 'beitrag' && depth > 0) quoted.add(id.toLowerCase());
    // Whoever is named in what is quoted was told by the one who wrote it.
    else if (kind === 'person' && depth === 0 && at === '@') mentioned.add(id.toLowerCase());
  }
  return { quotedIds: [...quoted].slice(0, AT_MOST), mentionedIds: [...mentioned].slice(0, AT_MOST) };
}
