import { AppError } from '#platform/shared';

/** Who shall no longer be named, and in whose place. */
export interface PersonInTexts {
  readonly accountId: string;
  /** What the person wrote: quotations name its author. */
  readonly postIds: ReadonlySet<string>;
  readonly instead: string;
}

/*
 * Every run of signs has an end: without one, a text made of beginnings alone is read again from each of them to its end, which
 * for the longest takes minutes. What is longer than these names nobody in a way that people type.
 */
const REST = `[^\\s<>()"']{0,300}`;
const ADDRESS = `${REST}/(person|beitrag)/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})${REST}`;
const SIGN = `\\\\.|[^\\[\\]\\\\]`;
/** The words of a link; brackets within them come in pairs. */
const WORDS = `(?:${SIGN}|\\[(?:${SIGN}|\\[(?:${SIGN}){0,200}\\]){0,200}\\]){0,200}`;

/** `[words](address "title")` */
const INLINE = new RegExp(`\\[${WORDS}\\]\\(\\s{0,20}<?${ADDRESS}[^)]{0,300}\\)`, 'gi');
/** `[label]: address "title"` at the beginning of a line, also within a quotation. */
const DEFINITION = new RegExp(`^[ \\t>]{0,100}\\[((?:${SIGN}){1,200})\\]:[ \\t]{0,20}\\n?[ \\t]{0,20}<?${ADDRESS}>?(?:[ \\t]{0,20}\\n?[ \\t>]{0,100}(?:"[^"\\n]{0,300}"|'[^'\\n]{0,300}'|\\([^)\\n]{0,300}\\)))?[ \\t]{0,20}$\\n?`, 'gim');
/** `[words][label]`, `[label][]` and `[label]` */
const REFERENCE = new RegExp(`\\[(${WORDS})\\](?:\\[((?:${SIGN}){0,200})\\])?(?![(:])`, 'g');
/** HTML is allowed in Markdown. */
const ANCHOR = new RegExp(`<a\\b[^<>]{0,500}?${ADDRESS}[^<>]{0,500}>[\\s\\S]*?(?:</a\\s{0,20}>|(?=\\n\\s{0,100}\\n)|$)`, 'gi');

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

interface StoredText {
  readonly body: string;
  readonly html: string;
}

/** Shorter words name nobody, and stand within too many others. */
const NAME_FROM = 3;

/**
 * A stored text and its page without the name; null where nothing changes. What counts is the page, not one way to write
 * a link: what still leads to the person there loses its words, too.
 * @param render as when the text was saved. Where it refuses what has become of the text, the step is left out: one text made
 *   to be refused must not keep anybody from going.
 */
export async function textWithoutPerson<Rendered extends { readonly html: string }>(
  stored: StoredText,
  person: PersonInTexts,
  render: (body: string) => Promise<Rendered> | Rendered,
): Promise<{ readonly body: string; readonly rendered: Rendered } | null> {
  const attempt = async (body: string): Promise<{ readonly body: string; readonly rendered: Rendered } | null> => {
    try {
      return { body, rendered: await render(body) };
    } catch (error) {
      if (error instanceof AppError) return null;
      throw error;
    }
  };
  const body = withoutPerson(stored.body, person);
  const text = body === stored.body ? null : await attempt(body);
  const left = wordsForPerson(text?.rendered.html ?? stored.html, person.accountId).filter((name) => name !== person.instead && name.length >= NAME_FROM);
  if (left.length === 0) return text;
  return (await attempt(left.reduce((shorter, name) => shorter.replaceAll(name, person.instead), body))) ?? text;
}

/** The words of links to a person that are left in a rendered text, however they were written. */
function wordsForPerson(html: string, accountId: string): readonly string[] {
  const link = new RegExp(`<a\\b[^>]* href="/person/${accountId}[^"]*"[^>]*>([\\s\\S]*?)</a>`, 'gi');
  return [...html.matchAll(link)].map(([, words = '']) => words.replace(/<[^>]*>/g, '').replace(/&(amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity)).filter((words) => words.trim() !== '');
}

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };
