import MarkdownParser from 'markdown-it';
import type { Env, MarkdownIt, Token } from 'markdown-it';
import { autolinks, blocks, calloutKindOf, footnotes } from '#text/shared';
import { blockHolders } from './document.js';
import type { DocMark, DocNode } from './document.js';

/** Why a text cannot be shown in the rich editor without losing something. */
export type SourceOnlyReason = 'html' | 'footnotes' | 'mixedList' | 'structure';

export interface ParsedDocument {
  readonly doc: DocNode;
  /** Markdown of each top level block, undefined where it cannot stand alone. */
  readonly sources: readonly (string | undefined)[];
  readonly sourceOnly: ReadonlySet<SourceOnlyReason>;
}

interface TokenTree {
  readonly token: Token;
  readonly children: readonly TokenTree[];
}

let parser: MarkdownIt | undefined;

function markdownParser(): MarkdownIt {
  parser ??= new MarkdownParser({ html: true, linkify: true, maxNesting: 100 }).use(footnotes).use(blocks).use(autolinks);
  return parser;
}

function treesOf(tokens: readonly Token[]): readonly TokenTree[] {
  const roots: TokenTree[] = [];
  const stack: TokenTree[][] = [roots];
  for (const token of tokens) {
    if (token.nesting === -1) {
      stack.pop();
      continue;
    }
    const children: TokenTree[] = [];
    stack.at(-1)?.push({ token, children });
    if (token.nesting === 1) stack.push(children);
  }
  return roots;
}

const markTypes: Readonly<Record<string, DocMark['type']>> = { strong: 'bold', em: 'italic', s: 'strike' };
const lineBreak = /^<br\s*\/?>$/i;

function attributesOf(token: Token): Readonly<Record<string, string>> {
  return Object.fromEntries((token.attrs ?? []).map(([name, value]) => [name, String(value)]));
}

/** Reads one document; collects on its way what the editor could not keep. */
class DocumentReader {
  readonly sourceOnly = new Set<SourceOnlyReason>();

  blocks(trees: readonly TokenTree[]): readonly DocNode[] {
    return trees.flatMap((tree) => this.block(tree) ?? []);
  }

  private block({ token, children }: TokenTree): DocNode | undefined {
    const info = attributesOf(token);
    switch (token.type) {
      case 'paragraph_open':
        return this.textBlock('paragraph', children);
      case 'heading_open':
        return { ...this.textBlock('heading', children), attrs: { level: Number(token.tag.slice(1)), anchor: info.id ?? null } };
      case 'bullet_list_open':
      case 'ordered_list_open':
        return this.list(token, children);
      case 'blockquote_open':
        if (token.tag !== 'div') return { type: 'blockquote', content: this.filled(children) };
        return { type: 'callout', attrs: { kind: calloutKindOf((info.class ?? '').split('-').at(-1) ?? '') ?? 'note' }, content: this.filled(children) };
      case 'fence':
      case 'code_block': {
        const text = token.content.replace(/\n$/, '');
        return { type: 'codeBlock', attrs: { language: token.info.trim() || null }, content: text === '' ? [] : [{ type: 'text', text }] };
      }
      case 'hr':
        return { type: 'horizontalRule' };
      case 'table_open':
        return this.table(children);
      case 'footnotes_open':
        this.sourceOnly.add('footnotes');
        return undefined;
      case 'html_block':
        this.sourceOnly.add('html');
        return undefined;
      default:
        this.sourceOnly.add('structure');
        return undefined;
    }
  }

  private filled(children: readonly TokenTree[]): readonly DocNode[] {
    const content = this.blocks(children);
    return content.length === 0 ? [{ type: 'paragraph' }] : content;
  }

  private list(token: Token, items: readonly TokenTree[]): DocNode {
    const tasks = items.filter((item) => attributesOf(item.token).class === 'text-task').length;
    if (tasks > 0 && (tasks < items.length || token.type === 'ordered_list_open')) this.sourceOnly.add('mixedList');
    const loose = items.some((item) => item.children.some((child) => child.token.type === 'paragraph_open' && !child.token.hidden));
    const content = items.map((item): DocNode => {
      const inner = this.blocks(item.children);
      const filled = inner[0]?.type === 'paragraph' ? inner : [{ type: 'paragraph' }, ...inner];
      if (tasks === 0) return { type: 'listItem', content: filled };
      const mark = item.children[0]?.children[0]?.token.children?.[0];
      return { type: 'taskItem', attrs: { checked: mark?.meta?.isDone === true }, content: filled };
    });
    if (token.type === 'ordered_list_open') return { type: 'orderedList', attrs: { start: Number(token.attrGet('start') ?? 1), loose }, content };
    return { type: tasks > 0 ? 'taskList' : 'bulletList', attrs: { loose }, content };
  }

