import { useId, type KeyboardEvent } from 'react';
import { useTexts } from '#platform/web';
import { lengthOf } from '#ui/web';
import classes from './write.module.css';
import { writingTexts } from './writing-texts.js';

interface LineAreaProps {
  readonly label: string;
  readonly hint?: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly max: number;
  readonly className: string | undefined;
}

/** A line that looks as it is read later: grows with its words, knows no line breaks. */
function LineArea({ label, hint, placeholder, value, onChange, max, className }: LineAreaProps) {
  const t = useTexts(writingTexts);
  const id = useId();
  const over = lengthOf(value) - max;
  const onward = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.preventDefault();
  };
  return (
    <div className={classes.line}>
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        rows={1}
        className={className}
        value={value}
        placeholder={placeholder}
        aria-describedby={`${id}-hint`}
        aria-invalid={over > 0 || undefined}
        onKeyDown={onward}
        onChange={(event) => onChange(event.currentTarget.value.replace(/\s*\n\s*/g, ' '))}
      />
      <span id={`${id}-hint`} className={over > 0 ? classes.over : classes.hint}>
        {over > 0 ? t('field.over', { count: over, max }) : hint}
      </span>
    </div>
  );
}

/** As the server counts. */
const TITLE_MAX = 150;
const SUMMARY_MAX = 500;

interface HeadFieldsProps {
  readonly title: string;
  readonly summary: string;
  readonly onTitle: (title: string) => void;
  readonly onSummary: (summary: string) => void;
}

/** Title and summary, set as on the reading page. */
export function HeadFields({ title, summary, onTitle, onSummary }: HeadFieldsProps) {
  const t = useTexts(writingTexts);
  const hint = title.trim() === '' ? t('field.titleHint') : title.trim().endsWith('?') ? undefined : t('field.titleAsk');
  return (
    <>
      <LineArea
        label={t('field.title')}
        {...(hint !== undefined && { hint })}
        placeholder={t('field.titlePlaceholder')}
        value={title}
        onChange={onTitle}
        max={TITLE_MAX}
        className={classes.title}
      />
      <LineArea label={t('field.summary')} placeholder={t('field.summaryPlaceholder')} value={summary} onChange={onSummary} max={SUMMARY_MAX} className={classes.summary} />
    </>
  );
}
