import { IconSearch } from '@tabler/icons-react';
import { useState, type InputHTMLAttributes, type Ref, type TextareaHTMLAttributes } from 'react';
import { useTexts } from '#platform/web';
import { Button } from '../button/Button.js';
import { uiTexts } from '../i18n/ui-texts.js';
import { classNames } from '../layout/classes.js';
import { VisuallyHidden } from '../layout/Layout.js';
import { FieldFrame, useFieldIds, type FieldProps } from './FieldFrame.js';
import classes from './field.module.css';

type Native<Attributes> = Omit<Attributes, 'value' | 'onChange' | 'size' | 'required' | 'maxLength'>;

interface TextValueProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** In signs as the server counts them. Too much may be typed and is said, never cut. */
  readonly maxLength?: number;
}

const counted = (value: string, max: number | undefined) => (max === undefined ? {} : { counted: { text: value, max } });

export interface TextFieldProps extends FieldProps, TextValueProps, Native<InputHTMLAttributes<HTMLInputElement>> {
  readonly ref?: Ref<HTMLInputElement>;
  /** For short values: a year, a postcode. */
  readonly narrow?: boolean;
}

/** One line of text. Set `autoComplete` wherever the browser can help. */
export function TextField({ label, help, error, optional = false, value, onChange, maxLength, narrow, type = 'text', ...rest }: TextFieldProps) {
  const { id, describedBy } = useFieldIds({ help, error });
  return (
    <FieldFrame {...{ id, label, help, error, optional }} {...(narrow && { narrow })} {...counted(value, maxLength)}>
      <input
        {...rest}
        id={id}
        type={type}
        className={classes.input}
        value={value}
        aria-required={!optional || undefined}
        aria-invalid={error !== undefined || undefined}
        aria-describedby={describedBy}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </FieldFrame>
  );
}

export interface TextAreaProps extends FieldProps, TextValueProps, Native<TextareaHTMLAttributes<HTMLTextAreaElement>> {
  readonly ref?: Ref<HTMLTextAreaElement>;
}

/** Several lines; grows with what is typed. */
export function TextArea({ label, help, error, optional = false, value, onChange, maxLength, rows = 4, ...rest }: TextAreaProps) {
  const { id, describedBy } = useFieldIds({ help, error });
  return (
    <FieldFrame {...{ id, label, help, error, optional }} {...counted(value, maxLength)}>
      <textarea
        {...rest}
        id={id}
        rows={rows}
        className={classes.input}
        value={value}
        aria-required={!optional || undefined}
        aria-invalid={error !== undefined || undefined}
        aria-describedby={describedBy}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </FieldFrame>
  );
}

export interface PasswordFieldProps extends FieldProps, TextValueProps {
  readonly name?: string;
  /** Tells password managers whether to fill in or to make up one. */
  readonly autoComplete: 'current-password' | 'new-password' | 'off';
}

/** A password: may be pasted, may be shown, is never checked for composition. */
export function PasswordField({ label, help, error, optional = false, value, onChange, name, autoComplete }: PasswordFieldProps) {
  const t = useTexts(uiTexts);
  const { id, describedBy } = useFieldIds({ help, error });
  const [isShown, setShown] = useState(false);
  return (
    <FieldFrame {...{ id, label, help, error, optional }}>
      <div className={classes.withButton}>
        <input
          id={id}
          name={name}
          type={isShown ? 'text' : 'password'}
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          className={classes.input}
          value={value}
          aria-required={!optional || undefined}
          aria-invalid={error !== undefined || undefined}
          aria-describedby={describedBy}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
        <Button kind="quiet" size="small" className={classes.inside} aria-pressed={isShown} aria-controls={id} onClick={() => setShown(!isShown)}>
          {t('password.show')}
        </Button>
      </div>
    </FieldFrame>
  );
}

export interface SearchFieldProps extends Native<InputHTMLAttributes<HTMLInputElement>>, Omit<TextValueProps, 'maxLength'> {
  /** Said by screen readers; the magnifying glass says it to everybody else. */
  readonly label: string;
  readonly ref?: Ref<HTMLInputElement>;
}

/** A field that narrows or searches; its label is unseen because its place says it. */
export function SearchField({ label, value, onChange, className, ...rest }: SearchFieldProps) {
  return (
    <label className={classNames(classes.withIcon, className)}>
      <IconSearch size={18} stroke={1.9} aria-hidden="true" />
      <VisuallyHidden>{label}</VisuallyHidden>
      <input {...rest} type="search" className={classes.input} value={value} onChange={(event) => onChange(event.currentTarget.value)} />
    </label>
  );
}
