const DAY_MS = 86_400_000;
/** A calendar day in Berlin as `2026-04-03`. */
const berlinDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin', year: 'numeric', month: '2-digit', day: '2-digit' });

/**
 * Easter Sunday by the rule of Gauss in the form of Lichtenberg, as a UTC day.
 * https://de.wikipedia.org/wiki/Gau%C3%9Fsche_Osterformel
 */
function easterOf(year: number): Date {
  const century = Math.floor(year / 100);
  const moon = 15 + Math.floor((3 * century + 3) / 4) - Math.floor((8 * century + 13) / 25);
  const sun = 2 - Math.floor((3 * century + 3) / 4);
  const cycle = year % 19;
  const seed = (19 * cycle + moon) % 30;
  const correction = Math.floor((seed + Math.floor(cycle / 11)) / 29);
  const fullMoon = 21 + seed - correction;
  const firstSunday = 7 - ((year + Math.floor(year / 4) + sun) % 7);
  const distance = 7 - ((fullMoon - firstSunday) % 7);
  return new Date(Date.UTC(year, 2, fullMoon + distance));
}

/** Days off in every German state; those of single states would need to know where each space works. */
function nationwideHolidays(year: number): ReadonlySet<string> {
  const easter = easterOf(year).getTime();
  const movable = [-2, 1, 39, 50].map((days) => new Date(easter + days * DAY_MS).toISOString().slice(0, 10));
  return new Set([...movable, `${year}-01-01`, `${year}-05-01`, `${year}-10-03`, `${year}-12-25`, `${year}-12-26`]);
}

/** @param day a calendar day as `2026-04-03`. */
function isWorkingDay(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !nationwideHolidays(Number(day.slice(0, 4))).has(day);
}

/**
 * How many working days have gone by since a moment: the days after its own, up to and with today, in Berlin.
 * A request of Friday noon has waited one working day on Monday.
 */
export function workingDaysSince(since: Date, now: Date): number {
  const today = berlinDay.format(now);
  let count = 0;
  // Noon, so that no change of summer time shifts the day.
  for (let noon = new Date(`${berlinDay.format(since)}T12:00:00Z`).getTime() + DAY_MS; ; noon += DAY_MS) {
    const day = new Date(noon).toISOString().slice(0, 10);
    if (day > today) return count;
    if (isWorkingDay(day)) count += 1;
  }
}
