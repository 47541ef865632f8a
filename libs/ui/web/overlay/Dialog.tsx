import { IconX } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { useErrorTexts, useTexts } from '#platform/web';
import { Button, IconButton } from '../button/Button.js';
import { uiTexts } from '../i18n/ui-texts.js';
import { classNames } from '../layout/classes.js';
import { Alert } from '../state/State.js';
import { focusFirst } from './first-focus.js';
import classes from './overlay.module.css';

export interface DialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  readonly children: ReactNode;
  readonly size?: 'normal' | 'wide';
  /** The buttons at the end; the one that does it first. */
  readonly actions?: ReactNode;
}

/**
 * A dialog over the page. It is the browser's own `<dialog>`: the focus stays inside and returns afterwards, Escape closes,
 * what lies below can neither be clicked nor read out. The focus begins at the first field, else at what has `data-first`, else at
 * the title; see {@link focusFirst}.
 */
export function Dialog({ isOpen, onClose, title, children, size = 'normal', actions }: DialogProps) {
  const t = useTexts(uiTexts);
  const element = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const titleId = useId();

  useEffect(() => {
    const dialog = element.current;
    if (dialog === null || heading.current === null || body.current === null || !isOpen || dialog.open) return;
    // The browser gives the focus back only when the element is still there at closing.
    const opener = document.activeElement;
    dialog.showModal();
    const endWaiting = focusFirst(dialog, heading.current, body.current);
    const rootOverflow = document.documentElement.style.overflow;
    document.documentElement.style.overflow = 'hidden';
    return () => {
      endWaiting();
      document.documentElement.style.overflow = rootOverflow;
      dialog.close();
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, [isOpen]);

  if (!isOpen) return null;
  return (
    // A press on the backdrop is only a second way out; Escape and the button are the keyboard's.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events
    <dialog
      ref={element}
      className={classNames(classes.dialog, size === 'wide' && classes.wide)}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
    >
      <div className={classes.head}>
        <h2 ref={heading} id={titleId} tabIndex={-1}>{title}</h2>
        <IconButton label={t('dialog.close')} size="small" onClick={onClose}>
          <IconX size={20} />
        </IconButton>
      </div>
      <div ref={body} className={classes.body}>
        {children}
        {actions !== undefined && <div className={classes.actions}>{actions}</div>}
      </div>
    </dialog>
  );
}

export interface ConfirmDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** A question. */
  readonly title: ReactNode;
  /** What will happen, to whom, and whether it can be undone. */
  readonly children: ReactNode;
  /** The verb, not "OK". */
  readonly confirmLabel: string;
  readonly kind?: 'primary' | 'danger';
  /** Runs while the dialog waits; an error is shown inside and the dialog stays. */
  readonly onConfirm: () => Promise<unknown> | void;
  readonly texts?: Parameters<typeof useErrorTexts>[0];
}

/** Asks before something that is hard to undo or that many will see. */
export function ConfirmDialog({ isOpen, onClose, title, children, confirmLabel, kind = 'primary', onConfirm, texts }: ConfirmDialogProps) {
  const t = useTexts(uiTexts);
  const errors = useErrorTexts(texts);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  const close = () => {
    setProblem(undefined);
    onClose();
  };
  const confirm = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      await onConfirm();
      close();
    } catch (error) {
      setProblem(errors.sentence(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog
      isOpen={isOpen}
      onClose={close}
      title={title}
      actions={
        <>
          <Button kind={kind} busy={isBusy} onClick={() => void confirm()}>
            {confirmLabel}
          </Button>
          <Button data-first="" onClick={close}>{t('dialog.cancel')}</Button>
        </>
      }
    >
      {problem !== undefined && (
        <Alert kind="danger" live>
          {problem}
        </Alert>
      )}
      <div>{children}</div>
    </Dialog>
  );
}
