import type { CalloutKind } from '#text/shared';

interface Box {
  /** Line that ends it; boxes of the same family can hold each other. */
  readonly family: 'div' | 'include' | 'colons';
  readonly kind: CalloutKind | undefined;
  readonly lines: string[];
}

const fence = /^ {0,3}(`{3,}|~{3,})/;
/* Lines that give orders to other programs (kramdown, Jekyll, mdBook, GitLab, pandoc) and say nothing to a reader. */
const orders = /^\s*(?:\{::?[^}]*\}|\{%[^%]*%\}|\{\{#[^}]*\}\}|\[\[_TOC_\]\]|\[TOC\]|<!--(?:(?!-->).)*-->)\s*$/i;
const attributesBehind = /(?<=[)\]*_`])(?:\{:[^}\n]*\})+/g;
const headingAttributes = /^(#{1,6}\s.*?)\s*\{:?\s*([^}]*)\}\s*$/;
const divOpening = /^\s{0,3}<div\b([^>]*)>\s*$/i;
const divClosing = /^\s{0,3}<\/div>\s*$/i;
const boxInclude = /^\s*@include\(\s*\w*?_?(prefix|start|begin|suffix|end)\s*\)\s*$/i;
const colonsOpening = /^:{3,}\s*(?:\{\.?([a-z]+)[^}]*\}|([a-z]+)\b[ \t]*([^{}]*))\s*$/i;
const colonsClosing = /^:{3,}\s*$/;
const picture = /<img\s+((?:[a-z-]+\s*=\s*(?:"[^"]*"|'[^']*')\s*)+)\/?>/gi;
const plainLink = /<a\s+href\s*=\s*"([^"\s()<>]+)"\s*>([^<>[\]]+)<\/a>/gi;
const templateLoop = /\{%-?\s*for\b(?:(?!\{%)[\s\S]){0,2000}\{%-?\s*endfor\s*-?%\}/g;
const latexLabel = /\\label\{[^}]*\}/g;

function kindOf(words: string): CalloutKind | undefined {
  if (/warn|alert|danger|caution|achtung|vorsicht/i.test(words)) return 'warning';
  if (/\btip|tipp|success/i.test(words)) return 'tip';
  if (/important|wichtig/i.test(words)) return 'important';
  return /box|note|info|hint|hinweis|admonition|callout|aside|exkurs/i.test(words) ? 'note' : undefined;
}

function attributeIn(attributes: string, name: string): string {
  return new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i').exec(attributes)?.slice(1).find((value) => value !== undefined) ?? '';
}

/** Prefixes a box's lines as a quote. A box without words leaves nothing. */
function asCallout({ kind, lines }: Box): readonly string[] {
  if (kind === undefined) return ['', ...lines, ''];
  const first = lines.findIndex((line) => line.trim() !== '');
  if (first < 0) return [];
  const last = lines.findLastIndex((line) => line.trim() !== '');
  const quoted = lines.slice(first, last + 1).map((line) => (line.trim() === '' ? '>' : `> ${line}`));
  return ['', `> [!${kind.toUpperCase()}]`, ...quoted, ''];
}

function withoutInlineOrders(line: string): string {
  return line
    .replace(headingAttributes, (whole, heading: string, attributes: string) => {
      const name = /#([\w-]+)/.exec(attributes)?.[1];
      if (name !== undefined) return `${heading} {#${name}}`;
      return /^\s*[.:]/.test(attributes) || whole.includes('{:') ? heading : whole;
    })
    .replace(attributesBehind, '')
    .replace(latexLabel, '')
    .replace(picture, (_whole, attributes: string) => {
      const words = attributeIn(attributes, 'alt').replace(/^image$/i, '').replace(/[[\]\n]/g, ' ');
      const source = attributeIn(attributes, 'src');
      return /[\s()<>]/.test(source) ? `![${words}](<${source.replace(/[<>]/g, '')}>)` : `![${words}](${source})`;
    })
    .replace(plainLink, '[$2]($1)');
}

/**
 * Turns what other programs understand in Markdown files into what this one does: boxes become callouts, layout
 * wrappers, attribute lists and template orders go, pictures and links written as HTML become Markdown. Code is left
 * alone. The number of lines changes.
 */
export function adaptForeignSyntax(markdown: string): string {
  const result: string[] = [];
  const boxes: Box[] = [];
  let openFence: string | undefined;
  const put = (...lines: readonly string[]): void => {
    const target = boxes.at(-1)?.lines ?? result;
    target.push(...lines);
  };
  const close = (family: Box['family']): boolean => {
    if (boxes.at(-1)?.family !== family) return false;
    const box = boxes.pop();
    if (box !== undefined) put(...asCallout(box));
    return true;
  };
  for (const line of withoutComments(markdown).split('\n')) {
    const mark = fence.exec(line)?.[1];
    if (openFence !== undefined) {
      if (mark !== undefined && mark.startsWith(openFence) && line.trim() === mark) openFence = undefined;
      put(line);
      continue;
    }
    if (mark !== undefined) {
      openFence = mark;
      put(line);
      continue;
    }
    const include = boxInclude.exec(line)?.[1]?.toLowerCase();
    const div = divOpening.exec(line);
    const colons = colonsOpening.exec(line);
    if (orders.test(line)) continue;
    if (include !== undefined) {
      if (/suffix|end/.test(include)) close('include');
      else boxes.push({ family: 'include', kind: 'note', lines: [] });
    } else if (div !== null) boxes.push({ family: 'div', kind: kindOf(attributeIn(div[1] ?? '', 'class')), lines: [] });
    else if (divClosing.test(line) && close('div')) continue;
    else if (colons !== null) {
      const title = (colons[3] ?? '').trim();
      boxes.push({ family: 'colons', kind: kindOf(colons[1] ?? colons[2] ?? ''), lines: title === '' ? [] : [`**${title}**`, ''] });
    }
    else if (colonsClosing.test(line) && close('colons')) continue;
    else put(withoutInlineOrders(line));
  }
  while (boxes.length > 0) {
    // Never closed: its words stay, its frame goes.
    const { lines } = boxes.pop() ?? { lines: [] };
    put(...lines);
  }
  return result.join('\n').replace(/\n{3,}/g, '\n\n').trim();
}

/* Comments and template loops over several lines. Inside of code they are text; a text with both keeps its comments. */
function withoutComments(markdown: string): string {
  if (/^ {0,3}(?:```|~~~)/m.test(markdown)) return markdown;
  return markdown.replace(/<!--(?:(?!-->)[\s\S]){0,5000}-->/g, '').replace(templateLoop, '');
}
