import type { SearchPeriod } from '../contract.js';
import type { SearchPeriodName } from './search.inputs.js';

const DAY_MS = 24 * 60 * 60 * 1_000;

/** The periods with their bounds at a moment: the same ones narrow an answer and are counted. */
export function periodsAt(now: Date): readonly (SearchPeriod & { readonly value: SearchPeriodName })[] {
  const ago = (days: number): Date => new Date(now.getTime() - days * DAY_MS);
  return [
    { value: 'month', since: ago(30) },
    { value: 'year', since: ago(365) },
    { value: 'older', until: new Date(ago(365).getTime() - 1) },
  ];
}

/** Both bounds kept where two are given for the same side. */
export function withinPeriod(name: SearchPeriodName | null | undefined, now: Date, bounds: { readonly since: Date | undefined; readonly until: Date | undefined }): { readonly since: Date | undefined; readonly until: Date | undefined } {
  const period = periodsAt(now).find(({ value }) => value === name);
  return { since: latest(period?.since, bounds.since), until: earliest(period?.until, bounds.until) };
}

function latest(one: Date | undefined, other: Date | undefined): Date | undefined {
  return one === undefined || (other !== undefined && other > one) ? other : one;
}

function earliest(one: Date | undefined, other: Date | undefined): Date | undefined {
  return one === undefined || (other !== undefined && other < one) ? other : one;
}
