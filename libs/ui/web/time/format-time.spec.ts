import { formatRelative, formatTime } from './format-time.js';

const now = new Date('2026-11-22T10:00:00Z');

describe('a moment in words', () => {
  it('is told in German local time, also in summer', () => {
    expect(formatTime('2026-07-01T22:30:00Z', 'dateTime', 'de')).toBe('2. Juli 2026 um 00:30');
    expect(formatTime('2026-12-01T22:30:00Z', 'time', 'de')).toBe('23:30');
  });

  it.each([
    ['2026-11-22T09:59:45Z', 'jetzt'],
    ['2026-11-22T09:55:00Z', 'vor 5 Minuten'],
    ['2026-11-22T07:00:00Z', 'vor 3 Stunden'],
    ['2026-11-21T22:59:00Z', 'gestern'],
    ['2026-11-24T08:00:00Z', 'übermorgen'],
    ['2026-11-17T08:00:00Z', 'vor 5 Tagen'],
    ['2026-10-01T08:00:00Z', '1. Oktober 2026'],
  ])('%s is %s', (at, words) => {
    expect(formatRelative(at, now, 'de')).toBe(words);
  });

  it('takes the day from the German calendar: half past midnight there is no longer yesterday', () => {
    expect(formatRelative('2026-11-21T23:30:00Z', now, 'de')).toBe('vor 10 Stunden');
  });
});
