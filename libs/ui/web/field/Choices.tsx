import type { ReactNode, Ref } from 'react';
import { FieldError, FieldFrame, OptionalMark, useFieldIds, type FieldProps } from './FieldFrame.js';
import classes from './field.module.css';

export interface Choice<Value extends string = string> {
  readonly value: Value;
  readonly label: string;
  readonly help?: ReactNode;
  readonly isDisabled?: boolean;
}

export interface SelectProps<Value extends string> extends FieldProps {
  readonly name?: string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly choices: readonly Choice<Value>[];
  /** Shown as first line while nothing is chosen; its value is `''`. */
  readonly placeholder?: string;
  readonly autoComplete?: string;
  readonly ref?: Ref<HTMLSelectElement>;
}

/** One out of many. The browser's own list: it works on every phone and with every reader. Up to five: `RadioGroup`. */
export function Select<Value extends string>({ label, help, error, optional = false, choices, placeholder, value, onChange, ...rest }: SelectProps<Value>) {
  const { id, describedBy } = useFieldIds({ help, error });
  return (
    <FieldFrame {...{ id, label, help, error, optional }}>
      <select
        {...rest}
        id={id}
        className={classes.input}
        value={value}
        aria-required={!optional || undefined}
        aria-invalid={error !== undefined || undefined}
        aria-describedby={describedBy}
        onChange={(event) => onChange(event.currentTarget.value as Value)}
      >
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} disabled={choice.isDisabled}>
            {choice.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

export interface CheckboxProps {
  readonly label: ReactNode;
  readonly help?: ReactNode;
  readonly error?: ReactNode;
  readonly name?: string;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
  readonly disabled?: boolean;
}

/** Yes or no. Never ticked beforehand where it means consent. */
export function Checkbox({ label, help, error, name, value, onChange, disabled }: CheckboxProps) {
  const { id, describedBy } = useFieldIds({ help, error });
  return (
    <div data-frame="">
      <FieldError id={id}>{error}</FieldError>
      <label className={classes.choice}>
        <input
          type="checkbox"
          name={name}
          checked={value}
          disabled={disabled}
          aria-invalid={error !== undefined || undefined}
          aria-describedby={describedBy}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <span>{label}</span>
        {help !== undefined && (
          <span className={classes.choiceHelp} id={`${id}-help`}>
            {help}
          </span>
        )}
      </label>
    </div>
  );
}

interface GroupProps extends FieldProps {
  readonly id: string;
  readonly describedBy: string | undefined;
  readonly role?: 'radiogroup';
  readonly children: ReactNode;
}

function ChoiceGroup({ id, describedBy, role, label, help, error, optional, children }: GroupProps) {
  return (
    <fieldset className={classes.group} role={role} aria-describedby={describedBy} aria-invalid={role === 'radiogroup' ? error !== undefined || undefined : undefined}>
      <legend className={classes.label}>
        {label}
        {optional && <OptionalMark />}
      </legend>
      {help !== undefined && (
        <span className={classes.help} id={`${id}-help`}>
          {help}
        </span>
      )}
      <FieldError id={id}>{error}</FieldError>
      {children}
    </fieldset>
  );
}

export interface RadioGroupProps<Value extends string> extends FieldProps {
  readonly name: string;
  readonly value: Value | '';
  readonly onChange: (value: Value) => void;
  readonly choices: readonly Choice<Value>[];
}

/** One out of a few, all of them to be seen. */
export function RadioGroup<Value extends string>({ label, help, error, optional = false, name, value, onChange, choices }: RadioGroupProps<Value>) {
  const { id, describedBy } = useFieldIds({ help, error });
  return (
    <ChoiceGroup {...{ id, describedBy, label, help, error, optional }} role="radiogroup">
      {choices.map((choice) => (
        <label key={choice.value} className={classes.choice}>
          <input type="radio" name={name} value={choice.value} checked={choice.value === value} disabled={choice.isDisabled} onChange={() => onChange(choice.value)} />
          <span>{choice.label}</span>
          {choice.help !== undefined && <span className={classes.choiceHelp}>{choice.help}</span>}
        </label>
      ))}
    </ChoiceGroup>
  );
}

export interface CheckboxGroupProps<Value extends string> extends FieldProps {
  readonly name: string;
  readonly value: readonly Value[];
  readonly onChange: (value: readonly Value[]) => void;
  readonly choices: readonly Choice<Value>[];
}

/** Several out of a few. For many (topics) there is `TokenField`. */
export function CheckboxGroup<Value extends string>({ label, help, error, optional = false, name, value, onChange, choices }: CheckboxGroupProps<Value>) {
  const { id, describedBy } = useFieldIds({ help, error });
  return (
    <ChoiceGroup {...{ id, describedBy, label, help, error, optional }}>
      {choices.map((choice) => (
        <label key={choice.value} className={classes.choice}>
          <input
            type="checkbox"
            name={name}
            value={choice.value}
            checked={value.includes(choice.value)}
            disabled={choice.isDisabled}
            onChange={(event) => onChange(event.currentTarget.checked ? [...value, choice.value] : value.filter((other) => other !== choice.value))}
          />
          <span>{choice.label}</span>
          {choice.help !== undefined && <span className={classes.choiceHelp}>{choice.help}</span>}
        </label>
      ))}
    </ChoiceGroup>
  );
}

/** Fields that belong together, under a heading of their own. */
export function Fieldset({ legend, children }: { readonly legend: ReactNode; readonly children: ReactNode }) {
  return (
    <fieldset className={classes.fieldset}>
      <legend>{legend}</legend>
      {children}
    </fieldset>
  );
}
