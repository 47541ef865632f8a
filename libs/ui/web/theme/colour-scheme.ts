import { useSyncExternalStore } from 'react';

/** `system` follows the computer. */
export type ColourSchemeChoice = 'light' | 'dark' | 'system';

// The same words stand in the small script of index.html, which sets the scheme before the first paint.
const storageKey = 'colour-scheme';
const attribute = 'data-mantine-color-scheme';
const listeners = new Set<() => void>();
const systemDark = () => window.matchMedia('(prefers-color-scheme: dark)');

function choice(): ColourSchemeChoice {
  try {
    const kept = localStorage.getItem(storageKey);
    return kept === 'light' || kept === 'dark' ? kept : 'system';
  } catch {
    return 'system';
  }
}

function apply(): void {
  const chosen = choice();
  const scheme = chosen === 'system' ? (systemDark().matches ? 'dark' : 'light') : chosen;
  document.documentElement.setAttribute(attribute, scheme);
  for (const listener of listeners) listener();
}

/** Sets and keeps the scheme on this device; `system` keeps nothing. */
export function chooseColourScheme(next: ColourSchemeChoice): void {
  try {
    if (next === 'system') localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, next);
  } catch {
    // Without storage the choice cannot outlive the page; it still acts below.
    document.documentElement.setAttribute(attribute, next === 'system' ? 'light' : next);
    return;
  }
  apply();
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  const system = systemDark();
  system.addEventListener('change', apply);
  return () => {
    listeners.delete(changed);
    system.removeEventListener('change', apply);
  };
}

/** The reader's choice. */
export function useColourScheme(): ColourSchemeChoice {
  return useSyncExternalStore(subscribe, choice);
}
