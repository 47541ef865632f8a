import { announce } from '#platform/web';

export interface Toast {
  readonly id: number;
  readonly kind: 'done' | 'note' | 'danger';
  readonly text: string;
  /** One way back or on, e.g. "Rückgängig". */
  readonly action?: { readonly label: string; readonly run: () => void };
  /** The dandelion's moment: something was published. */
  readonly isMoment?: boolean;
}

let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function change(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

/** Says briefly that something has happened. Refusals of a form belong into the form instead. */
export function toast(text: string, options: Partial<Omit<Toast, 'id' | 'text'>> = {}): void {
  lastId += 1;
  const made: Toast = { kind: 'done', ...options, id: lastId, text };
  announce(text, made.kind === 'danger' ? 'assertive' : 'polite');
  change([...toasts.slice(-2), made]);
}

export function dismissToast(id: number): void {
  change(toasts.filter((known) => known.id !== id));
}

export const toastStore = {
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  current: () => toasts,
};
