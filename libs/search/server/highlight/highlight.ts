import type { AnalysedToken } from '../analyser/analyser.js';
import { seedAnalyser } from '../analyser/seed-analyser.js';

/** A piece of plain text; the web marks matches, no markup travels. */
export interface HighlightSegment {
  readonly text: string;
  readonly isMatch: boolean;
}

export interface Excerpt {
  readonly segments: readonly HighlightSegment[];
  /** True where text before or after was left out. */
  readonly isCutBefore: boolean;
  readonly isCutAfter: boolean;
}

/** About three lines of a result. */
const EXCERPT_LENGTH = 240;
/** Further text is not looked at; a match behind it only lacks its excerpt. */
const LONGEST_TEXT = 100_000;
/** A shorter stem inside a longer word is mostly chance. */
const SHORTEST_INNER_STEM = 4;

/** Marks what matched in a short text that is shown whole, such as a title. */
export function highlight(text: string, lexemes: readonly string[]): readonly HighlightSegment[] {
  return segmentsOf(text, matchesIn(text, new Set(lexemes)), 0, text.length);
}

/** The passage that shows best why a text was found; its beginning where nothing in it matched. */
export function excerpt(text: string, lexemes: readonly string[], length = EXCERPT_LENGTH): Excerpt {
  const whole = text.slice(0, LONGEST_TEXT);
  const matches = matchesIn(whole, new Set(lexemes));
  const [start, end] = wordBounds(whole, bestStart(matches, length), length);
  return {
    segments: segmentsOf(whole, matches, start, end),
    isCutBefore: start > 0,
    isCutAfter: end < text.trimEnd().length,
  };
}

interface Match {
  readonly start: number;
  readonly end: number;
  readonly lexeme: string;
}

function matchesIn(text: string, lexemes: ReadonlySet<string>): Match[] {
  if (lexemes.size === 0) return [];
  const inner = [...lexemes].filter((lexeme) => lexeme.length >= SHORTEST_INNER_STEM);
  const matches: Match[] = [];
  // By the seed vocabulary: what is marked must not depend on other documents.
  for (const token of seedAnalyser.analyse(text.slice(0, LONGEST_TEXT))) {
    const lexeme = matchedBy(token, lexemes, inner);
    if (lexeme !== undefined) matches.push({ start: token.start, end: token.end, lexeme });
  }
  return matches.sort((one, other) => one.start - other.start || one.end - other.end);
}

/** Runs for every word of every text found: no lists are made. */
function matchedBy(token: AnalysedToken, lexemes: ReadonlySet<string>, inner: readonly string[]): string | undefined {
  if (lexemes.has(token.lexeme)) return token.lexeme;
  if (token.kin !== null && lexemes.has(token.kin)) return token.kin;
  for (const { lexeme, kin } of token.parts) {
    if (lexemes.has(lexeme)) return lexeme;
    if (kin !== null && lexemes.has(kin)) return kin;
  }
  return inner.find((lexeme) => token.word.startsWith(lexeme) || token.word.endsWith(lexeme));
}

/** Where the stretch with the most different matches begins. */
function bestStart(matches: readonly Match[], length: number): number {
  let best = 0;
  let most = 0;
  let first = 0;
  const inside = new Map<string, number>();
  for (const match of matches) {
    inside.set(match.lexeme, (inside.get(match.lexeme) ?? 0) + 1);
    for (let out = matches[first]; out && match.end - out.start > length; out = matches[++first]) {
      const left = (inside.get(out.lexeme) ?? 1) - 1;
      if (left === 0) inside.delete(out.lexeme);
      else inside.set(out.lexeme, left);
    }
    const start = matches[first];
    if (start && inside.size > most) [best, most] = [start.start, inside.size];
  }
  return best;
}

/** Some words before the first match, cut between words; the beginning of a sentence where one is near. */
function wordBounds(text: string, firstMatch: number, length: number): readonly [number, number] {
  if (text.length <= length * 1.2) return [0, text.length];
  const lead = Math.floor(length / 4);
  let start = Math.max(0, Math.min(firstMatch - lead, text.length - length));
  if (start > 0) {
    const sentence = /[.!?]\s+(?=\S)/.exec(text.slice(start, firstMatch));
    const next = text.slice(start, firstMatch).search(/\s\S/);
    if (sentence) start += sentence.index + sentence[0].length;
    else if (next >= 0) start += next + 1;
  }
  let end = Math.min(text.length, start + length);
  if (end < text.length) {
    const last = text.slice(start, end).search(/\s\S*$/);
    if (last > length / 2) end = start + last;
  }
  return [start, end];
}

function segmentsOf(text: string, matches: readonly Match[], from: number, to: number): HighlightSegment[] {
  const segments: HighlightSegment[] = [];
  let at = from;
  const push = (end: number, isMatch: boolean): void => {
    const last = segments.at(-1);
    // "Klima-Check" is one word to the eye: two marks side by side would show a gap.
    if (end > at && last?.isMatch === isMatch) segments.splice(-1, 1, { text: last.text + text.slice(at, end), isMatch });
    else if (end > at) segments.push({ text: text.slice(at, end), isMatch });
    at = Math.max(at, end);
  };
  for (const match of matches) {
    if (match.end <= at || match.start >= to) continue;
    push(Math.max(at, match.start), false);
    push(Math.min(match.end, to), true);
  }
  push(to, false);
  return segments;
}
