const storageName = 'pusteblume.places';

/** What was opened or closed by hand, by the group's name; the rest is as the page has it. */
export type OpenGroups = Readonly<Record<string, boolean>>;

export function readOpenGroups(): OpenGroups {
  try {
    const kept: unknown = JSON.parse(window.localStorage.getItem(storageName) ?? '{}');
    if (typeof kept !== 'object' || kept === null) return {};
    return Object.fromEntries(Object.entries(kept).filter((entry): entry is [string, boolean] => typeof entry[1] === 'boolean'));
  } catch {
    // No storage, or something strange in it: everything as it comes.
    return {};
  }
}

export function writeOpenGroups(groups: OpenGroups): void {
  try {
    window.localStorage.setItem(storageName, JSON.stringify(groups));
  } catch {
    // It holds until the page is left, then.
  }
}
