import type { MailSchedule } from '../preference/preferences.js';
import { berlinInstant, berlinTimeOf, dayPlus, weekdayOf } from './berlin-time.js';

/** When the quiet hours that hold at this moment end; null where none hold. */
export function quietUntil(schedule: MailSchedule, now: Date): Date | null {
  const { quietFrom, quietTo } = schedule;
  if (quietFrom === null || quietTo === null) return null;
  const { day, minute } = berlinTimeOf(now);
  const isOvernight = quietFrom > quietTo;
  const isQuiet = isOvernight ? minute >= quietFrom || minute < quietTo : minute >= quietFrom && minute < quietTo;
  if (!isQuiet) return null;
  const end = berlinInstant(isOvernight && minute >= quietFrom ? dayPlus(day, 1) : day, quietTo);
  // In the doubled hour of autumn the end may already lie behind while the clock shows it as ahead.
  return end > now ? end : new Date(now.getTime() + 60 * 60_000);
}

/** When a pause ends: the midnight after its last day. */
export function pausedUntil(schedule: MailSchedule): Date | null {
  return schedule.pausedThrough === null ? null : berlinInstant(dayPlus(schedule.pausedThrough, 1), 0);
}

export function isPaused(schedule: MailSchedule, now: Date): boolean {
  const end = pausedUntil(schedule);
  return end !== null && end > now;
}

/** The instants of summaries that have passed last: what has waited since before them is due. */
export interface LastDigests {
  readonly daily: Date;
  readonly weekly: Date;
}

export function lastDigests(schedule: MailSchedule, now: Date): LastDigests {
  const { day } = berlinTimeOf(now);
  const at = (on: string): Date => berlinInstant(on, schedule.digestHour * 60);
  const daily = at(day) <= now ? day : dayPlus(day, -1);
  const weekly = dayPlus(daily, -((weekdayOf(daily) - schedule.digestWeekday + 7) % 7));
  return { daily: at(daily), weekly: at(weekly) };
}
