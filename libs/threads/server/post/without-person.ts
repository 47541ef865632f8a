/** Who shall no longer be named, and in whose place. */
export interface PersonInTexts {
  readonly accountId: string;
  /** What the person wrote: quotations name its author. */
  readonly postIds: ReadonlySet<string>;
  readonly instead: string;
}

const ADDRESS = `[^\\s<>()"']*/(person|beitrag)/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})[^\\s<>()"']*`;
const SIGN = `\\\\.|[^\\[\\]\\\\]`;
/** The words of a link; brackets within them come in pairs. */
const WORDS = `(?:${SIGN}|\\[(?:${SIGN}|\\[(?:${SIGN})*\\])*\\])*`;

/** `[words](address "title")` */
const INLINE = new RegExp(`\\[${WORDS}\\]\\(\\s*<?${ADDRESS}[^)]*\\)`, 'gi');
/** `[label]: address "title"` at the beginning of a line, also within a quotation. */
const DEFINITION = new RegExp(`^[ \\t>]*\\[((?:${SIGN})+)\\]:[ \\t>]*\\n?[ \\t>]*<?${ADDRESS}>?(?:[ \\t]*\\n?[ \\t>]*(?:"[^"\\n]*"|'[^'\\n]*'|\\([^)\\n]*\\)))?[ \\t]*$\\n?`, 'gim');
/** `[words][label]`, `[label][]` and `[label]` */
const REFERENCE = new RegExp(`\\[(${WORDS})\\](?:\\[((?:${SIGN})*)\\])?(?![(:])`, 'g');
/** HTML is allowed in Markdown. */
const ANCHOR = new RegExp(`<a\\b[^<>]*?${ADDRESS}[^<>]*>[\\s\\S]*?(?:</a\\s*>|(?=\\n\\s*\\n)|$)`, 'gi');

const labelOf = (label: string): string => label.trim().replace(/\s+/g, ' ').toLowerCase();

/** A Markdown text without the name of a person: mentions become words, attributions of quotations keep their link. */
export function withoutPerson(markdown: string, { accountId, postIds, instead }: PersonInTexts): string {
  const replacement = (kind: string, id: string): string | null => {
    if (kind.toLowerCase() === 'person') return id.toLowerCase() === accountId ? instead : null;
    return postIds.has(id.toLowerCase()) ? `[${instead}](/beitrag/${id})` : null;
  };
  const byLabel = new Map<string, string>();
  const defined = markdown.replace(DEFINITION, (whole, label: string, kind: string, id: string) => {
    const words = replacement(kind, id);
    if (words === null) return whole;
    byLabel.set(labelOf(label), words);
    return '';
  });
  const referred = byLabel.size === 0 ? defined : defined.replace(REFERENCE, (whole, words: string, label?: string) => byLabel.get(labelOf(label === undefined || label === '' ? words : label)) ?? whole);
  const replaced = (whole: string, kind: string, id: string): string => replacement(kind, id) ?? whole;
  return referred.replace(INLINE, replaced).replace(ANCHOR, replaced);
}

/** The words of links to a person that are left in a rendered text, however they were written. */
export function wordsForPerson(html: string, accountId: string): readonly string[] {
  const link = new RegExp(`<a\\b[^>]* href="/person/${accountId}[^"]*"[^>]*>([\\s\\S]*?)</a>`, 'gi');
  return [...html.matchAll(link)].map(([, words = '']) => words.replace(/<[^>]*>/g, '').replace(/&(amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity)).filter((words) => words.trim() !== '');
}

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };
