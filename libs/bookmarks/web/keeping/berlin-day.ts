const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' });

/** The day of a moment in Germany, `YYYY-MM-DD`, so many days later. */
export function berlinDay(at: Date, daysLater = 0): string {
  const noon = new Date(`${calendar.format(at)}T11:00:00Z`);
  noon.setUTCDate(noon.getUTCDate() + daysLater);
  return noon.toISOString().slice(0, 10);
}

/** A day of the calendar as a moment of that very day in Germany, for the formatting of dates. */
export function noonOf(day: string): string {
  return `${day}T11:00:00Z`;
}

/** Whether a day of the calendar is over in Germany. */
export function isPast(day: string): boolean {
  return day < berlinDay(new Date());
}
