const storageName = 'pusteblume.left';

/**
 * Before an account is left by its own hand, for all tabs of this browser: there nothing of it stays, while a session that ends
 * by age or from elsewhere is to be taken up again.
 */
export function leaveByHand(accountId: string | null): void {
  try {
    if (accountId === null) window.localStorage.removeItem(storageName);
    else window.localStorage.setItem(storageName, accountId);
  } catch {
    // No storage: other tabs then take it for a session that ended.
  }
}

export function isLeftByHand(accountId: string | null): boolean {
  try {
    return accountId !== null && window.localStorage.getItem(storageName) === accountId;
  } catch {
    return false;
  }
}
