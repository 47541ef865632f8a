import { adaptForeignSyntax } from './foreign-syntax.js';
import { decodeText } from './decode.js';
import type { TextEncoding } from './decode.js';
import { frontMatterOf, splitFrontMatter } from './front-matter.js';
import type { FrontMatter, FrontMatterProblem, FrontMatterValue } from './front-matter.js';

export interface ImportProblem {
  /** Line in the file, from 1. */
  readonly line: number;
  readonly reason: FrontMatterProblem['reason'] | 'encoding.damaged';
  readonly excerpt: string;
}

export interface ImportedText {
  readonly title: string;
  readonly titleSource: 'frontMatter' | 'heading' | 'fileName';
  readonly frontMatter: FrontMatter;
  /** Markdown without front matter, and without its first heading where that became the title. */
  readonly body: string;
  readonly encoding: TextEncoding;
  /** What could not be read. The rest is there all the same. */
  readonly problems: readonly ImportProblem[];
}

/* Marks files written here: their Markdown is the own, nothing in it is to be adapted. */
const ownFormat = 'pusteblume/1';

const titleKeys = ['title', 'Title', 'titel', 'Titel'];
const meaninglessNames = /^(?:index|readme|start|home|main|unbenannt|untitled|dokument|text|\d*)$/i;

/** Headings of the highest level outside of code, as lines. */
function highestHeadings(lines: readonly string[]): readonly { readonly line: number; readonly text: string; readonly level: number }[] {
  let isCode = false;
  const all = lines.flatMap((text, line) => {
    if (/^ {0,3}(?:`{3,}|~{3,})/.test(text)) isCode = !isCode;
    const found = isCode ? null : /^ {0,3}(#{1,6})\s+(.+?)\s*#*\s*(?:\{#[^}]*\})?$/.exec(text);
    return found === null ? [] : [{ line, level: (found[1] ?? '').length, text: plainWords(found[2] ?? '') }];
  });
  const highest = Math.min(...all.map(({ level }) => level));
  return all.filter(({ level }) => level === highest);
}

function plainWords(markdown: string): string {
  return markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(\*\*|__|~~|[*_`])(.+?)\1/g, '$2')
    .replace(/\\([^\w\s])/g, '$1')
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Title from the file's name; names such as `index.md` say nothing, there the folder's name is taken. */
function titleOfName(fileName: string): string {
  const parts = fileName.normalize('NFC').split(/[\\/]|__/).filter((part) => part !== '');
  const names = parts.map((part) => part.replace(/\.(?:md|markdown|txt|mdx)$/i, '').replace(/[_\s-]+/g, ' ').replace(/^\d+[. ]+/, '').trim());
  const name = names.slice(-2).findLast((part) => !meaninglessNames.test(part)) ?? '';
  const words = name === name.toUpperCase() ? name.toLowerCase() : name;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

type Titled = Pick<ImportedText, 'title' | 'titleSource' | 'body'>;

function titled(frontMatter: FrontMatter, body: string, fileName: string): Titled {
  const written = titleKeys.map((key) => frontMatter[key]).find((value) => typeof value === 'string' || typeof value === 'number');
  if (written !== undefined && String(written).trim() !== '') {
    return { title: String(written).replace(/\s+/g, ' ').trim(), titleSource: 'frontMatter', body };
  }
  const lines = body.split('\n');
  const headings = highestHeadings(lines);
  const [first] = headings;
  const named = titleOfName(fileName);
  // Several headings of the highest level are chapters; the first of them names only its own.
  if (first !== undefined && first.text !== '' && (headings.length === 1 || named === '')) {
    const isAtTop = headings.length === 1 && lines.slice(0, first.line).every((line) => line.trim() === '');
    return { title: first.text, titleSource: 'heading', body: isAtTop ? lines.slice(first.line + 1).join('\n').trim() : body };
  }
  return { title: named, titleSource: 'fileName', body };
}

/**
 * Reads a Markdown file with or without front matter, in any usual encoding, from any usual program.
 * @throws AppError `import.tooLarge` or `import.notText`; everything smaller is told in `problems`
 */
export function importedText(bytes: Uint8Array, fileName: string): ImportedText {
  const { text, encoding, damagedLine } = decodeText(bytes);
  const { frontMatter: written, body, problems } = splitFrontMatter(text);
  const { format, ...others } = written;
  const frontMatter = format === ownFormat ? others : written;
  const damage: readonly ImportProblem[] =
    damagedLine === undefined
      ? []
      : [{ line: damagedLine, reason: 'encoding.damaged', excerpt: (text.split('\n')[damagedLine - 1] ?? '').trim().slice(0, 120) }];
  const markdown = format === ownFormat ? body : adaptForeignSyntax(body);
  return { ...titled(frontMatter, markdown, fileName), frontMatter, encoding, problems: [...problems, ...damage] };
}

/**
 * Writes a file that {@link importedText} reads back to equal front matter and body. Empty lines before and after the
 * body are not kept.
 */
export function exportedText(frontMatter: Readonly<Record<string, FrontMatterValue | undefined>>, body: string): string {
  return `${frontMatterOf({ ...frontMatter, format: ownFormat })}${body.trimEnd()}\n`;
}
