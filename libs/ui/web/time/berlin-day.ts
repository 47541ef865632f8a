const berlin = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' });

/** The calendar day in Berlin of a moment, `YYYY-MM-DD`, as date fields want it. */
export const berlinDayOf = (at: Date): string => berlin.format(at).slice(0, 10);

/** The last second of a day in Berlin, wherever the browser is; invalid for what is no day. */
export function endOfBerlinDay(day: string): Date {
  const tries = ['+01:00', '+02:00'].map((offset) => new Date(`${day}T23:59:59${offset}`));
  return tries.find((at) => !Number.isNaN(at.getTime()) && berlin.format(at) === `${day} 23:59`) ?? new Date(Number.NaN);
}
