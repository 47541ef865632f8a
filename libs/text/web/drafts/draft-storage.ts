/** Begins the name of everything that is kept in this browser of texts the server does not have yet. */
const prefix = 'draft-text:';

function storage(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    // Switched off by the browser's settings: reading the property alone throws.
    return undefined;
  }
}

function keptNames(): readonly string[] {
  const kept = storage();
  return kept === undefined ? [] : Object.keys(kept).filter((name) => name.startsWith(prefix));
}

/** Kept for another reason, such as its id: the server has the words. */
function isSaved(name: string): boolean {
  try {
    return (JSON.parse(storage()?.getItem(name) ?? 'null') as { readonly isSaved?: unknown } | null)?.isSaved === true;
  } catch {
    return false;
  }
}

/** Whether this browser has texts of this account that the server does not have. */
export function hasDraftTexts(accountId: string): boolean {
  return keptNames().some((name) => name.startsWith(`${prefix}${accountId}:`) && !isSaved(name));
}

/** At sign-out: nothing written by anybody stays in this browser. */
export function forgetDraftTexts(): void {
  for (const name of keptNames()) storage()?.removeItem(name);
}
