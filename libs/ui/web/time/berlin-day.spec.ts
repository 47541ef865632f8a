import { berlinDayOf, endOfBerlinDay } from './berlin-day.js';

describe('the end of a day in Berlin', () => {
  it.each([
    ['2026-01-15', '2026-01-15T22:59:59.000Z'],
    ['2026-07-15', '2026-07-15T21:59:59.000Z'],
    ['2026-03-28', '2026-03-28T22:59:59.000Z'],
    ['2026-03-29', '2026-03-29T21:59:59.000Z'],
    ['2026-10-24', '2026-10-24T21:59:59.000Z'],
    ['2026-10-25', '2026-10-25T22:59:59.000Z'],
  ])('of %s is %s', (day, end) => {
    expect(endOfBerlinDay(day).toISOString()).toBe(end);
    expect(berlinDayOf(endOfBerlinDay(day))).toBe(day);
  });

  it.each(['', 'morgen', '2026-02-30', '2026-13-01'])('there is none of %p', (day) => {
    expect(endOfBerlinDay(day).getTime()).toBeNaN();
  });
});
