import { AppError } from '#platform/shared';
import { wordDiff } from '../index.js';
import type { DiffSegment } from '../index.js';

const written = (segments: readonly DiffSegment[]): string =>
  segments.map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `{+${text}+}` : `{-${text}-}`)).join('');

test.each([
  ['Ein Antrag im März.', 'Ein Antrag im April.', 'Ein Antrag im {-März-}{+April+}.'],
  ['gleich', 'gleich', 'gleich'],
  ['', 'neu', '{+neu+}'],
  ['alt', '', '{-alt-}'],
  ['', '', ''],
  ['a\n\nb\n', 'a\n\nc\n\nb\n', 'a\n\n{+c\n\n+}b\n'],
])('from %j to %j words are compared, not lines', (before, after, expected) => {
  expect(written(wordDiff(before, after))).toBe(expected);
});

const sideOf = (segments: readonly DiffSegment[], kind: DiffSegment['kind']): string =>
  segments.filter((segment) => segment.kind === 'same' || segment.kind === kind).map(({ text }) => text).join('');

test('both texts can be put together again from the comparison', () => {
  const before = 'Die Förderung läuft bis März.\n\n- eins\n- zwei\n\nUnten 🌼 Ende';
  const after = 'Die Förderung lief bis April!\n\n- eins\n- drei\n- zwei\n\nUnten Ende 🌼';
  const segments = wordDiff(before, after);
  expect(sideOf(segments, 'removed')).toBe(before);
  expect(sideOf(segments, 'added')).toBe(after);
});

test('neighbouring segments differ in kind', () => {
  const segments = wordDiff('a b c d e\nf g\n', 'a x c y e\nf h\n');
  expect(segments.every((segment, index) => segment.kind !== segments[index - 1]?.kind)).toBe(true);
});

test('large texts are compared within two seconds, rewritten ones too', () => {
  const words = (seed: number): string => Array.from({ length: 30_000 }, (_, index) => `wort${(index * seed) % 7919}${index % 9 === 0 ? '\n' : ''}`).join(' ');
  const startedAt = process.threadCpuUsage();
  const [before, after] = [words(31), words(37)];
  const segments = wordDiff(before, after);
  expect(process.threadCpuUsage(startedAt).user).toBeLessThan(2_000_000);
  expect(sideOf(segments, 'added')).toBe(after);
  expect(() => wordDiff('x'.repeat(900_000), '')).toThrow(AppError);
});
