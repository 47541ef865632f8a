import type { DraftShelf, ShelvedDraft } from './draft-keeper.js';

// The prefix of all long texts kept in this browser: at sign-out everything below it is forgotten.
const nameOf = (accountId: string, tipId: string) => `draft-text:${accountId}:tip-${tipId}`;

function storage(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    // Switched off by the browser's settings: reading the property alone throws.
    return undefined;
  }
}

function parsed(json: string | null | undefined): ShelvedDraft | undefined {
  try {
    const kept = JSON.parse(json ?? 'null') as { readonly draft?: ShelvedDraft } | null;
    return typeof kept?.draft?.text?.body === 'string' && typeof kept.draft.base?.body === 'string' ? kept.draft : undefined;
  } catch {
    return undefined;
  }
}

/** This browser's memory for the draft of one tip. It is synchronous on purpose: nothing is lost when the window closes. */
export function browserShelf(accountId: string, tipId: string): DraftShelf {
  const name = nameOf(accountId, tipId);
  return {
    read: async () => parsed(storage()?.getItem(name)),
    write: async (draft) => {
      try {
        storage()?.setItem(name, JSON.stringify({ text: draft.text.body, basedOn: String(draft.baseVersion), keptAtMs: Date.parse(draft.at), draft }));
      } catch {
        // Full: the text is still on the screen and on its way to the server.
      }
    },
    clear: async () => storage()?.removeItem(name),
  };
}
