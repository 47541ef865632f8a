import { IconExclamationCircle } from '@tabler/icons-react';
import { useId, type ReactNode } from 'react';
import { useTexts } from '#platform/web';
import { uiTexts } from '../i18n/ui-texts.js';
import { classNames } from '../layout/classes.js';
import { VisuallyHidden } from '../layout/Layout.js';
import classes from './field.module.css';

/** What every field has. */
export interface FieldProps {
  /** Always visible; a placeholder is no label. */
  readonly label: ReactNode;
  /** One sentence before the field: what is meant, what for. */
  readonly help?: ReactNode;
  /** What is wrong and what would be right. */
  readonly error?: ReactNode;
  /** Fields are required unless this is set; the optional ones are marked, not the others. */
  readonly optional?: boolean;
}

/** Length as the server counts it: signs of the composed form, so that an emoji is one. */
export function lengthOf(text: string): number {
  return Array.from(text.normalize('NFC')).length;
}

interface FieldIds {
  readonly id: string;
  readonly describedBy: string | undefined;
}

/** Ids of a field and of what describes it. */
export function useFieldIds({ help, error }: Pick<FieldProps, 'help' | 'error'>): FieldIds {
  const id = useId();
  const described = [help !== undefined && `${id}-help`, error !== undefined && `${id}-error`].filter((part) => part !== false);
  return { id, describedBy: described.length === 0 ? undefined : described.join(' ') };
}

export function FieldError({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  const t = useTexts(uiTexts);
  if (children === undefined) return null;
  return (
    <span className={classes.error} id={`${id}-error`}>
      <IconExclamationCircle size={18} stroke={2} aria-hidden="true" />
      <span>
        <VisuallyHidden>{t('field.error')} </VisuallyHidden>
        {children}
      </span>
    </span>
  );
}

export function OptionalMark() {
  const t = useTexts(uiTexts);
  return <span className={classes.optional}> {t('field.optional')}</span>;
}

interface FieldFrameProps extends FieldProps {
  readonly id: string;
  readonly children: ReactNode;
  readonly narrow?: boolean;
  /** Its control is being loaded. */
  readonly isPending?: boolean;
  /** Shows how much room is left once it gets short. */
  readonly counted?: { readonly text: string; readonly max: number };
}

/** Label, help, control, error in the one order that screen readers and eyes both follow. */
export function FieldFrame({ id, label, help, error, optional = false, children, narrow = false, isPending = false, counted }: FieldFrameProps) {
  const t = useTexts(uiTexts);
  const left = counted === undefined ? undefined : counted.max - lengthOf(counted.text);
  const isShort = counted !== undefined && left !== undefined && left < Math.max(20, counted.max * 0.15);
  return (
    <div data-frame="" aria-busy={isPending || undefined} className={classNames(classes.field, narrow && classes.narrow)}>
      <label className={classes.label} htmlFor={id}>
        {label}
        {optional && <OptionalMark />}
      </label>
      {help !== undefined && (
        <span className={classes.help} id={`${id}-help`}>
          {help}
        </span>
      )}
      <FieldError id={id}>{error}</FieldError>
      {children}
      {isShort && left !== undefined && (
        <span className={classNames(classes.counter, left < 0 && classes.over)}>
          {left < 0 ? t('field.over', { count: -left }) : t('field.left', { count: left })}
        </span>
      )}
    </div>
  );
}
