import { minutesOf, timeOf } from './minutes.js';

describe('minutes after midnight', () => {
  it.each([
    [0, '00:00'],
    [389, '06:29'],
    [1320, '22:00'],
    [1439, '23:59'],
  ])('%d is %s, there and back', (minutes, time) => {
    expect(timeOf(minutes)).toBe(time);
    expect(minutesOf(time)).toBe(minutes);
  });

  it.each(['', '24:00', '7:00', '12:60', 'abends'])('"%s" is no time', (text) => {
    expect(minutesOf(text)).toBeNull();
  });

  it('takes a field that writes seconds', () => {
    expect(minutesOf('22:00:00')).toBe(1320);
  });
});
