import { isCategory } from '../preference/categories.js';
import type { MailWishes } from '../preference/preferences.js';
import { isPaused, quietUntil } from './mail-times.js';

const DAY_MS = 86_400_000;
/**
 * How old news may be when its turn comes: after a server that was down for a weekend nobody gets a hundred mails at once,
 * and nobody is told by mail of what is older than any summary reaches.
 */
export const FRESH_MS = { atOnce: DAY_MS, atAll: 8 * DAY_MS } as const;

/** Where a bundle of one thread and category goes. */
export type MailWay = { readonly to: 'mail' } | { readonly to: 'done' } | { readonly to: 'digest' } | { readonly to: 'later'; readonly at: Date };

export interface Bundled {
  readonly category: string;
  /** When the newest of them was told. */
  readonly newest: Date;
}

/** @param room how many further mails to this person may be under way. */
export function wayOf({ category, newest }: Bundled, { choices, schedule }: MailWishes, now: Date, room: number): MailWay {
  // Of a category that a later version no longer knows nobody has chosen to hear.
  const mail = isCategory(category) ? choices[category].mail : 'none';
  const age = now.getTime() - newest.getTime();
  if (mail === 'none' || age > FRESH_MS.atAll) return { to: 'done' };
  if (mail !== 'now' || age > FRESH_MS.atOnce || isPaused(schedule, now)) return { to: 'digest' };
  const quietEnd = quietUntil(schedule, now);
  if (quietEnd !== null) return { to: 'later', at: quietEnd };
  return room > 0 ? { to: 'mail' } : { to: 'digest' };
}
