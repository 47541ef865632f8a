import type { TextLocale } from '#platform/shared';

const aYearSeconds = 365 * 24 * 60 * 60;

/** Keeps a guest's language in this browser; the server writes the next page in it. Accounts keep theirs themselves. */
export function keepLocale(locale: TextLocale): void {
  const secure = window.location.protocol === 'https:' ? '; Secure' : '';
  // A cookie and not the browser's storage, because the server has to know before the first paint.
  document.cookie = `pusteblume-locale=${locale}; Path=/; Max-Age=${aYearSeconds}; SameSite=Lax${secure}`;
}
