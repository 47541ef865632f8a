import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import { calloutKindOf } from '../callout.kinds.js';

const calloutMarker = /^\[!([a-z]{2,12})\][ \t]*(?:\n|$)/i;
const taskMarker = /^\[([ xX])\](?=\s|$)/;
const headingName = /\s*\{\s*#([\w-]{1,80})[^{}]*\}\s*$/;
const alignment = /^text-align:(left|right|center)$/;

/** Quotes that begin with `[!NOTE]` become callouts. */
function markCallouts(state: StateCore): void {
  const openings: Token[] = [];
  const dropped = new Set<Token | undefined>();
  state.tokens.forEach((token, index) => {
    if (token.type === 'blockquote_close') token.tag = openings.pop()?.tag ?? token.tag;
    if (token.type !== 'blockquote_open') return;
    openings.push(token);
    const [paragraph, inline, end] = state.tokens.slice(index + 1, index + 4);
    if (paragraph?.type !== 'paragraph_open' || inline === undefined) return;
    const marker = calloutMarker.exec(inline.content);
    const kind = calloutKindOf(marker?.[1] ?? '');
    if (marker === null || kind === undefined) return;
    token.tag = 'div';
    token.attrSet('class', `text-callout text-callout-${kind}`);
    inline.content = inline.content.slice(marker[0].length);
    if (inline.content === '') [paragraph, inline, end].forEach((part) => dropped.add(part));
  });
  if (dropped.size > 0) state.tokens = state.tokens.filter((token) => !dropped.has(token));
}

/** List items that begin with `[ ]` or `[x]`. */
function markTasks(state: StateCore): void {
  state.tokens.forEach((token, index) => {
    if (token.type !== 'list_item_open' || state.tokens[index + 1]?.type !== 'paragraph_open') return;
    const children = state.tokens[index + 2]?.children ?? [];
    const first = children[0];
    const marker = first?.type === 'text' ? taskMarker.exec(first.content) : null;
    if (first === undefined || marker === null) return;
    first.content = first.content.slice(marker[0].length);
    const mark = new state.Token('task_mark', '', 0);
    mark.meta = { isDone: marker[1] !== ' ' };
    children.unshift(mark);
    token.attrSet('class', 'text-task');
  });
}

/** `## Heading {#name}` as other tools write it; cell alignment as class, because the page allows no style attributes. */
function readAttributes(state: StateCore): void {
  state.tokens.forEach((token, index) => {
    if (token.type === 'heading_open') {
      const last = state.tokens[index + 1]?.children?.at(-1);
      const name = last?.type === 'text' ? headingName.exec(last.content) : null;
      if (last === undefined || name === null) return;
      last.content = last.content.slice(0, name.index);
      token.attrSet('id', name[1] ?? '');
    }
    if (token.type === 'td_open' || token.type === 'th_open') {
      const aligned = alignment.exec(String(token.attrGet('style') ?? ''))?.[1];
      token.attrs = aligned === undefined ? null : [['class', `text-align-${aligned}`]];
    }
  });
}

/** Callouts, task lists, names of headings, alignment of table cells. */
export function blocks(md: MarkdownIt): void {
  md.core.ruler.after('block', 'callouts', markCallouts);
  md.core.ruler.after('inline', 'tasks', markTasks);
  md.core.ruler.after('inline', 'attributes', readAttributes);
  md.renderer.rules.task_mark = (tokens, index) =>
    tokens[index]?.meta?.isDone === true
      ? '<span class="text-check text-check-done"></span>'
      : '<span class="text-check"></span>';
}
