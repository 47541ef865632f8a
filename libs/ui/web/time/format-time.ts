import type { TextLocale } from '#platform/shared';

// The programmes are in Germany: everybody sees the same wall clock, wherever the computer thinks it is.
const timeZone = 'Europe/Berlin';

const styles = {
  date: { day: 'numeric', month: 'long', year: 'numeric' },
  shortDate: { day: '2-digit', month: '2-digit', year: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit' },
  dateTime: { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  full: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

export type TimeStyle = keyof typeof styles;

const formats = new Map<string, Intl.DateTimeFormat>();

/** A moment in words, always in German local time. */
export function formatTime(at: string | Date, style: TimeStyle, locale: TextLocale): string {
  const key = `${locale} ${style}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'de-DE', { ...styles[style], timeZone });
    formats.set(key, format);
  }
  return format.format(new Date(at));
}

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

const dayNumber = (date: Date) => Math.floor(Date.parse(`${new Intl.DateTimeFormat('sv-SE', { timeZone }).format(date)}T00:00:00Z`) / dayMs);

/** "vor 5 Minuten", "gestern", "in 3 Tagen"; beyond a week the date itself, since nobody counts back 23 days. */
export function formatRelative(at: string | Date, now: Date, locale: TextLocale): string {
  const moment = new Date(at);
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const minutes = Math.round((moment.getTime() - now.getTime()) / minuteMs);
  const days = dayNumber(moment) - dayNumber(now);
  if (Math.abs(minutes) < 1) return words.format(0, 'second');
  if (Math.abs(minutes) < 60) return words.format(minutes, 'minute');
  if (days === 0) return words.format(Math.trunc(minutes / 60), 'hour');
  if (Math.abs(days) <= 7) return words.format(days, 'day');
  return formatTime(moment, 'date', locale);
}
