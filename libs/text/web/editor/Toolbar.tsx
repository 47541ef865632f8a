import { useEffect, useRef } from 'react';
import type { ButtonHTMLAttributes, KeyboardEvent, ReactNode } from 'react';
import { classNames } from '#ui/web';
import classes from './editor.module.css';

export interface ToolbarProps {
  readonly label: string;
  /** Id of what it works on. */
  readonly controls: string;
  /** Escape: back to the text. */
  readonly onLeave: () => void;
  readonly children: ReactNode;
}

const buttonsOf = (toolbar: HTMLElement): readonly HTMLButtonElement[] => Array.from(toolbar.querySelectorAll<HTMLButtonElement>('button[data-tool]'));

/* Of all buttons exactly one is reached by Tab; arrow keys walk among them. */
function makeReachable(toolbar: HTMLElement, button: HTMLButtonElement | undefined): void {
  for (const other of buttonsOf(toolbar)) other.tabIndex = other === button ? 0 : -1;
}

/** A row of tools that is one stop for the Tab key (WAI-ARIA toolbar pattern). */
export function Toolbar({ label, controls, onLeave, children }: ToolbarProps) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const toolbar = element.current;
    if (toolbar === null) return;
    const buttons = buttonsOf(toolbar);
    if (!buttons.some((button) => button.tabIndex === 0)) makeReachable(toolbar, buttons[0]);
  });

  const walk = (event: KeyboardEvent<HTMLDivElement>): void => {
    const toolbar = element.current;
    if (toolbar === null || !(event.target instanceof HTMLButtonElement) || event.target.dataset.tool === undefined) return;
    const buttons = buttonsOf(toolbar);
    const position = buttons.indexOf(event.target);
    const steps: Readonly<Record<string, number>> = { ArrowRight: position + 1, ArrowLeft: position - 1, Home: 0, End: -1 };
    if (event.key === 'Escape') {
      event.preventDefault();
      onLeave();
      return;
    }
    const next = steps[event.key];
    if (next === undefined) return;
    event.preventDefault();
    buttons.at(next % buttons.length)?.focus();
  };

  return (
    <div
      ref={element}
      role="toolbar"
      aria-label={label}
      aria-controls={controls}
      className={classes.toolbar}
      tabIndex={-1}
      onKeyDown={walk}
      onFocus={(event) => {
        if (element.current !== null && event.target instanceof HTMLButtonElement && event.target.dataset.tool !== undefined) makeReachable(element.current, event.target);
      }}
    >
      {children}
    </div>
  );
}

export interface ToolButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> {
  readonly label: string;
  /** For tools that are on or off. */
  readonly isPressed?: boolean;
  readonly isDisabled?: boolean;
  /** E.g. `Mod-b`; shown in the tooltip and told to screen readers. */
  readonly shortcut?: string;
  readonly children: ReactNode;
}

function keyNames(shortcut: string): { readonly shown: string; readonly told: string } {
  const isMac = navigator.platform.startsWith('Mac');
  const told = shortcut.replace('Mod', isMac ? 'Meta' : 'Control').replaceAll('-', '+');
  return { told, shown: told.replace('Control', 'Strg').replace('Meta', '⌘').replace('Shift', '⇧').replace(/\b[a-z]$/, (key) => key.toUpperCase()) };
}

/** One tool. It keeps the selection in the text: pressing it does not move the focus. */
export function ToolButton({ label, isPressed, isDisabled = false, shortcut, children, className, onClick, ...rest }: ToolButtonProps) {
  const keys = shortcut === undefined ? undefined : keyNames(shortcut);
  return (
    <button
      {...rest}
      type="button"
      data-tool=""
      tabIndex={-1}
      className={classNames(classes.tool, className)}
      aria-label={label}
      title={keys === undefined ? label : `${label} (${keys.shown})`}
      aria-pressed={isPressed}
      aria-disabled={isDisabled || undefined}
      aria-keyshortcuts={keys?.told}
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => {
        if (!isDisabled) onClick?.(event);
      }}
    >
      {children}
    </button>
  );
}
