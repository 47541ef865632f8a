import { workingDaysSince } from './working-days.js';

describe('working days', () => {
  it.each([
    ['the same day', '2026-03-02T09:00+01:00', '2026-03-02T17:00+01:00', 0],
    ['Monday to Thursday', '2026-03-02T09:00+01:00', '2026-03-05T08:00+01:00', 3],
    ['over a weekend', '2026-03-06T12:00+01:00', '2026-03-09T08:00+01:00', 1],
    ['over Easter: Thursday to Tuesday', '2026-04-02T12:00+02:00', '2026-04-07T08:00+02:00', 1],
    ['over Ascension Day', '2026-05-13T12:00+02:00', '2026-05-15T08:00+02:00', 1],
    ['over Whit Monday', '2026-05-22T12:00+02:00', '2026-05-26T08:00+02:00', 1],
    ['over Easter of a year in which March ends it', '2024-03-28T12:00+01:00', '2024-04-02T08:00+02:00', 1],
    ['over the turn of the year', '2025-12-24T12:00+01:00', '2026-01-02T08:00+01:00', 4],
    ['Labour Day', '2026-04-30T12:00+02:00', '2026-05-04T08:00+02:00', 1],
    ['Unity Day on a Saturday takes nothing', '2026-10-02T12:00+02:00', '2026-10-05T08:00+02:00', 1],
    ['late in the evening of Berlin', '2026-03-02T23:30+01:00', '2026-03-03T00:30+01:00', 1],
    ['over the change to summer time', '2026-03-27T12:00+01:00', '2026-03-30T08:00+02:00', 1],
    ['Easter 2049, where simpler rules go wrong', '2049-04-15T12:00+02:00', '2049-04-20T08:00+02:00', 1],
  ])('%s', (_name, since, now, expected) => {
    expect(workingDaysSince(new Date(since), new Date(now))).toBe(expected);
  });
});
