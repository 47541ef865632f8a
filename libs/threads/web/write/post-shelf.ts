// The prefix of all long texts kept in this browser: at sign-out everything below it is forgotten.
const prefixOf = (accountId: string) => `draft-text:${accountId}:`;

function storage(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    // Switched off by the browser's settings: reading the property alone throws.
    return undefined;
  }
}

function parsed<Kept extends { readonly body: string }>(json: string | null | undefined): Kept | undefined {
  try {
    const kept = JSON.parse(json ?? 'null') as Partial<Kept> | null;
    return typeof kept?.body === 'string' ? (kept as Kept) : undefined;
  } catch {
    return undefined;
  }
}

/** This browser's memory for texts of one kind. Synchronous on purpose: nothing is lost when the window closes. */
export interface Shelf<Kept> {
  readonly read: (name: string) => Kept | undefined;
  readonly write: (name: string, kept: Kept) => void;
  readonly clear: (name: string) => void;
  readonly all: () => readonly Kept[];
}

export function shelfOf<Kept extends { readonly body: string }>(accountId: string, kind: 'post' | 'post-out' | 'post-edit' | 'discussion'): Shelf<Kept> {
  const prefix = `${prefixOf(accountId)}${kind}:`;
  return {
    read: (name) => parsed<Kept>(storage()?.getItem(prefix + name)),
    write: (name, kept) => {
      try {
        storage()?.setItem(prefix + name, JSON.stringify(kept));
      } catch {
        // Full: the text is still on the screen and on its way to the server.
      }
    },
    clear: (name) => storage()?.removeItem(prefix + name),
    all: () =>
      Object.keys(storage() ?? {})
        .filter((name) => name.startsWith(prefix))
        .flatMap((name) => parsed<Kept>(storage()?.getItem(name)) ?? []),
  };
}
