/* Word's list items are paragraphs whose style tells the level and whose first words are the bullet. */
const wordListItem = /<p\b[^>]*mso-list:\s*l\d+\s+level(\d)[^>]*>([\s\S]*?)<\/p>/gi;
// Browsers hand it over as it is or as the comment that it is to them.
const wordBullet = /<!(?:--)?\[if !supportLists\](?:--)?>([\s\S]*?)<!(?:--)?\[endif\](?:--)?>/i;
/* A style under this name is only a note: no browser applies it, and none complains of the page's rules. */
const STYLE = 'data-pasted-style';
const cell = /(<t[dh]\b[^>]*>)([\s\S]*?)(<\/t[dh]>)/gi;

function wordsOf(html: string): string {
  return html.replace(/<[^>]*>/g, '').replace(/&nbsp;/g, ' ').trim();
}

interface WordItem {
  readonly level: number;
  readonly isNumbered: boolean;
  readonly html: string;
}

/** Nested lists from a row of items with levels. */
function listOf(items: readonly WordItem[]): string {
  let html = '';
  const open: string[] = [];
  for (const { level, isNumbered, html: words } of items) {
    while (open.length > level) html += `</li></${open.pop() ?? 'ul'}>`;
    if (open.length === level) html += '</li>';
    while (open.length < level) {
      const tag = isNumbered ? 'ol' : 'ul';
      html += `<${tag}>${open.length < level - 1 ? '<li>' : ''}`;
      open.push(tag);
    }
    html += `<li><p>${words}</p>`;
  }
  while (open.length > 0) html += `</li></${open.pop() ?? 'ul'}>`;
  return html;
}

function withWordLists(html: string): string {
  const rows: { readonly start: number; end: number; readonly items: WordItem[] }[] = [];
  for (const found of html.matchAll(wordListItem)) {
    const [whole, level = '1', inner = ''] = found;
    const bullet = wordBullet.exec(inner)?.[1] ?? '';
    const item = { level: Number(level), isNumbered: /^\(?(?:\d+|[a-z]{1,3}|[ivx]+)[.)]/i.test(wordsOf(bullet)), html: inner.replace(wordBullet, '') };
    const last = rows.at(-1);
    if (last !== undefined && html.slice(last.end, found.index).trim() === '') {
      last.items.push(item);
      last.end = found.index + whole.length;
    } else rows.push({ start: found.index, end: found.index + whole.length, items: [item] });
  }
  return rows.reduceRight((text, { start, end, items }) => text.slice(0, start) + listOf(items) + text.slice(end), html);
}

/* A cell holds one line. */
function flattenedCell(inner: string): string {
  return inner
    .replace(/<\/(?:p|div|li|h[1-6])>\s*(?=<(?:p|div|ul|ol|li|h[1-6])\b)/gi, '<br>')
    .replace(/<\/?(?:p|div|ul|ol|li|h[1-6]|blockquote|pre)\b[^>]*>/gi, '')
    .replace(/(?:<br\s*\/?>\s*)+$/i, '');
}

/* A cell over several columns becomes that many cells: Markdown has no others. */
function cellsOf(open: string, inner: string, close: string): string {
  const columns = Math.min(20, Number(/\scolspan\s*=\s*["']?(\d+)/i.exec(open)?.[1] ?? 1));
  const single = open.replace(/\s(?:col|row)span\s*=\s*["']?\d+["']?/gi, '');
  return single + flattenedCell(inner) + close + `${single}${close}`.repeat(Math.max(0, columns - 1));
}

/**
 * Pasted HTML without what office programs and web pages add: comments, styles, hidden data, spans of cells, levels of
 * headings that belong to the page. Only text is worked on here; what remains goes through the editor's own schema, so
 * nothing in it can run.
 */
export function cleanedPaste(html: string): string {
  return withWordLists(html)
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<(style|script|head|title|meta|link|xml|o:p|v:\w+|w:\w+)\b[^>]*>[\s\S]*?<\/\1>/gi, '')
    .replace(/<\/?(?:meta|link|base|o:p|v:\w+|w:\w+|xml|st1:\w+)\b[^>]*>/gi, '')
    .replace(/<p\b[^>]*class="?Mso(?:Title|Heading1)"?[^>]*>([\s\S]*?)<\/p>/gi, '<h2>$1</h2>')
    .replace(/<(\/?)h1\b[^>]*>/gi, '<$1h2>')
    .replace(/<(\/?)h[56]\b[^>]*>/gi, '<$1h4>')
    .replace(cell, (_whole, open: string, inner: string, close: string) => cellsOf(open, inner, close))
    .replace(/<p\b[^>]*>(?:\s|&nbsp;|<br\s*\/?>|<\/?span[^>]*>)*<\/p>/gi, '')
    .replace(/<[a-z][^<>]*>/gi, (tag) => tag.replace(/(\s)style(?=\s*=)/gi, `$1${STYLE}`));
}

/** What of a style says how words are meant, not how they look. */
const MEANT: ReadonlySet<string> = new Set(['font-weight', 'font-style', 'text-decoration', 'text-decoration-line']);

/**
 * Online office programs write bold and italics as styles of spans, and wrap everything in a "b" that is not bold. The page's
 * rules let no style of a text come true; set by hand from the few that matter they are read as marks.
 */
export function applyPastedStyles(pasted: ParentNode): void {
  for (const element of pasted.querySelectorAll<HTMLElement>(`[${STYLE}]`)) {
    const declarations = (element.getAttribute(STYLE) ?? '').split(';').map((declaration) => declaration.split(':'));
    element.removeAttribute(STYLE);
    for (const [name = '', value = ''] of declarations) {
      if (MEANT.has(name.trim().toLowerCase())) element.style.setProperty(name.trim().toLowerCase(), value.trim());
    }
  }
}
