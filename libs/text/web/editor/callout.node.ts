import { Node, mergeAttributes } from '@tiptap/core';
import { CALLOUT_KINDS } from '#text/shared';
import type { CalloutKind } from '#text/shared';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    callout: {
      /** Puts the selected blocks into a callout, or changes the kind of the one around the cursor. */
      setCallout: (kind: CalloutKind) => ReturnType;
      /** Takes the blocks out of their callout. */
      unsetCallout: () => ReturnType;
    };
  }
}

/** A framed hint; stored as a quote that begins with `[!NOTE]`. Its title is shown by the style sheet's class. */
export const Callout = Node.create<{ readonly titles: Readonly<Record<CalloutKind, string>> }>({
  name: 'callout',
  group: 'block',
  content: 'block+',
  defining: true,

  addOptions() {
    return { titles: { note: 'note', tip: 'tip', important: 'important', warning: 'warning' } };
  },

  addAttributes() {
    return {
      kind: {
        default: 'note',
        parseHTML: (element) => CALLOUT_KINDS.find((kind) => element.classList.contains(`text-callout-${kind}`)) ?? 'note',
        rendered: false,
      },
    };
  },

  parseHTML() {
    return [{ tag: 'div.text-callout' }];
  },

  renderHTML({ node, HTMLAttributes }) {
    const kind = node.attrs.kind as CalloutKind;
    const title = this.options.titles[kind];
    return [
      'div',
      mergeAttributes(HTMLAttributes, { class: `text-callout text-callout-${kind}`, role: 'note', 'aria-label': title }),
      ['div', { class: 'text-callout-title', contenteditable: 'false', 'aria-hidden': 'true' }, title],
      ['div', 0],
    ];
  },

  addCommands() {
    return {
      setCallout:
        (kind) =>
        ({ commands, editor }) =>
          editor.isActive(this.name) ? commands.updateAttributes(this.name, { kind }) : commands.wrapIn(this.name, { kind }),
      unsetCallout:
        () =>
        ({ commands }) =>
          commands.lift(this.name),
    };
  },
});
