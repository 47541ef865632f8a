const prefix = 'draft:';

/** What was typed before a crash or reload of this tab, laid over the given values; unknown fields are left out. */
export function readDraft<Values extends object>(key: string | undefined, initial: Values): Values {
  if (key === undefined) return initial;
  try {
    const kept = JSON.parse(sessionStorage.getItem(prefix + key) ?? '{}') as Partial<Values>;
    return Object.fromEntries(Object.entries(initial).map(([name, value]) => [name, kept[name as keyof Values] ?? value])) as Values;
  } catch {
    // Storage may be switched off or hold something old: then there is no draft.
    return initial;
  }
}

/** Keeps the values in this tab's storage, which ends with the tab. */
export function writeDraft(key: string | undefined, values: object): void {
  if (key === undefined) return;
  try {
    sessionStorage.setItem(prefix + key, JSON.stringify(values));
  } catch {
    // Full or switched off: the values are still on the screen.
  }
}

export function clearDraft(key: string | undefined): void {
  if (key !== undefined) sessionStorage.removeItem(prefix + key);
}

/** Forgets everything typed in this tab; at sign-out. */
export function clearAllDrafts(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key);
}
