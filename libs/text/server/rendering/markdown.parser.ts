import MarkdownParser from 'markdown-it';
import type { Env, MarkdownIt, Token } from 'markdown-it';
import { TEXT_LIMITS, autolinks, blocks, footnotes } from '#text/shared';

/** Tags whose content is not text. Left open, they would swallow the rest of the page. */
export const swallowingTags = [
  'iframe', 'math', 'noembed', 'noframes', 'noscript', 'option', 'plaintext', 'script', 'select', 'style', 'svg',
  'template', 'textarea', 'title', 'xmp',
] as const;

const swallowingOpening = new RegExp(`<(${swallowingTags.join('|')})(?=[\\s/>])`, 'gi');

/** Whether a piece of raw HTML opens something that it does not close again. */
function swallowsTheRest(html: string): boolean {
  if (html.startsWith('<!--') && !html.includes('-->', 4)) return true;
  const lowerCase = html.toLowerCase();
  return Array.from(html.matchAll(swallowingOpening)).some((opening) => !lowerCase.includes(`</${(opening[1] ?? '').toLowerCase()}`, opening.index));
}

function createParser(): MarkdownIt {
  const md = new MarkdownParser({
    // Imported files hold HTML. What comes out of the parser is therefore never shown before the sanitiser saw it.
    html: true,
    linkify: true,
    typographer: false,
    // A level above what the limit allows, so that a refusal can be told from a text that ends there.
    maxNesting: TEXT_LIMITS.nesting * 2 + 2,
  });
  md.use(footnotes).use(blocks).use(autolinks);
  const escapeHtml = md.utils.escapeHtml;
  const raw = (tokens: readonly Token[], index: number): string => {
    const html = tokens[index]?.content ?? '';
    return swallowsTheRest(html) ? escapeHtml(html) : html;
  };
  md.renderer.rules.html_inline = raw;
  md.renderer.rules.html_block = (tokens, index) => {
    const html = tokens[index]?.content ?? '';
    return swallowsTheRest(html) ? `<p>${escapeHtml(html)}</p>` : html;
  };
  return md;
}

const parser = createParser();

/** What came out of parsing: HTML that is not safe to show, and what tells whether it may be made at all. */
export interface ParsedMarkdown {
  /** Depth of the deepest block; beyond the parser's limit it drops content without a word. */
  readonly depth: number;
  /** Characters of all link targets and titles: a definition written once can be named thousands of times. */
  readonly attributesLength: number;
  /** Number of openings, closings and pieces of text. */
  readonly parts: number;
  readonly toUnsafeHtml: () => string;
}

function partsOf(tokens: readonly Token[]): number {
  return tokens.reduce((sum, { children }) => sum + 1 + (children?.length ?? 0), 0);
}

function attributesLengthOf(tokens: readonly Token[]): number {
  return tokens.reduce(
    (sum, { attrs, children }) =>
      sum + (attrs ?? []).reduce((own, [, value]) => own + String(value).length, 0) + (children === null ? 0 : attributesLengthOf(children)),
    0,
  );
}

/** Markdown (CommonMark, tables, strikethrough, task lists, footnotes, callouts, autolinks) to HTML. */
export function parseMarkdown(source: string): ParsedMarkdown {
  const env: Env = {};
  const tokens = parser.parse(source, env);
  return {
    depth: tokens.reduce((deepest, token) => Math.max(deepest, token.level), 0),
    attributesLength: attributesLengthOf(tokens),
    parts: partsOf(tokens),
    toUnsafeHtml: () => parser.renderer.render(tokens, parser.options, env),
  };
}
