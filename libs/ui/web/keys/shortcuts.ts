import { useEffect, useRef, useSyncExternalStore } from 'react';

/** A single key that does something on this page. */
export interface Shortcut {
  /** As `KeyboardEvent.key` names it: `j`, `Enter`, `?`. Never with Ctrl or Alt: those belong to browser and screen reader. */
  readonly key: string;
  /** What it does, as a line of the list of keys. */
  readonly label: string;
  readonly run: () => void;
}

interface Registered {
  /** The newest ones of what registered them. */
  readonly read: () => readonly Shortcut[];
}

const storageName = 'shortcuts';
const registered = new Set<Registered>();
const listeners = new Set<() => void>();
let isOnHere: boolean | undefined;

const tell = () => {
  for (const listener of listeners) listener();
};

function readSetting(): boolean {
  try {
    return window.localStorage.getItem(storageName) !== 'off';
  } catch {
    // Switched off by the browser's settings: reading the property alone throws.
    return true;
  }
}

/** Whether single keys do anything. Who dictates or presses keys by accident switches them off (WCAG 2.1.4). */
export function areShortcutsOn(): boolean {
  isOnHere ??= readSetting();
  return isOnHere;
}

export function switchShortcuts(isOn: boolean): void {
  isOnHere = isOn;
  try {
    if (isOn) window.localStorage.removeItem(storageName);
    else window.localStorage.setItem(storageName, 'off');
  } catch {
    // Then it holds for this page only.
  }
  tell();
}

/** Whether single keys do anything, for the switch in the list of keys. */
export function useShortcutsOn(): boolean {
  return useSyncExternalStore((changed) => {
    listeners.add(changed);
    return () => listeners.delete(changed);
  }, areShortcutsOn);
}

/** All keys of this page; what was registered last wins over an equal key before it. */
export function shortcutsHere(): readonly Shortcut[] {
  const byKey = new Map<string, Shortcut>();
  for (const entry of registered) for (const shortcut of entry.read()) byKey.set(shortcut.key, shortcut);
  return [...byKey.values()];
}

/** Where keys are meant as letters. A part that waits for its field says so by `data-keys="rest"`. */
const typing = 'input, textarea, select, [contenteditable="true"], [role="textbox"], [role="menu"], [role="listbox"], [role="toolbar"], dialog[open], [data-keys="rest"]';
/** What Enter and the space bar press by themselves. */
const pressable = 'a[href], button, summary, [role="button"], [role="tab"]';

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !areShortcutsOn()) return;
  const target = event.target instanceof Element ? event.target : document.body;
  if (target.closest(typing) !== null || document.querySelector('dialog[open]') !== null) return;
  if ((event.key === 'Enter' || event.key === ' ') && target.closest(pressable) !== null) return;
  const shortcut = shortcutsHere().find(({ key }) => key === event.key);
  if (shortcut === undefined) return;
  event.preventDefault();
  shortcut.run();
}

/**
 * Single keys of a page, as long as it is shown. They rest while somebody types, in menus and dialogs, and where they are
 * switched off; everything they do can also be done without them.
 */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const newest = useRef(shortcuts);
  useEffect(() => {
    newest.current = shortcuts;
  });
  useEffect(() => {
    const entry: Registered = { read: () => newest.current };
    registered.add(entry);
    if (registered.size === 1) document.addEventListener('keydown', onKey);
    return () => {
      registered.delete(entry);
      if (registered.size === 0) document.removeEventListener('keydown', onKey);
    };
  }, []);
}
