import { Extension, textblockTypeInputRule } from '@tiptap/core';
import type { Extensions } from '@tiptap/core';
import { Image } from '@tiptap/extension-image';
import { BulletList, OrderedList, TaskItem, TaskList } from '@tiptap/extension-list';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import { StarterKit } from '@tiptap/starter-kit';
import { DOMParser, type ParseOptions, type Slice } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { Code } from '@tiptap/extension-code';
import { Heading } from '@tiptap/extension-heading';
import type { CalloutKind } from '#text/shared';
import { Callout } from './callout.node.js';
import { isLinkable } from './link-address.js';
import { applyPastedStyles } from './pasted-html.js';

/** Words that stand inside of the text while it is edited. */
export interface EditorWords {
  readonly callouts: Readonly<Record<CalloutKind, string>>;
  readonly task: (text: string) => string;
  readonly image: (alt: string) => string;
}

/* Kept from reading to writing, never shown. */
const kept = (name: string, initial: unknown) => ({ [name]: { default: initial, rendered: false, keepOnSplit: false } });

// A list knows whether its items are set apart, so that opening and saving does not pull them together.
const bulletList = BulletList.extend({ addAttributes: () => kept('loose', false) });
const orderedList = OrderedList.extend({
  addAttributes() {
    return { ...this.parent?.(), ...kept('loose', false) };
  },
});
const taskList = TaskList.extend({ addAttributes: () => kept('loose', false) });

const heading = Heading.extend({
  addAttributes() {
    return { ...this.parent?.(), ...kept('anchor', null) };
  },
  // Level 1 is the page's title; one sign more or less makes no difference to who types it.
  addInputRules() {
    return [
      [2, /^#{1,2}\s$/],
      [3, /^#{3}\s$/],
      [4, /^#{4,6}\s$/],
    ].map(([level, find]) => textblockTypeInputRule({ find: find as RegExp, type: this.type, getAttributes: { level } }));
  },
});

// Words may be code and bold or linked at once; Markdown can say that, so the editor must not drop it.
const code = Code.extend({ excludes: '' });

// A cell holds one line: more than that a Markdown table cannot keep.
const oneLine = { content: 'paragraph' };

/* Enter would split the paragraph of a cell, which it cannot hold. */
const breaksInCells = Extension.create({
  name: 'breaksInCells',
  priority: 1000,
  addKeyboardShortcuts() {
    return { Enter: ({ editor }) => editor.isActive('table') && editor.commands.setHardBreak() };
  },
});

class PastedParser extends DOMParser {
  override parseSlice(pasted: HTMLElement, options?: ParseOptions): Slice {
    applyPastedStyles(pasted);
    return super.parseSlice(pasted, options);
  }
}

/* What is pasted comes with styles instead of marks; see there. */
const pastedStyles = Extension.create({
  name: 'pastedStyles',
  addProseMirrorPlugins() {
    const { schema } = this.editor;
    return [new Plugin({ props: { clipboardParser: new PastedParser(schema, DOMParser.fromSchema(schema).rules) } })];
  },
});

function picture(words: EditorWords) {
  return Image.extend({
    parseHTML() {
      // Pictures of pasted pages lie on other hosts; loading them would tell those hosts who is writing.
      return [{ tag: 'img[src^="/"]:not([src^="//"])' }];
    },
    renderHTML({ node }) {
      const { src, alt, title } = node.attrs as Readonly<Record<string, string | null>>;
      const isOwn = /^\/(?![/\\])/.test(src ?? '');
      if (isOwn) return ['img', { src, alt: alt ?? '', ...(title && { title }) }];
      return ['span', { class: 'text-missing-image', contenteditable: 'false' }, words.image(alt ?? '')];
    },
  }).configure({ inline: true, allowBase64: false });
}

const table = Table.extend({
  // The original writes column widths as style attributes, which the page's rules forbid.
  renderHTML: () => ['div', { class: 'text-scroll' }, ['table', ['tbody', 0]]],
});

/** Everything the editor can hold: exactly what Markdown can say and the server shows. */
export function editorExtensions(words: EditorWords): Extensions {
  return [
    StarterKit.configure({
      heading: false,
      code: false,
      bulletList: false,
      orderedList: false,
      underline: false,
      link: {
        openOnClick: false,
        autolink: true,
        defaultProtocol: 'https',
        protocols: ['http', 'https', 'mailto', 'tel'],
        HTMLAttributes: { rel: 'noopener noreferrer nofollow', target: null },
        isAllowedUri: isLinkable,
        // Host names without scheme could be file names: `.md` is a top level domain.
        shouldAutoLink: (url) => /^(?:https?:\/\/|www\.|mailto:)|^[^/\s]+@/.test(url),
      },
    }),
    heading.configure({ levels: [1, 2, 3, 4, 5, 6] }),
    code,
    bulletList,
    orderedList,
    taskList,
    TaskItem.configure({ nested: true, a11y: { checkboxLabel: (node) => words.task(node.firstChild?.textContent ?? '') } }),
    table.configure({ resizable: false }),
    TableRow,
    TableHeader.extend(oneLine),
    TableCell.extend(oneLine),
    picture(words),
    Callout.configure({ titles: words.callouts }),
    breaksInCells,
    pastedStyles,
  ];
}
