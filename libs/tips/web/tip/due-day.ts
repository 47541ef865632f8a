/** A day of the calendar (`YYYY-MM-DD`) as a moment of that very day in Germany, for the formatting of dates. */
export function noonOf(day: string): string {
  return `${day}T11:00:00Z`;
}
