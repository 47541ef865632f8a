import { createHash } from 'node:crypto';
import path from 'node:path';
import { cleanLine, cleanText } from '#platform/server';
import { AppError } from '#platform/shared';
import { importedText, type FrontMatter, type FrontMatterValue } from '#text/server';
import { isWithin } from '#text/shared';
import { BODY_MAX, SUMMARY_MAX, TITLE_MAX, TOPICS_MAX } from '../tip/tip.inputs.js';

/** A file as it came. */
export interface SourceFile {
  /** Relative to the chosen folder. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Name of the folder or archive: a file called `index.md` has no better title. */
  readonly folder?: string;
}

export interface SourceProblem {
  readonly reason: string;
  readonly line: number | null;
  readonly excerpt: string | null;
}

/** What a file says, ready to become a tip. */
export interface SourceText {
  readonly title: string;
  readonly summary: string;
  readonly body: string;
  readonly topics: readonly string[];
  readonly isRetired: boolean;
  /** `YYYY-MM-DD`, where the file names one. */
  readonly checkDueOn: string | null;
  /** Names as the file has them. */
  readonly authors: readonly string[];
  /** Moments in ISO form, where the file names credible ones; `revisedAt` only beside `publishedAt`. */
  readonly publishedAt: string | null;
  readonly revisedAt: string | null;
  /** Equal for two files that say the same. */
  readonly fingerprint: string;
}

export interface ReadSource {
  /** The key that the same file has next time. */
  readonly key: string;
  /** The tip an own export came from. */
  readonly tipId: string | null;
  /** Null where the file is refused; the problems say why. */
  readonly text: SourceText | null;
  readonly problems: readonly SourceProblem[];
}

const TEXT_FILE = /\.(?:md|markdown|mdx|txt)$/i;
/* What operating systems and version control put beside texts. */
const HOUSEKEEPING = /(?:^|\/)(?:\.[^/]+|__MACOSX|node_modules|Thumbs\.db)(?:\/|$)/i;
const KEY_MAX = 400;

/** Whether a file of a folder or archive is meant to be a tip at all. */
export function isSource(filePath: string): boolean {
  return TEXT_FILE.test(filePath) && !isHousekeeping(filePath);
}

/** Whether nobody chose it: nothing is missed when it stays behind. */
export function isHousekeeping(filePath: string): boolean {
  return HOUSEKEEPING.test(keyOf(filePath));
}

/** The path as it is kept: forward slashes, no way out of the folder, letters in one spelling. */
export function keyOf(filePath: string): string {
  const clean = cleanLine(filePath.replaceAll('\\', '/'));
  return path.posix.normalize(`/${clean}`).slice(1).slice(-KEY_MAX);
}

/** Reads one file; whatever is wrong with it is told, nothing is thrown. */
export function readSource(file: SourceFile): ReadSource {
  const key = keyOf(file.path);
  const refused = (reason: string): ReadSource => ({ key, tipId: null, text: null, problems: [{ reason, line: null, excerpt: null }] });
  try {
    const read = importedText(file.bytes, file.folder === undefined ? key : `${file.folder}/${key}`);
    const problems: SourceProblem[] = read.problems.map(({ reason, line, excerpt }) => ({ reason, line, excerpt }));
    const told = (reason: string, excerpt: string): void => void problems.push({ reason, line: null, excerpt: excerpt.slice(0, 120) });
    const body = cleanText(read.body).trim();
    const title = cut(cleanLine(plainLine(read.title)) || firstWords(body), TITLE_MAX, (whole) => told('import.titleCut', whole));
    const summary = cut(cleanLine(textIn(read.frontMatter, SUMMARY_KEYS)), SUMMARY_MAX, (whole) => told('import.summaryCut', whole));
    if (title === '') return refused('import.noTitle');
    if (body === '') return refused('import.empty');
    if (!isWithin(body, BODY_MAX)) return refused('text.tooLong');
    const named = wordsIn(read.frontMatter, TOPIC_KEYS).map((word) => word.slice(0, 60));
    if (named.length > TOPICS_MAX) told('import.topicsCut', named.slice(TOPICS_MAX).join(', '));
    const topics = named.slice(0, TOPICS_MAX);
    const parts = { title, summary, body, topics };
    const due = textIn(read.frontMatter, ['checkDueOn']);
    return {
      key,
      tipId: textIn(read.frontMatter, ['id']) || null,
      text: {
        ...parts,
        isRetired: textIn(read.frontMatter, ['state']) === 'retired',
        checkDueOn: /^\d{4}-\d\d-\d\d$/.test(due) && !Number.isNaN(Date.parse(due)) ? due : null,
        authors: wordsIn(read.frontMatter, AUTHOR_KEYS),
        ...datesIn(read.frontMatter),
        fingerprint: fingerprintOf(parts),
      },
      problems,
    };
  } catch (error) {
    if (error instanceof AppError) return refused(error.reason);
    throw error;
  }
}

