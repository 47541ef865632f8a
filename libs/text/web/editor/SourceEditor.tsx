import { IconMarkdown } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTexts } from '#platform/web';
import { textTexts } from '../text-texts.js';
import { ToolButton, Toolbar } from './Toolbar.js';
import classes from './editor.module.css';

/** What both views of the editor are told. */
export interface EditorViewProps {
  readonly id: string;
  readonly labelledBy: string;
  readonly describedBy: string;
  readonly isInvalid: boolean;
  readonly isReadOnly: boolean;
  readonly autoFocus: boolean;
  readonly onChange: (markdown: string) => void;
}

/** The Markdown itself, in a plain field that keeps every sign. */
export function SourceEditor({ id, labelledBy, describedBy, isInvalid, isReadOnly, autoFocus, onChange, value, onRich }: EditorViewProps & { readonly value: string; readonly onRich: () => void }) {
  const t = useTexts(textTexts);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (autoFocus) field.current?.focus();
  }, [autoFocus]);
  return (
    <div className={classes.frame}>
      <Toolbar label={t('editor.toolbar')} controls={`${id}-text`} onLeave={() => field.current?.focus()}>
        <ToolButton label={t('editor.source')} isPressed onClick={onRich}>
          <IconMarkdown size={20} aria-hidden="true" />
          <span>{t('editor.source')}</span>
        </ToolButton>
        <span className={classes.hint}>{t('editor.sourceHint')}</span>
      </Toolbar>
      <textarea
        ref={field}
        id={`${id}-text`}
        className={classes.source}
        value={value}
        readOnly={isReadOnly}
        rows={Math.min(40, Math.max(14, value.split('\n').length + 2))}
        spellCheck
        aria-labelledby={labelledBy}
        aria-describedby={describedBy}
        aria-invalid={isInvalid || undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  );
}