  private table(sections: readonly TokenTree[]): DocNode {
    const rows = sections.flatMap((section) => section.children);
    return {
      type: 'table',
      content: rows.map((row) => ({
        type: 'tableRow',
        content: row.children.map((cell) => ({
          type: cell.token.type === 'th_open' ? 'tableHeader' : 'tableCell',
          attrs: { align: /text-align-(\w+)/.exec(attributesOf(cell.token).class ?? '')?.[1] ?? null },
          content: [this.textBlock('paragraph', cell.children)],
        })),
      })),
    };
  }

  private textBlock(type: string, [inline]: readonly TokenTree[]): DocNode {
    const content = this.inline(inline?.token.children ?? []);
    return content.length === 0 ? { type } : { type, content };
  }

  private inline(tokens: readonly Token[]): readonly DocNode[] {
    const nodes: DocNode[] = [];
    let marks: readonly DocMark[] = [];
    const push = (node: DocNode): void => {
      const last = nodes.at(-1);
      const marked = marks.length === 0 ? node : { ...node, marks };
      if (node.type === 'text' && last?.type === 'text' && JSON.stringify(last.marks) === JSON.stringify(marked.marks)) {
        nodes[nodes.length - 1] = { ...last, text: `${last.text}${node.text}` };
      } else nodes.push(marked);
    };
    const text = (content: string): void => {
      const words = nodes.length === 0 ? content.replace(/^[ \t]+/, '') : content;
      if (words !== '') push({ type: 'text', text: words });
    };
    for (const token of tokens) {
      const type = markTypes[token.tag];
      if (token.type === 'text') text(token.content);
      else if (token.type === 'softbreak') text(' ');
      else if (token.type === 'hardbreak' || (token.type === 'html_inline' && lineBreak.test(token.content))) push({ type: 'hardBreak' });
      else if (token.type === 'code_inline') {
        marks = [...marks, { type: 'code' }];
        push({ type: 'text', text: token.content });
        marks = marks.slice(0, -1);
      } else if (type !== undefined && token.nesting === 1) marks = [...marks, { type }];
      else if (type !== undefined) marks = marks.filter((mark) => mark.type !== type);
      else if (token.type === 'link_open') {
        const { href = '', title } = attributesOf(token);
        marks = [...marks, { type: 'link', attrs: { href, title: title ?? null } }];
      } else if (token.type === 'link_close') marks = marks.filter((mark) => mark.type !== 'link');
      else if (token.type === 'image') {
        const { src = '', title } = attributesOf(token);
        push({ type: 'image', attrs: { src, alt: token.content, title: title ?? null } });
      } else if (token.type === 'html_inline') this.sourceOnly.add('html');
      else if (token.type === 'footnote_citation') this.sourceOnly.add('footnotes');
      else if (token.type !== 'task_mark') this.sourceOnly.add('structure');
    }
    return nodes;
  }
}

/* A block whose source can be put back as it is: it ends by itself and needs nothing from elsewhere in the text. */
function sourceOf({ token }: TokenTree, lines: readonly string[]): string | undefined {
  if (token.map === null) return undefined;
  const source = lines.slice(token.map[0], token.map[1]).join('\n').trimEnd();
  if (token.type === 'fence' && !new RegExp(`\\n {0,3}${token.markup.charAt(0)}{${token.markup.length},}\\s*$`).test(source)) return undefined;
  return token.type === 'code_block' ? undefined : source;
}

/** The blank behind the last word, see the writing of it. */
function withLastBlank(nodes: readonly DocNode[], markdown: string): readonly DocNode[] {
  return markdown.endsWith(' ') ? blankBehind(nodes) : nodes;
}

function blankBehind(nodes: readonly DocNode[]): readonly DocNode[] {
  const last = nodes.at(-1);
  if (last?.content === undefined || last.content.length === 0) return nodes;
  const content = last.type === 'paragraph' ? [...last.content, { type: 'text', text: ' ' }] : blockHolders.has(last.type) ? blankBehind(last.content) : last.content;
  return [...nodes.slice(0, -1), { ...last, content }];
}

/** Reads Markdown into the editor's document, by the same rules by which the server renders it. */
export function markdownToDoc(markdown: string): ParsedDocument {
  const env: Env = {};
  const trees = treesOf(markdownParser().parse(markdown, env));
  const reader = new DocumentReader();
  const lines = markdown.split('\n');
  const pairs = trees.map((tree) => ({ tree, nodes: reader.blocks([tree]) }));
  if ((env.footnotes as { readonly definitions?: ReadonlyMap<string, string> } | undefined)?.definitions?.size ?? 0) reader.sourceOnly.add('footnotes');
  const hasReferences = Object.keys(env.references ?? {}).length > 0;
  const content = withLastBlank(pairs.flatMap(({ nodes }) => nodes), markdown);
  return {
    doc: { type: 'doc', content: content.length === 0 ? [{ type: 'paragraph' }] : content },
    sources: pairs.filter(({ nodes }) => nodes.length > 0).map(({ tree }) => (hasReferences ? undefined : sourceOf(tree, lines))),
    sourceOnly: reader.sourceOnly,
  };
}
