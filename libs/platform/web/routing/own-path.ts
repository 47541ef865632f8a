/**
 * An address given from outside (`?weiter=`), if it leads to a path of our own; else the start page. Browsers read `//x`,
 * `/\x` and control characters as other hosts, so the address is resolved as a browser would do it.
 */
export function ownPath(text: string | null | undefined): string {
  if (text === null || text === undefined || !/^\/(?![/\\])/.test(text)) return '/';
  const base = 'http://own.invalid';
  if (!URL.canParse(text, base)) return '/';
  const url = new URL(text, base);
  return url.origin === base ? `${url.pathname}${url.search}${url.hash}` : '/';
}

export interface StartOverOptions {
  /** The same person goes on: what is typed into forms of this tab stays. */
  readonly keepsForms?: boolean;
  /** Their session has ended: what they typed stays in this tab for them, see {@link formsWaitFor}. */
  readonly leavesFormsFor?: string;
}

const formsOf = 'forms-of';

/** Whether what is typed into forms of this tab is this account's, from before its session ended. */
export function formsWaitFor(accountId: string): boolean {
  return sessionStorage.getItem(formsOf) === accountId;
}

/**
 * Begins anew with a whole page load, after signing in or out: nothing of the one before stays in memory, in the cache
 * or in this tab's storage.
 */
export function startOver(path: string, { keepsForms = false, leavesFormsFor }: StartOverOptions = {}): void {
  if (leavesFormsFor !== undefined) sessionStorage.setItem(formsOf, leavesFormsFor);
  else if (!keepsForms) sessionStorage.clear();
  window.location.assign(ownPath(path));
}
