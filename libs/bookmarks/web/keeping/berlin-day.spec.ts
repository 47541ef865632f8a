import { berlinDay } from './berlin-day.js';

describe('a day in Germany', () => {
  it.each([
    ['2026-07-01T21:59:00Z', 0, '2026-07-01'],
    ['2026-07-01T22:00:00Z', 0, '2026-07-02'],
    ['2026-12-31T23:30:00Z', 0, '2027-01-01'],
    // Over both changes of the clock a day stays a day.
    ['2026-03-28T23:30:00Z', 1, '2026-03-30'],
    ['2026-10-24T22:30:00Z', 1, '2026-10-26'],
    ['2028-02-28T12:00:00Z', 1, '2028-02-29'],
  ])('%s and %d days is %s', (at, days, day) => {
    expect(berlinDay(new Date(at), days)).toBe(day);
  });
});
