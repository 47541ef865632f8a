import { EditorContent, useEditor } from '@tiptap/react';
import type { Editor, JSONContent } from '@tiptap/react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useLocale, useTexts } from '#platform/web';
import type { RichView } from '../markdown/rich-view.js';
import { textTexts } from '../text-texts.js';
import { editorExtensions } from './editor.extensions.js';
import { LinkDialog } from './LinkDialog.js';
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
export function RichEditor({ id, labelledBy, describedBy, isInvalid, isReadOnly, autoFocus, onChange, view, original, onSource }: RichEditorProps) {
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

  // After Escape, the next Tab leaves the field instead of indenting a list or walking through a table.
  const leavesByTab = useRef(false);

  const editor = useEditor(
    {
      extensions,
      content: view.doc as JSONContent,
      editable: !isReadOnly,
      autofocus: autoFocus ? 'start' : false,
      // The page's rules allow no style elements; the style sheet comes with the bundle.
      injectCSS: false,
      immediatelyRender: true,
      shouldRerenderOnTransaction: false,
      onCreate: ({ editor: created }) => {
        writer.current = new MarkdownWriter(created.state.doc, view.sources, original);
      },
      onUpdate: ({ editor: updated }) => {
        clearTimeout(pending.current);
        pending.current = setTimeout(() => write(updated), writeDelayMs);
      },
      onBlur: ({ editor: left }) => {
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
          lang: locale,
          spellcheck: 'true',
        },
        transformPastedHTML: cleanedPaste,
        handleDOMEvents: {
          keydown: (_view, event) => {
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

  return (
    <div className={classes.frame}>
      <RichToolbar
        editor={editor}
        controls={`${id}-text`}
        onLink={() => setLinking(true)}
        onSource={() => {
          if (pending.current !== undefined) write(editor);
          onSource();
        }}
      />
      <EditorContent editor={editor} />
      {isLinking && <LinkDialog editor={editor} onClose={() => setLinking(false)} />}
    </div>
  );
}
