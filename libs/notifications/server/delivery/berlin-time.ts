/** The one time zone in which people's hours are meant. */
const ZONE = 'Europe/Berlin';

const parts = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' });

/** What a wall in Berlin shows: the day as `2026-03-29`, and minutes after midnight. */
export interface BerlinTime {
  readonly day: string;
  readonly minute: number;
}

export function berlinTimeOf(instant: Date): BerlinTime {
  const found = new Map(parts.formatToParts(instant).map(({ type, value }) => [type, value]));
  const part = (name: Intl.DateTimeFormatPartTypes): string => found.get(name) ?? '';
  return { day: `${part('year')}-${part('month')}-${part('day')}`, minute: Number(part('hour')) * 60 + Number(part('minute')) };
}

export function berlinDayOf(instant: Date): string {
  return berlinTimeOf(instant).day;
}

/**
 * The instant at which clocks in Berlin show this time: the first where they show it twice (autumn), the next that
 * there is where they skip it (spring).
 */
export function berlinInstant(day: string, minute: number): Date {
  const asIfUtc = Date.parse(`${day}T00:00:00Z`) + minute * 60_000;
  // Berlin is one or two hours ahead. Summer's answer comes first: of two right ones it is the earlier.
  for (const ahead of [120, 60]) {
    const candidate = new Date(asIfUtc - ahead * 60_000);
    const shown = berlinTimeOf(candidate);
    if (shown.day === day && shown.minute === minute) return candidate;
  }
  // A skipped time: by winter's clock it lies just behind the leap.
  return new Date(asIfUtc - 60 * 60_000);
}

/** The calendar's next or earlier day; days are counted, not hours. */
export function dayPlus(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** 1 Monday to 7 Sunday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}