/** Two texts with the same fingerprint need no new revision. */
export function fingerprintOf(parts: Pick<SourceText, 'title' | 'summary' | 'body' | 'topics'>): string {
  const topics = parts.topics.map((topic) => topic.toLowerCase()).sort();
  return createHash('sha256').update(JSON.stringify([parts.title, parts.summary, parts.body.trim(), topics])).digest('base64url');
}

const SUMMARY_KEYS = ['summary', 'zusammenfassung', 'description', 'beschreibung', 'teaser', 'excerpt', 'lead'];
const TOPIC_KEYS = ['topics', 'themen', 'tags', 'schlagworte', 'schlagwörter', 'keywords', 'categories', 'kategorien'];
const AUTHOR_KEYS = ['authors', 'author', 'autoren', 'autorinnen', 'autor:innen', 'autorin', 'autor'];
const PUBLISHED_KEYS = ['published', 'publishedAt', 'veröffentlicht', 'date', 'datum'];
const REVISED_KEYS = ['revised', 'revisedAt', 'geändert', 'updated', 'lastmod'];

/** A tip is not from the future, and was not revised before it was published. */
function datesIn(frontMatter: FrontMatter): Pick<SourceText, 'publishedAt' | 'revisedAt'> {
  const publishedAt = momentIn(frontMatter, PUBLISHED_KEYS);
  const revisedAt = momentIn(frontMatter, REVISED_KEYS);
  return { publishedAt, revisedAt: publishedAt !== null && revisedAt !== null && revisedAt >= publishedAt ? revisedAt : null };
}

function momentIn(frontMatter: FrontMatter, keys: readonly string[]): string | null {
  const text = textIn(frontMatter, keys);
  const ms = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:\d\d)?)?$/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(ms) || ms < 0 || ms > Date.now() ? null : new Date(ms).toISOString();
}

function valueIn(frontMatter: FrontMatter, keys: readonly string[]): FrontMatterValue | undefined {
  const entries = Object.entries(frontMatter);
  return keys.map((key) => entries.find(([name]) => name.toLowerCase() === key.toLowerCase())?.[1]).find((value) => value !== undefined && value !== null);
}

function textIn(frontMatter: FrontMatter, keys: readonly string[]): string {
  const value = valueIn(frontMatter, keys);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function wordsIn(frontMatter: FrontMatter, keys: readonly string[]): readonly string[] {
  const value = valueIn(frontMatter, keys);
  const words = typeof value === 'string' ? value.split(/[,;]/) : Array.isArray(value) ? value.map(String) : [];
  return [...new Set(words.map((word) => cleanLine(word).slice(0, 120)).filter((word) => word !== ''))];
}

/** Titles are plain text; whoever wrote stress into one meant the words. A broken front matter leaves half of a pair of quotes. */
function plainLine(text: string): string {
  return text.replace(/^(["'])((?:(?!\1).)*)$/, '$2').replace(/(\*\*|\*|`)(?=\S)(.+?)(?<=\S)\1/g, '$2');
}

/** For files that are called by a number and have no heading: better their first words than no tip. */
function firstWords(body: string): string {
  const line = body.split('\n').map((text) => cleanLine(text.replace(/[#>*_`|[\]]+|\([^)]*\)/g, ' '))).find((text) => /\p{L}/u.test(text)) ?? '';
  return cut(line, 80, () => undefined);
}

/** Cuts between words where there are some. */
function cut(text: string, max: number, tell: (whole: string) => void): string {
  const signs = Array.from(text);
  if (signs.length <= max) return text;
  tell(text);
  const short = signs.slice(0, max - 1).join('');
  const lastSpace = short.lastIndexOf(' ');
  return `${(lastSpace > max / 2 ? short.slice(0, lastSpace) : short).trimEnd()}…`;
}
