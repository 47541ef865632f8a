import { useEffect, useRef, type ReactNode } from 'react';
import { announce, useTexts } from '#platform/web';
import { Button, type ButtonKind } from '../button/Button.js';
import { uiTexts } from '../i18n/ui-texts.js';
import { Alert } from '../state/State.js';
import type { FormState } from './use-form.js';
import classes from './form.module.css';

interface FormProps<Values extends object> {
  readonly form: FormState<Values>;
  /** A verb that says what will happen: "Zugang anfragen". */
  readonly submitLabel: string;
  readonly submitKind?: ButtonKind;
  readonly children: ReactNode;
  /** Beside the submit button, e.g. a quiet "Abbrechen". */
  readonly actions?: ReactNode;
  readonly label?: string;
}

/** A named control inside the form; radio groups give their first button. What is no control of HTML's says by `data-field` what it is. */
function controlOf(form: HTMLFormElement | null, name: string): HTMLElement | undefined {
  const found = form?.elements.namedItem(name);
  const control = found instanceof RadioNodeList ? found[0] : found;
  if (control instanceof HTMLElement) return control;
  return form?.querySelector<HTMLElement>(`[data-field="${name}"] textarea, [data-field="${name}"] [contenteditable="true"]`) ?? undefined;
}

/** The focus, and the sight of what is said about the field: browsers only scroll to the control, and leave label and error above the edge of the page. */
function goTo(control: HTMLElement | undefined): void {
  control?.focus({ preventScroll: true });
  control?.closest('fieldset, [data-frame], [data-field]')?.scrollIntoView({ block: 'nearest' });
  // Of a group that is higher than the page the control goes first.
  control?.scrollIntoView({ block: 'nearest' });
}

/** A form: errors in words at the field, from two on also as a list above; the focus goes to the first. */
export function Form<Values extends object>({ form, submitLabel, submitKind = 'primary', children, actions, label }: FormProps<Values>) {
  const t = useTexts(uiTexts);
  const element = useRef<HTMLFormElement>(null);
  const alert = useRef<HTMLDivElement>(null);
  const wrong = Object.entries(form.errors as Readonly<Record<string, string>>);

  useEffect(() => {
    if (form.tries === 0) return;
    if (form.problem !== undefined) {
      alert.current?.focus();
      return;
    }
    const controls = wrong.map(([name]) => controlOf(element.current, name)).filter((control) => control !== undefined);
    const first = controls.reduce<HTMLElement | undefined>(
      (top, control) => (top === undefined || control.compareDocumentPosition(top) & Node.DOCUMENT_POSITION_FOLLOWING ? control : top),
      undefined,
    );
    goTo(first);
    announce(t('form.errors', { count: wrong.length }), 'assertive');
    // Only a new try moves the focus; typing, which clears errors one by one, must not.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [form.tries]);

  return (
    <form
      ref={element}
      className={classes.form}
      aria-label={label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void form.submit();
      }}
    >
      {form.problem !== undefined && (
        <Alert kind="danger" live ref={alert}>
          {form.problem}
        </Alert>
      )}
      {wrong.length > 1 && (
        <div className={classes.summary}>
          <h2>{t('form.errors', { count: wrong.length })}</h2>
          <ul>
            {wrong.map(([name, sentence]) => (
              <li key={name}>
                <a
                  href={`#${name}`}
                  onClick={(event) => {
                    event.preventDefault();
                    goTo(controlOf(element.current, name));
                  }}
                >
                  {sentence}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
      {children}
      <div className={classes.actions}>
        <Button type="submit" kind={submitKind} busy={form.isBusy}>
          {submitLabel}
        </Button>
        {actions}
      </div>
    </form>
  );
}
