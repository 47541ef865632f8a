/** What this browser keeps of a draft until the server has it. */
export interface KeptDraft {
  readonly text: string;
  /** Fingerprint of the server's text that this one was written upon. */
  readonly basedOn: string;
  /** Fingerprints of texts sent to the server to which no answer came; one of them may be what it has. */
  readonly tried?: readonly string[];
  readonly keptAtMs: number;
}

const prefix = 'draft-text:';

/** Short fingerprint of a text: enough to see whether the server's text is still the one that was edited. */
export function fingerprint(text: string): string {
  let one = 0xdeadbeef;
  let other = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    one = Math.imul(one ^ unit, 2654435761);
    other = Math.imul(other ^ unit, 1597334677);
  }
  return `${text.length}-${(one >>> 0).toString(36)}${(other >>> 0).toString(36)}`;
}

function storage(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    // Switched off by the browser's settings: reading the property alone throws.
    return undefined;
  }
}

const nameOf = (accountId: string, draftId: string): string => `${prefix}${accountId}:${draftId}`;

function keptNames(): readonly string[] {
  const kept = storage();
  return kept === undefined ? [] : Object.keys(kept).filter((name) => name.startsWith(prefix));
}

function parsed(json: string | null | undefined): KeptDraft | undefined {
  try {
    const draft = JSON.parse(json ?? 'null') as Partial<KeptDraft> | null;
    const isWhole = typeof draft?.text === 'string' && typeof draft.basedOn === 'string' && typeof draft.keptAtMs === 'number';
    return isWhole ? (draft as KeptDraft) : undefined;
  } catch {
    return undefined;
  }
}

/** The text kept for this account and draft, if any. */
export function readKeptDraft(accountId: string, draftId: string): KeptDraft | undefined {
  return parsed(storage()?.getItem(nameOf(accountId, draftId)));
}

/** @returns whether the browser could keep it. */
export function keepDraft(accountId: string, draftId: string, draft: KeptDraft): boolean {
  const kept = storage();
  if (kept === undefined) return false;
  const name = nameOf(accountId, draftId);
  const json = JSON.stringify(draft);
  for (;;) {
    try {
      kept.setItem(name, json);
      return true;
    } catch {
      // Full. Older drafts make room: each of them was left while the server could not be reached, long ago.
      const oldest = keptNames()
        .filter((other) => other !== name)
        .toSorted((one, other) => (parsed(kept.getItem(one))?.keptAtMs ?? 0) - (parsed(kept.getItem(other))?.keptAtMs ?? 0))[0];
      if (oldest === undefined) return false;
      kept.removeItem(oldest);
    }
  }
}

export function dropKeptDraft(accountId: string, draftId: string): void {
  storage()?.removeItem(nameOf(accountId, draftId));
}

/** Whether this browser has texts of this account that the server does not have. */
export function hasDraftTexts(accountId: string): boolean {
  return keptNames().some((name) => name.startsWith(nameOf(accountId, '')));
}

/** At sign-out: nothing written by anybody stays in this browser. */
export function forgetDraftTexts(): void {
  for (const name of keptNames()) storage()?.removeItem(name);
}

/**
 * At start: drops what belongs to other accounts, and drafts that this account no longer has or may no longer see.
 * @param draftIds the account's drafts as the server lists them; undefined if that is not known yet
 */
export function keepOnlyDraftTexts(accountId: string, draftIds?: readonly string[]): void {
  for (const name of keptNames()) {
    const isOwn = name.startsWith(nameOf(accountId, ''));
    const isKnown = draftIds === undefined || draftIds.some((id) => name === nameOf(accountId, id));
    if (!isOwn || !isKnown) storage()?.removeItem(name);
  }
}
