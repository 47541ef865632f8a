import { useEffect, useRef, useState } from 'react';
import { announce, useTexts } from '#platform/web';
import { TEXT_LIMITS, countWords, lengthOf } from '#text/shared';
import { Alert, classNames, FieldError } from '#ui/web';
import type { SourceOnlyReason } from '../markdown/markdown-to-doc.js';
import { richViewOf } from '../markdown/rich-view.js';
import type { RichView } from '../markdown/rich-view.js';
import { textTexts } from '../text-texts.js';
import type { EditorMode, MarkdownEditorProps } from './editor.props.js';
import { RichEditor } from './RichEditor.js';
import { SourceEditor } from './SourceEditor.js';
import classes from './editor.module.css';

interface Opened {
  /** Counts openings: another one is another editor, with an undo history of its own. */
  readonly opening: number;
  readonly markdown: string;
  readonly view: RichView;
}

function opened(opening: number, markdown: string, mode: EditorMode): Opened {
  return { opening, markdown, view: mode === 'source' ? { kind: 'source', reasons: [] } : richViewOf(markdown) };
}

/** Chooses the view, explains the choice, counts. Lives in the lazy part of the editor. */
export function EditorFrame(props: MarkdownEditorProps & { readonly id: string }) {
  const { id, name, value, onChange, label, description, error, mode = 'rich', onModeChange, maxLength = TEXT_LIMITS.markdownLength, isReadOnly = false, autoFocus = false, tools = 'full', mentions, onSubmit } = props;
  const t = useTexts(textTexts);
  const [current, setCurrent] = useState(() => opened(0, value, mode));
  const [focuses, setFocuses] = useState<boolean | 'end'>(autoFocus);
  const [known, setKnown] = useState(value);
  const [given, setGiven] = useState(value);
  // The newest text within one event, before the next rendering.
  const newest = useRef(value);
  useEffect(() => {
    newest.current = known;
  }, [known]);

  // The text was replaced from outside (another version chosen, a draft restored): that is a new opening.
  if (value !== given) {
    setGiven(value);
    if (value !== known) {
      setKnown(value);
      setCurrent(opened(current.opening + 1, value, current.view.kind === 'source' && current.view.reasons.length === 0 ? 'source' : 'rich'));
    }
  }

  const change = (markdown: string): void => {
    if (markdown === newest.current) return;
    newest.current = markdown;
    setKnown(markdown);
    onChange(markdown);
  };
  const turnTo = (wanted: EditorMode): void => {
    const next = opened(current.opening + 1, newest.current, wanted);
    setFocuses(true);
    setCurrent(next);
    if (next.view.kind === 'source' && wanted === 'rich') announce(t('sourceOnly.title'), 'assertive');
    onModeChange?.(next.view.kind);
  };

  const describedBy = [description !== undefined && `${id}-description`, `${id}-keys`, error !== undefined && `${id}-error`].filter((part) => part !== false).join(' ');
  const shared = { id, labelledBy: `${id}-label`, describedBy, isInvalid: error !== undefined, isReadOnly, autoFocus: focuses, onChange: change, tools, ...(mentions && { mentions }), ...(onSubmit && { onSubmit }) };
  const reasons = current.view.kind === 'source' ? current.view.reasons : [];

  return (
    <div className={classNames(classes.field, tools === 'short' && classes.short)} data-field={name}>
      <span className={classes.label} id={`${id}-label`}>
        {label}
      </span>
      {description !== undefined && (
        <span className={classes.description} id={`${id}-description`}>
          {description}
        </span>
      )}
      <FieldError id={id}>{error}</FieldError>
      <span hidden id={`${id}-keys`}>
        {t('editor.keys')}
      </span>
      {reasons.length > 0 && <SourceOnlyNote reasons={reasons} />}
      {current.view.kind === 'rich' ? (
        <RichEditor key={current.opening} {...shared} view={current.view} original={current.markdown} onSource={() => turnTo('source')} />
      ) : (
        <SourceEditor key={current.opening} {...shared} value={known} onRich={() => turnTo('rich')} />
      )}
      <Figures text={known} maxLength={maxLength} isShort={tools === 'short'} />
    </div>
  );
}

function SourceOnlyNote({ reasons }: { readonly reasons: readonly SourceOnlyReason[] }) {
  const t = useTexts(textTexts);
  return (
    <div className={classes.note}>
      <Alert kind="note" title={t('sourceOnly.title')}>
        <p>{t('sourceOnly.intro')}</p>
        <ul>
          {reasons.map((reason) => (
            <li key={reason}>{t(`sourceOnly.${reason}`)}</li>
          ))}
        </ul>
        <p>{t('sourceOnly.way')}</p>
      </Alert>
    </div>
  );
}

/* Addresses and the names of callouts are no words of the text. */
function withoutSigns(markdown: string): string {
  return markdown.replace(/\]\([^()\n]*\)/g, ']').replace(/^(?:> ?)+\[!\w+\]/gm, '');
}

function Figures({ text, maxLength, isShort }: { readonly text: string; readonly maxLength: number; readonly isShort: boolean }) {
  const t = useTexts(textTexts);
  // Counting signs walks the whole text; far below the limit nobody needs to know.
  const tooMany = text.length > maxLength * 0.9 ? lengthOf(text) - maxLength : 0;
  // Nobody counts the words of an answer.
  if (isShort && tooMany <= 0) return null;
  return (
    <div className={classes.figures}>
      {tooMany > 0 && <strong className={classes.over}>{t('editor.tooLong', { count: tooMany })}</strong>}
      {!isShort && <span>{t('editor.words', { count: countWords(withoutSigns(text)) })}</span>}
    </div>
  );
}
