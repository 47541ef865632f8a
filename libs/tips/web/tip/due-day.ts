/** A day of the calendar (`YYYY-MM-DD`) as a moment of that very day in Germany, for the formatting of dates. */
export function noonOf(day: string): string {
  return `${day}T11:00:00Z`;
}

/** Terms until the next check that are offered besides that of the space. */
export const CHECK_MONTHS = [6, 12, 24] as const;
