const storageName = 'pusteblume.left';

/**
 * Before an account is left by its own hand, for all tabs of this browser: there nothing of it stays, while a session that ends
 * by age or from elsewhere is to be taken up again. The moment alone is kept: it tells the next one at this device nothing.
 */
export function leaveByHand(): void {
  try {
    window.localStorage.setItem(storageName, String(Date.now()));
  } catch {
    // No storage: other tabs then take it for a session that ended.
  }
}

/** It was not left after all, or somebody is in again. */
export function stayAfterAll(): void {
  try {
    window.localStorage.removeItem(storageName);
  } catch {
    // No storage: nothing is there.
  }
}

/** @param sinceMs when this page began: who was left before that is not who was here. */
export function isLeftByHand(sinceMs: number): boolean {
  try {
    return Number(window.localStorage.getItem(storageName) ?? Number.NaN) >= sinceMs;
  } catch {
    return false;
  }
}
