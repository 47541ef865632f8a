const storageName = 'rights-changed';

/** Across the reload that follows a change of rights, so that the page can say why it came. */
export function leaveRightsNote(): void {
  try {
    sessionStorage.setItem(storageName, 'yes');
  } catch {
    // Then the page begins anew without a word.
  }
}

/** Once: whether the page was loaded anew because its viewer's rights changed. */
export function takeRightsNote(): boolean {
  try {
    const isThere = sessionStorage.getItem(storageName) !== null;
    sessionStorage.removeItem(storageName);
    return isThere;
  } catch {
    return false;
  }
}
