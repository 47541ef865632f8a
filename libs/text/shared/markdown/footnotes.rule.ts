import type { Env, MarkdownIt, StateBlock, StateCore, StateInline, Token } from 'markdown-it';

interface Footnotes {
  readonly definitions: Map<string, string>;
  /** Labels in the order in which the text first names them; the number of a footnote is its place here. */
  readonly cited: string[];
  readonly citations: Map<string, number>;
}

const definitionStart = /^\[\^([^\]\s^[]{1,60})\]:[ \t]*/;
const citation = /\[\^([^\]\s^[]{1,60})\]/y;

function footnotesOf(env: Env): Footnotes {
  env.footnotes ??= { definitions: new Map(), cited: [], citations: new Map() } satisfies Footnotes;
  return env.footnotes as Footnotes;
}

/** `[^1]: text`, continued by indented lines, or by plain lines up to the next blank one. */
function readDefinition(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  const first = state.src.slice((state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0), state.eMarks[startLine]);
  const start = definitionStart.exec(first);
  if (start === null) return false;
  if (silent) return true;
  const lines = [first.slice(start[0].length)];
  let line = startLine + 1;
  let afterBlank = false;
  for (; line < endLine; line += 1) {
    if (state.isEmpty(line)) {
      afterBlank = true;
      lines.push('');
      continue;
    }
    const indent = (state.sCount[line] ?? 0) - state.blkIndent;
    if (indent < 0) break;
    const text = state.getLines(line, line + 1, state.blkIndent, false);
    if (indent < 2 && (afterBlank || definitionStart.test(text))) break;
    lines.push(text.replace(/^(?: {1,4}|\t)/, ''));
    afterBlank = false;
  }
  while (lines.at(-1) === '') {
    lines.pop();
    line -= 1;
  }
  const { definitions } = footnotesOf(state.env);
  const label = start[1] ?? '';
  if (!definitions.has(label)) definitions.set(label, lines.join('\n'));
  state.line = Math.max(line, startLine + 1);
  return true;
}

function readCitation(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x5b) return false;
  citation.lastIndex = state.pos;
  const found = citation.exec(state.src);
  const footnotes = footnotesOf(state.env);
  const label = found?.[1] ?? '';
  if (found === null || citation.lastIndex > state.posMax || !footnotes.definitions.has(label)) return false;
  if (!silent) {
    const earlier = footnotes.citations.get(label) ?? 0;
    footnotes.citations.set(label, earlier + 1);
    if (earlier === 0) footnotes.cited.push(label);
    const token = state.push('footnote_citation', '', 0);
    token.meta = { number: footnotes.cited.indexOf(label) + 1, occurrence: earlier + 1 };
  }
  state.pos = citation.lastIndex;
  return true;
}

/** Puts the cited footnotes behind the text. A footnote may cite others, which then follow. */
function appendFootnotes(state: StateCore): void {
  const footnotes = footnotesOf(state.env);
  if (footnotes.cited.length === 0) return;
  const push = (type: string, tag: string, nesting: -1 | 0 | 1, meta: Record<string, unknown> | null = null): Token => {
    const token = new state.Token(type, tag, nesting);
    token.block = true;
    token.meta = meta;
    state.tokens.push(token);
    return token;
  };
  push('footnotes_open', '', 1);
  for (let index = 0; index < footnotes.cited.length; index += 1) {
    const tokens: Token[] = [];
    state.md.block.parse(footnotes.definitions.get(footnotes.cited[index] ?? '') ?? '', state.md, state.env, tokens);
    for (const token of tokens) {
      if (token.type === 'inline') state.md.inline.parse(token.content, state.md, state.env, (token.children = []));
    }
    const back = new state.Token('footnote_back', '', 0);
    back.meta = { number: index + 1 };
    const lastInline = tokens.at(-1)?.type === 'paragraph_close' ? tokens.at(-2) : undefined;
    lastInline?.children?.push(back);
    push('footnote_open', '', 1, { number: index + 1 });
    state.tokens.push(...tokens, ...(lastInline === undefined ? [back] : []));
    push('footnote_close', '', -1);
  }
  push('footnotes_close', '', -1);
}

function numberOf(tokens: readonly Token[], index: number): string {
  return String(tokens[index]?.meta?.number);
}

/** Footnotes `[^1]` with `[^1]: text` anywhere in the document, numbered in the order of their citation. */
export function footnotes(md: MarkdownIt): void {
  md.block.ruler.before('reference', 'footnote_definition', readDefinition, { alt: ['paragraph'] });
  md.inline.ruler.before('link', 'footnote_citation', readCitation);
  md.core.ruler.after('inline', 'footnotes', appendFootnotes);
  md.renderer.rules.footnote_citation = (tokens, index) => {
    const number = numberOf(tokens, index);
    const occurrence = tokens[index]?.meta?.occurrence;
    const id = occurrence === 1 ? `fnref-${number}` : `fnref-${number}-${String(occurrence)}`;
    return `<sup class="text-footnote"><a id="${id}" href="#fn-${number}">${number}</a></sup>`;
  };
  md.renderer.rules.footnote_back = (tokens, index) =>
    ` <a class="text-footnote-back" href="#fnref-${numberOf(tokens, index)}">↩</a>`;
  md.renderer.rules.footnote_open = (tokens, index) => `<li id="fn-${numberOf(tokens, index)}">`;
  md.renderer.rules.footnote_close = () => '</li>';
  md.renderer.rules.footnotes_open = () => '<div class="text-footnotes"><ol>';
  md.renderer.rules.footnotes_close = () => '</ol></div>';
}
