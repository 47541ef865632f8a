import { IconX } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { announce, useLocale, useTexts } from '#platform/web';
import { IconButton } from '../button/Button.js';
import { uiTexts } from '../i18n/ui-texts.js';
import { classNames } from '../layout/classes.js';
import { VisuallyHidden } from '../layout/Layout.js';
import { FieldError, useFieldIds, type FieldProps } from './FieldFrame.js';
import classes from './field.module.css';

/** A size as people say it: 31 MB, 420 kB. */
export function formatBytes(bytes: number, locale: string): string {
  const [value, unit] = bytes >= 1_000_000 ? [bytes / 1_000_000, 'MB'] : [bytes / 1000, 'kB'];
  return `${new Intl.NumberFormat(locale, { maximumFractionDigits: value < 10 ? 1 : 0 }).format(value)} ${unit}`;
}

export interface FileDropProps extends FieldProps {
  readonly files: readonly File[];
  readonly onChange: (files: readonly File[]) => void;
  /** As in HTML: `.csv,text/csv`. */
  readonly accept?: string;
  readonly multiple?: boolean;
  /** Larger ones are refused with a sentence that names both sizes. */
  readonly maxBytes?: number;
  /** What is possible, in words: kinds and sizes. */
  readonly hint?: ReactNode;
}

/** Choose files or drop them. It is a real file field: everything also works with the keyboard. */
export function FileDrop({ label, help, error, files, onChange, accept, multiple = false, maxBytes, hint }: FileDropProps) {
  const t = useTexts(uiTexts);
  const { locale } = useLocale();
  const [refusal, setRefusal] = useState<string>();
  const [isOver, setOver] = useState(false);
  const shown = refusal ?? error;
  const { id, describedBy } = useFieldIds({ help, error: shown });

  const take = (given: FileList | null) => {
    const chosen = [...(given ?? [])];
    const tooLarge = maxBytes === undefined ? undefined : chosen.find((file) => file.size > maxBytes);
    if (tooLarge !== undefined && maxBytes !== undefined) {
      const sentence = t('file.tooLarge', { name: tooLarge.name, size: formatBytes(tooLarge.size, locale), max: formatBytes(maxBytes, locale) });
      setRefusal(sentence);
      announce(sentence, 'assertive');
      return;
    }
    setRefusal(undefined);
    onChange(multiple ? [...files, ...chosen] : chosen.slice(0, 1));
    announce(t('file.taken', { count: chosen.length }));
  };

  return (
    <div data-frame="" className={classes.field}>
      <span className={classes.label} id={`${id}-label`}>{label}</span>
      {help !== undefined && <span className={classes.help} id={`${id}-help`}>{help}</span>}
      <FieldError id={id}>{shown}</FieldError>
      {/* The label is the drop zone; its native file field inside carries keyboard and screen reader. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <label
        className={classNames(classes.drop, isOver && classes.dropping)}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer.files);
        }}
      >
        <strong>{t(multiple ? 'file.chooseMany' : 'file.choose')}</strong>
        <span className={classes.help}>{hint ?? t('file.orDrop')}</span>
        <VisuallyHidden>
          <input
            type="file"
            accept={accept}
            multiple={multiple}
            aria-labelledby={`${id}-label`}
            aria-describedby={describedBy}
            onChange={(event) => {
              take(event.currentTarget.files);
              event.currentTarget.value = '';
            }}
          />
        </VisuallyHidden>
      </label>
      {files.length > 0 && (
        <ul className={classes.files}>
          {files.map((file, position) => (
            <li key={`${file.name}-${file.lastModified}-${file.size}`}>
              <span>{file.name} · {formatBytes(file.size, locale)}</span>
              <IconButton label={t('file.remove', { name: file.name })} size="small" onClick={() => onChange(files.filter((_, other) => other !== position))}>
                <IconX size={18} />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
