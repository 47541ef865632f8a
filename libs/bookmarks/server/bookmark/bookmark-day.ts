/** Making one costs more than a statement. */
const berlinDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' });

/** The day of a moment in Germany, `YYYY-MM-DD`. */
export function dayOf(at: Date): string {
  return berlinDay.format(at);
}

/** A day of the calendar, `YYYY-MM-DD`; no 31st of June. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}
