import { IconX } from '@tabler/icons-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTexts } from '#platform/web';
import { uiTexts } from '../i18n/ui-texts.js';
import { classNames } from '../layout/classes.js';
import { VisuallyHidden } from '../layout/Layout.js';
import { Mark } from '../mark/Mark.js';
import { dismissToast, toastStore, type Toast } from './toast-store.js';
import classes from './toast.module.css';

/** Long enough to read twice; it waits while the pointer or focus is on it, and refusals stay. */
const shownMs = 7000;

function OneToast({ toast }: { readonly toast: Toast }) {
  const t = useTexts(uiTexts);
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    if (isHeld || toast.kind === 'danger') return;
    const timer = setTimeout(() => dismissToast(toast.id), shownMs);
    return () => clearTimeout(timer);
  }, [isHeld, toast.id, toast.kind]);
  return (
    <div
      className={classNames(classes.toast, toast.kind === 'danger' && classes.danger)}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {toast.isMoment && <Mark size={24} />}
      <span>{toast.text}</span>
      {toast.action !== undefined && (
        <button
          type="button"
          onClick={() => {
            toast.action?.run();
            dismissToast(toast.id);
          }}
        >
          {toast.action.label}
        </button>
      )}
      <button type="button" title={t('toast.close')} onClick={() => dismissToast(toast.id)}>
        <IconX size={18} aria-hidden="true" />
        <VisuallyHidden>{t('toast.close')}</VisuallyHidden>
      </button>
    </div>
  );
}

/** Where short messages appear; the shell renders it once. They are read out by the live region, not from here. */
export function Toasts() {
  const toasts = useSyncExternalStore(toastStore.subscribe, toastStore.current);
  const t = useTexts(uiTexts);
  if (toasts.length === 0) return null;
  return (
    <section className={classes.toasts} aria-label={t('toast.region')} data-print="no">
      {toasts.map((toast) => (
        <OneToast key={toast.id} toast={toast} />
      ))}
    </section>
  );
}
