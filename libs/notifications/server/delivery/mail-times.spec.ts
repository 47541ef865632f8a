import { SCHEDULE_DEFAULTS, type MailSchedule } from '../preference/preferences.js';
import { berlinInstant, berlinTimeOf } from './berlin-time.js';
import { isPaused, lastDigests, quietUntil } from './mail-times.js';

const schedule = (change: Partial<MailSchedule>): MailSchedule => ({ ...SCHEDULE_DEFAULTS, ...change });

describe('hours in Berlin', () => {
  it.each([
    // day, hour and minute on the wall, the instant
    ['2026-01-15', 7 * 60, '2026-01-15T06:00:00.000Z'],
    ['2026-07-15', 7 * 60, '2026-07-15T05:00:00.000Z'],
    // 29 March: two o'clock is skipped; the next time there is, is three.
    ['2026-03-29', 60, '2026-03-29T00:00:00.000Z'],
    ['2026-03-29', 2 * 60, '2026-03-29T01:00:00.000Z'],
    ['2026-03-29', 2 * 60 + 30, '2026-03-29T01:30:00.000Z'],
    ['2026-03-29', 3 * 60, '2026-03-29T01:00:00.000Z'],
    // 25 October: two o'clock comes twice; the first counts.
    ['2026-10-25', 60, '2026-10-24T23:00:00.000Z'],
    ['2026-10-25', 2 * 60, '2026-10-25T00:00:00.000Z'],
    ['2026-10-25', 3 * 60, '2026-10-25T02:00:00.000Z'],
  ])('%s, minute %i, is %s', (day, minute, instant) => {
    expect(berlinInstant(day, minute).toISOString()).toBe(instant);
  });

  it('show the same minute twice in the doubled hour', () => {
    expect([berlinTimeOf(new Date('2026-10-25T00:30:00Z')), berlinTimeOf(new Date('2026-10-25T01:30:00Z'))]).toEqual([
      { day: '2026-10-25', minute: 150 },
      { day: '2026-10-25', minute: 150 },
    ]);
  });
});

describe('summaries', () => {
  /** At every five minutes of some days, as the schedule looks: when a summary has newly become due. */
  const daily = (from: string, to: string, hour: number): readonly string[] => {
    const found = new Set<string>();
    for (let at = Date.parse(from); at < Date.parse(to); at += 5 * 60_000) {
      const last = lastDigests(schedule({ digestHour: hour }), new Date(at)).daily;
      if (last.getTime() >= Date.parse(from)) found.add(last.toISOString());
    }
    return [...found];
  };

  it.each([
    [2, '2026-03-28T12:00:00Z', '2026-03-31T12:00:00Z', ['2026-03-29T01:00:00.000Z', '2026-03-30T00:00:00.000Z', '2026-03-31T00:00:00.000Z']],
    [2, '2026-10-24T12:00:00Z', '2026-10-27T12:00:00Z', ['2026-10-25T00:00:00.000Z', '2026-10-26T01:00:00.000Z', '2026-10-27T01:00:00.000Z']],
    [3, '2026-03-28T12:00:00Z', '2026-03-30T12:00:00Z', ['2026-03-29T01:00:00.000Z', '2026-03-30T01:00:00.000Z']],
    [7, '2026-10-24T12:00:00Z', '2026-10-26T12:00:00Z', ['2026-10-25T06:00:00.000Z', '2026-10-26T06:00:00.000Z']],
    [0, '2026-03-28T12:00:00Z', '2026-03-30T12:00:00Z', ['2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z']],
  ])('at %i come once a day from %s to %s', (hour, from, to, instants) => {
    expect(daily(from, to, hour)).toEqual(instants);
  });

  it.each([
    // weekday, now, the last weekly one
    [1, '2026-03-30T12:00:00Z', '2026-03-30T05:00:00.000Z'],
    [1, '2026-03-30T04:00:00Z', '2026-03-23T06:00:00.000Z'],
    [7, '2026-10-25T12:00:00Z', '2026-10-25T06:00:00.000Z'],
    [7, '2026-10-31T12:00:00Z', '2026-10-25T06:00:00.000Z'],
  ])('of the week come on weekday %i: at %s the last was %s', (digestWeekday, now, last) => {
    expect(lastDigests(schedule({ digestWeekday }), new Date(now)).weekly.toISOString()).toBe(last);
  });
});

describe('quiet hours', () => {
  it.each<readonly [number, number, string, string | null]>([
    [22 * 60, 7 * 60, '2026-07-15T21:00:00Z', '2026-07-16T05:00:00.000Z'],
    [22 * 60, 7 * 60, '2026-07-15T03:00:00Z', '2026-07-15T05:00:00.000Z'],
    [22 * 60, 7 * 60, '2026-07-15T05:00:00Z', null],
    [12 * 60, 14 * 60, '2026-07-15T10:30:00Z', '2026-07-15T12:00:00.000Z'],
    [12 * 60, 14 * 60, '2026-07-15T09:59:00Z', null],
    // Over the night in which an hour is missing, and the one in which one comes twice.
    [22 * 60, 7 * 60, '2026-03-28T22:00:00Z', '2026-03-29T05:00:00.000Z'],
    [22 * 60, 7 * 60, '2026-10-24T21:00:00Z', '2026-10-25T06:00:00.000Z'],
    [60, 150, '2026-10-25T01:15:00Z', '2026-10-25T02:15:00.000Z'],
  ])('from minute %i to %i hold at %s until %s', (quietFrom, quietTo, now, until) => {
    expect(quietUntil(schedule({ quietFrom, quietTo }), new Date(now))?.toISOString() ?? null).toBe(until);
  });
});

describe('a pause', () => {
  it('ends with the midnight after its last day', () => {
    const paused = schedule({ pausedThrough: '2026-08-14' });
    expect(isPaused(paused, new Date('2026-08-14T21:59:00Z'))).toBe(true);
    expect(isPaused(paused, new Date('2026-08-14T22:00:00Z'))).toBe(false);
  });
});
