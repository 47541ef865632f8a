import type { DraftShelf, ShelvedDraft } from './draft-keeper.js';

// The prefix of all long texts kept in this browser: at sign-out everything below it is forgotten.
const prefixOf = (accountId: string) => `draft-text:${accountId}:tip-`;

function storage(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    // Switched off by the browser's settings: reading the property alone throws.
    return undefined;
  }
}

interface OnShelf {
  readonly draft: ShelvedDraft;
  /** Slug of the space a tip was begun in; null where the server knows the tip. */
  readonly spaceSlug: string | null;
}

function parsed(json: string | null | undefined): OnShelf | undefined {
  try {
    const kept = JSON.parse(json ?? 'null') as Partial<OnShelf> | null;
    const { draft } = kept ?? {};
    return typeof draft?.text?.body === 'string' && typeof draft.base?.body === 'string' ? { draft, spaceSlug: kept?.spaceSlug ?? null } : undefined;
  } catch {
    return undefined;
  }
}

/** This browser's memory for the draft of one tip. It is synchronous on purpose: nothing is lost when the window closes. */
export function browserShelf(accountId: string, tipId: string, spaceSlug: string | null): DraftShelf {
  const name = prefixOf(accountId) + tipId;
  return {
    read: async () => parsed(storage()?.getItem(name))?.draft,
    write: async (draft) => {
      try {
        storage()?.setItem(name, JSON.stringify({ text: draft.text.body, basedOn: String(draft.baseVersion), keptAtMs: Date.parse(draft.at), draft, spaceSlug }));
      } catch {
        // Full: the text is still on the screen and on its way to the server.
      }
    },
    clear: async () => storage()?.removeItem(name),
  };
}

/** A text that lies in this browser because it did not reach the server. */
export interface DraftLeftHere {
  readonly tipId: string;
  readonly title: string;
  readonly at: string;
  /** The way back to it. */
  readonly path: string;
}

/** What this account has written here and the server does not have, the newest first. */
export function draftsLeftHere(accountId: string): readonly DraftLeftHere[] {
  const kept = storage();
  if (kept === undefined) return [];
  const prefix = prefixOf(accountId);
  return Object.keys(kept)
    .filter((name) => name.startsWith(prefix))
    .flatMap((name): readonly DraftLeftHere[] => {
      const found = parsed(kept.getItem(name));
      if (found === undefined) return [];
      const tipId = name.slice(prefix.length);
      const path = `/tipp/${tipId}/bearbeiten${found.spaceSlug === null ? '' : `?raum=${encodeURIComponent(found.spaceSlug)}`}`;
      return [{ tipId, title: found.draft.text.title, at: found.draft.at, path }];
    })
    .sort((one, other) => other.at.localeCompare(one.at));
}
