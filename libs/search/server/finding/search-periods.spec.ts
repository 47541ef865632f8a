import { periodsAt, withinPeriod } from './search-periods.js';

const now = new Date('2026-06-01T12:00:00Z');
const none = { since: undefined, until: undefined };

describe('periods of time', () => {
  it('a year and what is older meet without gap or overlap', () => {
    const [, year, older] = periodsAt(now);
    expect(Number(year?.since)).toBe(Number(older?.until) + 1);
    expect(year?.since).toEqual(new Date('2025-06-01T12:00:00Z'));
  });

  it('no period leaves the bounds as they are', () => {
    const bounds = { since: new Date('2026-01-01'), until: new Date('2026-02-01') };
    expect(withinPeriod(null, now, bounds)).toEqual(bounds);
    expect(withinPeriod(undefined, now, none)).toEqual(none);
  });

  it.each([
    ['month' as const, new Date('2026-05-20T00:00:00Z'), new Date('2026-05-20T00:00:00Z')],
    ['month' as const, new Date('2026-01-01T00:00:00Z'), new Date('2026-05-02T12:00:00Z')],
  ])('of %s and a bound of one’s own the narrower counts', (name, since, expected) => {
    expect(withinPeriod(name, now, { since, until: undefined })).toEqual({ since: expected, until: undefined });
  });

  it('what is older ends where one’s own bound ends earlier', () => {
    const until = new Date('2024-01-01T00:00:00Z');
    expect(withinPeriod('older', now, { since: undefined, until })).toEqual({ since: undefined, until });
  });
});
