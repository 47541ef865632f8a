import { parseDocument, stringify } from 'yaml';

/** A value of a front matter: what YAML and JSON have in common. */
export type FrontMatterValue = string | number | boolean | null | readonly FrontMatterValue[] | { readonly [key: string]: FrontMatterValue };
export type FrontMatter = Readonly<Record<string, FrontMatterValue>>;

export interface FrontMatterProblem {
  /** Line in the file, from 1. */
  readonly line: number;
  readonly reason: 'frontMatter.invalid' | 'frontMatter.unclosed';
  /** The line as it stands in the file, cut to 120 characters. */
  readonly excerpt: string;
}

export interface SplitText {
  readonly frontMatter: FrontMatter;
  readonly body: string;
  /** Line of the file in which the body begins, from 1. */
  readonly bodyLine: number;
  readonly problems: readonly FrontMatterProblem[];
}

const entry = /^([\p{L}_][\p{L}\p{N}_ -]{0,60}?)\s*:(?:\s+(.*))?$/u;
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);

/** Only own, harmless keys and plain values: a file must not reach into prototypes. */
function plainValue(value: unknown, depth = 0): FrontMatterValue {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (depth > 8) return null;
  if (Array.isArray(value)) return value.map((item) => plainValue(item, depth + 1));
  if (typeof value !== 'object') return value === undefined ? null : String(value);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !forbiddenKeys.has(key))
      .map(([key, item]) => [key, plainValue(item, depth + 1)]),
  );
}

function unquoted(text: string): string {
  const inner = /^"(.*)"$|^'(.*)'$/s.exec(text.trim());
  return inner?.[1] ?? inner?.[2] ?? text.trim();
}

/** What can be read of a broken front matter: `key: value` lines, and lists below a key. */
function salvaged(lines: readonly string[]): FrontMatter {
  const found: Record<string, FrontMatterValue> = {};
  let lastKey: string | undefined;
  for (const line of lines) {
    const item = /^\s*-\s+(.+)$/.exec(line)?.[1];
    if (item !== undefined && lastKey !== undefined) {
      const earlier = found[lastKey];
      found[lastKey] = [...(Array.isArray(earlier) ? (earlier as FrontMatterValue[]) : []), unquoted(item)];
      continue;
    }
    const [, key, value = ''] = entry.exec(line) ?? [];
    if (key === undefined || forbiddenKeys.has(key)) continue;
    lastKey = key;
    found[key] = unquoted(value);
  }
  return found;
}

function parseFrontMatter(lines: readonly string[]): Pick<SplitText, 'frontMatter' | 'problems'> {
  const problemAt = (line: number): FrontMatterProblem => ({
    line: line + 1,
    reason: 'frontMatter.invalid',
    excerpt: (lines[line - 1] ?? '').trim().slice(0, 120),
  });
  const document = parseDocument(lines.join('\n'), { schema: 'core', uniqueKeys: false, logLevel: 'silent' });
  const errors = document.errors.map((error) => problemAt(error.linePos?.[0].line ?? 1));
  if (errors.length > 0) return { frontMatter: salvaged(lines), problems: errors.slice(0, 5) };
  try {
    // Few aliases: nested ones grow without bound.
    const value = plainValue(document.toJS({ maxAliasCount: 20 }));
    if (value === null) return { frontMatter: {}, problems: [] };
    if (typeof value === 'object' && !Array.isArray(value)) return { frontMatter: value as FrontMatter, problems: [] };
  } catch {
    // Reported below like any other front matter that cannot be read.
  }
  return { frontMatter: salvaged(lines), problems: [problemAt(1)] };
}

/** Splits a Markdown file into front matter and body. A broken front matter is reported, never thrown. */
export function splitFrontMatter(text: string): SplitText {
  const lines = text.split('\n');
  const bodyFrom = (from: number): Pick<SplitText, 'body' | 'bodyLine'> => {
    let first = from;
    while (first < lines.length && (lines[first] ?? '').trim() === '') first += 1;
    return { body: lines.slice(first).join('\n').trimEnd(), bodyLine: first + 1 };
  };
  if (!/^---\s*$/.test(lines[0] ?? '')) return { frontMatter: {}, problems: [], ...bodyFrom(0) };
  const closing = lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)\s*$/.test(line));
  const inner = closing < 0 ? [] : lines.slice(1, closing);
  // A text may also begin with a rule: then no `key: value` follows.
  const isFrontMatter = closing > 0 && inner.every((line) => line.trim() === '' || /^\s|^#|^-\s|^[[\]{}]/.test(line) || line.includes(':'));
  if (isFrontMatter) return { ...parseFrontMatter(inner), ...bodyFrom(closing + 1) };
  if (!entry.test(lines[1] ?? '')) {
    return closing > 0 && inner.some((line) => entry.test(line))
      ? { ...parseFrontMatter(inner), ...bodyFrom(closing + 1) }
      : { frontMatter: {}, problems: [], ...bodyFrom(0) };
  }
  if (closing > 0 && closing < 60) return { ...parseFrontMatter(inner), ...bodyFrom(closing + 1) };
  const blank = lines.findIndex((line, index) => index > 0 && line.trim() === '');
  const end = blank < 0 ? lines.length : blank;
  return {
    frontMatter: salvaged(lines.slice(1, end)),
    problems: [{ line: 1, reason: 'frontMatter.unclosed', excerpt: '---' }],
    ...bodyFrom(end),
  };
}

/**
 * Writes a front matter that {@link splitFrontMatter} reads back to equal values, ending in an empty line. Undefined
 * values are left out; an empty one is written as well, so that a body beginning with a rule is not mistaken for one.
 */
export function frontMatterOf(values: Readonly<Record<string, FrontMatterValue | undefined>>): string {
  const known = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
  return `---\n${stringify(known, { schema: 'core', lineWidth: 0, aliasDuplicateObjects: false })}---\n\n`;
}
