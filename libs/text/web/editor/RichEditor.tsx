import { EditorContent, useEditor } from '@tiptap/react';
import type { Editor, JSONContent } from '@tiptap/react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useLocale, useTexts } from '#platform/web';
import type { RichView } from '../markdown/rich-view.js';
import { textTexts } from '../text-texts.js';
import { editorExtensions } from './editor.extensions.js';
import { LinkDialog } from './LinkDialog.js';
import { MentionList, mentionOptionId, type MentionPlace } from './MentionList.js';
import { closesUp, mentionQueryIn, needsBlankBefore, useMentions } from './mentions.js';
import { MarkdownWriter } from './markdown-writer.js';
import { cleanedPaste } from './pasted-html.js';
import { RichToolbar } from './RichToolbar.js';
import type { EditorViewProps } from './SourceEditor.js';
import classes from './editor.module.css';
import '../reading/text.css';

/* Typing stays smooth and others (counting, saving) are not asked at every key. */
const writeDelayMs = 250;

interface RichEditorProps extends EditorViewProps {
  readonly view: Extract<RichView, { readonly kind: 'rich' }>;
  /** The Markdown the view was made of. */
  readonly original: string;
  readonly onSource: () => void;
}

/** Writes as one reads: TipTap over the document that Markdown can hold. */
export function RichEditor({ id, labelledBy, describedBy, isInvalid, isReadOnly, autoFocus, onChange, tools, mentions: source, onSubmit, view, original, onSource }: RichEditorProps) {
  const t = useTexts(textTexts);
  const { locale } = useLocale();
  const [isLinking, setLinking] = useState(false);
  const writer = useRef<MarkdownWriter>(undefined);
  const pending = useRef<ReturnType<typeof setTimeout>>(undefined);
  const change = useRef(onChange);
  useEffect(() => {
    change.current = onChange;
  });

  const extensions = useMemo(
    () =>
      editorExtensions({
        callouts: { note: t('editor.callout.note'), tip: t('editor.callout.tip'), important: t('editor.callout.important'), warning: t('editor.callout.warning') },
        task: (text) => t('editor.task', { text }),
        image: (alt) => (alt === '' ? t('editor.imageUnnamed') : t('editor.image', { alt })),
      }),
    [t],
  );

  const write = (editor: Editor): void => {
    clearTimeout(pending.current);
    pending.current = undefined;
    if (writer.current !== undefined) change.current(writer.current.write(editor.state.doc));
  };

  const made = useRef<Editor>(undefined);
  // Behind the blank that came with a name, until something else is written.
  const behindName = useRef(-1);
  const [place, setPlace] = useState<MentionPlace>();
  const mentions = useMentions(source, ({ accountId, name }, { length }) => {
    const { current } = made;
    if (current === undefined) return;
    const { from, $from } = current.state.selection;
    const isBlankNeeded = needsBlankBefore($from.parent.textBetween($from.parentOffset, $from.parent.content.size, undefined, '\n'));
    current
      .chain()
      .focus()
      .insertContentAt({ from: from - length, to: from }, [
        { type: 'text', text: `@${name}`, marks: [{ type: 'link', attrs: { href: `/person/${accountId}` } }] },
        ...(isBlankNeeded ? [{ type: 'text', text: ' ' }] : []),
      ])
      .unsetMark('link')
      .run();
    behindName.current = isBlankNeeded ? current.state.selection.from : -1;
  });
  const lookForMention = (current: Editor): void => {
    const { selection } = current.state;
    if (source === undefined) return;
    const { parent, parentOffset } = selection.$from;
    // A picture or a line break counts as one sign, as it does in positions.
    const before = selection.empty && !current.isActive('code') && !current.isActive('codeBlock') ? parent.textBetween(0, parentOffset, undefined, '\n') : '';
    mentions.look(before);
    if (mentionQueryIn(before) === undefined) return;
    const { left, top, bottom } = current.view.coordsAtPos(selection.from);
    setPlace({ left: left - 12, top, bottom });
  };
  // What the editor calls was given to it once; it shall reach what is shown now.
  const live = useRef({ mentions, lookForMention, onSubmit });
  useEffect(() => {
    live.current = { mentions, lookForMention, onSubmit };
  });

  // After Escape, the next Tab leaves the field instead of indenting a list or walking through a table.
  const leavesByTab = useRef(false);

  const editor = useEditor(
    {
      extensions,
      content: view.doc as JSONContent,
      editable: !isReadOnly,
      // The page's rules allow no style elements; the style sheet comes with the bundle.
      injectCSS: false,
      immediatelyRender: true,
      shouldRerenderOnTransaction: false,
      onCreate: ({ editor: created }) => {
        writer.current = new MarkdownWriter(created.state.doc, view.sources, original);
        made.current = created;
      },
      onUpdate: ({ editor: updated }) => {
        clearTimeout(pending.current);
        pending.current = setTimeout(() => write(updated), writeDelayMs);
        live.current.lookForMention(updated);
      },
      onSelectionUpdate: ({ editor: moved }) => {
        if (live.current.mentions.isOpen) live.current.lookForMention(moved);
      },
      onBlur: ({ editor: left }) => {
        live.current.mentions.close();
        if (pending.current !== undefined) write(left);
      },
      editorProps: {
        attributes: {
          id: `${id}-text`,
          class: `text ${classes.text}`,
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-labelledby': labelledBy,
          'aria-describedby': describedBy,
          ...(isInvalid && { 'aria-invalid': 'true' }),
          ...(isReadOnly && { 'aria-readonly': 'true' }),
          ...(source !== undefined && { 'aria-autocomplete': 'list', 'aria-haspopup': 'listbox' }),
          lang: locale,
          spellcheck: 'true',
        },
        transformPastedHTML: cleanedPaste,
        handleTextInput: (view, from, to, text) => {
          const isBehindName = from === behindName.current && from === to;
          behindName.current = -1;
          if (!isBehindName || !closesUp(text)) return false;
          view.dispatch(view.state.tr.insertText(text, from - 1, to).removeMark(from - 1, from - 1 + text.length));
          return true;
        },
        handleDOMEvents: {
          keydown: (_view, event) => {
            if (live.current.mentions.onKey(event.key)) {
              event.preventDefault();
              event.stopPropagation();
              return true;
            }
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && live.current.onSubmit !== undefined) {
              event.preventDefault();
              if (made.current !== undefined) write(made.current);
              live.current.onSubmit();
              return true;
            }
            const leaves = event.key === 'Tab' && leavesByTab.current;
            if (event.key !== 'Shift') leavesByTab.current = event.key === 'Escape';
            if (event.altKey && event.key === 'F10') {
              event.preventDefault();
              document.querySelector<HTMLElement>(`[aria-controls="${id}-text"] button[tabindex="0"]`)?.focus();
              return true;
            }
            if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k') {
              event.preventDefault();
              setLinking(true);
              return true;
            }
            return leaves;
          },
        },
      },
    },
    [],
  );

  useEffect(
    () => () => {
      // Leaving the page or the view within the delay must not lose the last words.
      if (pending.current !== undefined && !editor.isDestroyed) write(editor);
    },
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [editor],
  );

  // Nor must closing the window or the phone: what is kept elsewhere is kept before that page is gone.
  useEffect(() => {
    const handOver = (): void => {
      if (pending.current !== undefined && !editor.isDestroyed) flushSync(() => write(editor));
    };
    const onHidden = (): void => {
      if (document.visibilityState === 'hidden') handOver();
    };
    window.addEventListener('pagehide', handOver, true);
    document.addEventListener('visibilitychange', onHidden, true);
    return () => {
      window.removeEventListener('pagehide', handOver, true);
      document.removeEventListener('visibilitychange', onHidden, true);
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [editor]);

  // By hand: the editor's own way comes before its view stands in the page.
  const startsAt = useRef(autoFocus);
  useEffect(() => {
    const at = startsAt.current;
    if (at === false) return;
    const frame = requestAnimationFrame(() => {
      if (editor.isDestroyed) return;
      const { doc } = editor.state;
      // Behind a quotation one goes on with words of one's own, not inside of it.
      if (at === 'end' && doc.lastChild?.type.name !== 'paragraph') editor.commands.insertContentAt(doc.content.size, { type: 'paragraph' });
      editor.commands.focus(at === true ? 'start' : at);
    });
    return () => cancelAnimationFrame(frame);
  }, [editor]);

  // The editor writes the attributes of its field once; those of an open list come and go.
  const activeId = mentions.isOpen ? mentionOptionId(id, mentions.active) : undefined;
  useEffect(() => {
    // Not by the editor: its view comes a moment later than its page.
    const field = document.getElementById(`${id}-text`);
    if (activeId === undefined || field === null) return;
    field.setAttribute('aria-controls', `${id}-mentions`);
    field.setAttribute('aria-activedescendant', activeId);
    return () => {
      field.removeAttribute('aria-controls');
      field.removeAttribute('aria-activedescendant');
    };
  }, [id, activeId]);

  return (
    <div className={classes.frame}>
      <RichToolbar
        editor={editor}
        isShort={tools === 'short'}
        controls={`${id}-text`}
        onLink={() => setLinking(true)}
        onSource={() => {
          if (pending.current !== undefined) write(editor);
          onSource();
        }}
      />
      <EditorContent editor={editor} />
      <MentionList id={id} mentions={mentions} place={place} />
      {isLinking && <LinkDialog editor={editor} onClose={() => setLinking(false)} />}
    </div>
  );
}
