import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { Link } from 'react-router';
import { classNames } from '../layout/classes.js';
import { VisuallyHidden } from '../layout/Layout.js';
import classes from './Button.module.css';

/** `primary` at most once per screen; `danger` only where something is lost. */
export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger';

interface ButtonLook {
  readonly kind?: ButtonKind;
  readonly size?: 'normal' | 'small';
  /** As wide as its place. */
  readonly full?: boolean;
  /** Stands before the words, never instead of them. */
  readonly icon?: ReactNode;
}

type NativeButton = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'>;

export interface ButtonProps extends ButtonLook, NativeButton {
  readonly children: ReactNode;
  /** While the click is being worked on: the button stays in place and focused, but does nothing. */
  readonly busy?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}

const look = ({ kind = 'secondary', size, full }: ButtonLook) =>
  classNames(classes.button, classes[kind], size === 'small' && classes.small, full && classes.full);

/** Does something on this page. For going elsewhere there is `LinkButton`. */
export function Button({ kind, size, full, icon, busy = false, children, className, onClick, type = 'button', ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={classNames(look({ ...(kind && { kind }), ...(size && { size }), ...(full && { full }) }), className)}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {busy ? <span className={classes.wheel} aria-hidden="true" /> : icon}
      <span>{children}</span>
    </button>
  );
}

export interface LinkButtonProps extends ButtonLook {
  readonly to: string;
  readonly children: ReactNode;
  readonly className?: string;
  /** Where several say the same: begins with the words that are seen. */
  readonly 'aria-label'?: string;
  /** A file or a page of the server: a whole page load instead of the router. */
  readonly outside?: boolean;
  readonly download?: boolean;
}

/** Goes elsewhere and looks like a button. */
export function LinkButton({ to, outside = false, download, icon, children, className, 'aria-label': label, ...given }: LinkButtonProps) {
  const words = (
    <>
      {icon}
      <span>{children}</span>
    </>
  );
  const name = classNames(look(given), className);
  if (outside || download) {
    return (
      <a href={to} className={name} download={download} aria-label={label}>
        {words}
      </a>
    );
  }
  return (
    <Link to={to} className={name} aria-label={label}>
      {words}
    </Link>
  );
}

export interface IconButtonProps extends NativeButton {
  /** Said by screen readers and shown on hover: an icon alone says nothing. */
  readonly label: string;
  readonly children: ReactNode;
  readonly size?: 'normal' | 'small';
  readonly ref?: Ref<HTMLButtonElement>;
}

/** Only where there is no room for words and everybody knows the sign: close, menu, more. */
export function IconButton({ label, children, size, className, type = 'button', ...rest }: IconButtonProps) {
  return (
    <button {...rest} type={type} title={label} className={classNames(classes.button, classes.icon, size === 'small' && classes.small, className)}>
      {children}
      <VisuallyHidden>{label}</VisuallyHidden>
    </button>
  );
}
