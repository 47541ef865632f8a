import { Suspense, lazy, useId } from 'react';
import type { ReactNode } from 'react';
import { useLocale } from '#platform/web';
import { textTexts } from '../text-texts.js';
import type { MarkdownEditorProps } from './editor.props.js';
import classes from './editor.module.css';

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
