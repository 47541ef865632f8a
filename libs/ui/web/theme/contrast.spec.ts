import { readFileSync } from 'node:fs';
import path from 'node:path';

const css = readFileSync(path.join(__dirname, 'tokens.css'), 'utf8');

type Scheme = 'light' | 'dark';

/** The value of a role, read from the style sheet itself. */
function colour(role: string, scheme: Scheme): string {
  const pair = new RegExp(`--${role}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(css);
  const value = pair?.[scheme === 'light' ? 1 : 2];
  if (value === undefined) throw new Error(`no role ${role}`);
  return value;
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const share = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

const text: readonly (readonly [string, readonly string[]])[] = [
  ['ink', ['paper', 'surface', 'sunken', 'green-soft', 'yellow-soft']],
  ['ink-quiet', ['paper', 'surface', 'sunken']],
  ['green', ['paper', 'surface', 'sunken', 'green-soft']],
  ['green-strong', ['paper', 'surface', 'green-soft']],
  ['on-green', ['green', 'green-strong']],
  ['on-green-soft', ['green-soft']],
  ['on-yellow', ['yellow']],
  ['on-yellow-soft', ['yellow-soft']],
  ['red', ['paper', 'surface', 'sunken']],
  ['on-red', ['red', 'red-strong']],
  ['on-red-soft', ['red-soft']],
  // The short messages turn ink and paper round.
  ['paper', ['ink']],
];

const controls: readonly (readonly [string, readonly string[]])[] = [
  ['line-control', ['paper', 'surface', 'sunken']],
  ['green', ['paper', 'surface']],
  ['red', ['paper', 'surface']],
  ['focus', ['paper', 'surface', 'sunken']],
];

const rows = (pairs: typeof text) =>
  pairs.flatMap(([front, backs]) => backs.flatMap((back) => (['light', 'dark'] as const).map((scheme) => [front, back, scheme] as const)));

describe('colours that stand on one another', () => {
  it.each(rows(text))('%s can be read on %s in the %s scheme', (front, back, scheme) => {
    expect(contrast(colour(front, scheme), colour(back, scheme))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(rows(controls))('%s can be made out on %s in the %s scheme', (front, back, scheme) => {
    expect(contrast(colour(front, scheme), colour(back, scheme))).toBeGreaterThanOrEqual(3);
  });

  it('the measure itself tells black on white from grey on grey', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
    expect(contrast('#777777', '#888888')).toBeLessThan(1.5);
  });
});
