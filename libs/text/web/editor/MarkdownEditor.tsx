import { Suspense, lazy, useId } from 'react';
import type { ReactNode } from 'react';
import { useLocale } from '#platform/web';
import { textTexts } from '../text-texts.js';
import classes from './editor.module.css';

/** How the text is written: as it will be read, or as Markdown. */
export type EditorMode = 'rich' | 'source';

export interface MarkdownEditorProps {
  /** Markdown. */
  readonly value: string;
  /** Called a moment after typing, and at once when the field is left. Never called without a change. */
  readonly onChange: (markdown: string) => void;
  readonly label: ReactNode;
  /** One sentence before the field. */
  readonly description?: ReactNode;
  readonly error?: ReactNode;
  /** The view it opens in; texts that the writing view cannot keep open as source all the same. */
  readonly mode?: EditorMode;
  readonly onModeChange?: (mode: EditorMode) => void;
  /** In signs as the server counts them. Too much may be typed and is said, never cut. */
  readonly maxLength?: number;
  readonly isReadOnly?: boolean;
  /** Puts the cursor into the text when it appears. */
  readonly autoFocus?: boolean;
}

// TipTap and the Markdown parser weigh more than everything else on the page; only who writes loads them.
const EditorFrame = lazy(() => import('./EditorFrame.js').then((module) => ({ default: module.EditorFrame })));

/** The field for long texts. Markdown goes in and out; what nobody changes comes out as it went in. */
export function MarkdownEditor(props: MarkdownEditorProps) {
  const id = useId();
  return (
    <Suspense fallback={<Waiting label={props.label} />}>
      <EditorFrame {...props} id={id} />
    </Suspense>
  );
}

function Waiting({ label }: { readonly label: ReactNode }) {
  const { locale } = useLocale();
  // Waiting for the words of the waiting would hide the whole page.
  const words = textTexts.loaded(locale)?.['editor.loading'];
  return (
    <div className={classes.field} aria-busy="true">
      <span className={classes.label}>{label}</span>
      <div className={classes.waiting}>{words}</div>
    </div>
  );
}
