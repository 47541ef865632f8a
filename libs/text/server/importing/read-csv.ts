import { CsvError, parse } from 'csv-parse/sync';
import { decodeText } from './decode.js';
import type { TextEncoding } from './decode.js';

export type CsvDelimiter = ',' | ';' | '\t' | '|';

export interface CsvRow {
  /** Line of the file in which the row begins, from 1, counting the header. */
  readonly line: number;
  /** By column; missing cells are empty, spaces around values are cut. */
  readonly values: Readonly<Record<string, string>>;
}

export interface CsvProblem {
  readonly line: number;
  readonly reason: 'csv.unclosedQuote' | 'csv.tooManyCells' | 'csv.tooFewCells' | 'csv.unreadable' | 'csv.repeatedColumn' | 'csv.empty' | 'encoding.damaged';
  readonly params?: Readonly<Record<string, string | number>>;
}

export interface CsvTable {
  readonly columns: readonly string[];
  readonly rows: readonly CsvRow[];
  readonly delimiter: CsvDelimiter;
  readonly encoding: TextEncoding;
  readonly problems: readonly CsvProblem[];
}

interface RawRecord {
  readonly record: readonly string[];
  readonly raw: string;
  readonly info: { readonly lines: number };
}

const delimiters: readonly CsvDelimiter[] = [';', ',', '\t', '|'];

/** Delimiters outside of quotes, per line of the first few. */
function countsOf(delimiter: CsvDelimiter, sample: string): readonly number[] {
  const counts: number[] = [];
  let count = 0;
  let isQuoted = false;
  for (const sign of sample) {
    if (sign === '"') isQuoted = !isQuoted;
    else if (sign === delimiter && !isQuoted) count += 1;
    else if (sign === '\n' && !isQuoted) {
      counts.push(count);
      count = 0;
    }
  }
  return [...counts, count].slice(0, 30);
}

/** The delimiter that splits the header and most lines alike. German spreadsheets write semicolons. */
function delimiterOf(text: string): CsvDelimiter {
  const sample = text.slice(0, 20_000);
  const rated = delimiters.map((delimiter) => {
    const [header = 0, ...others] = countsOf(delimiter, sample);
    const alike = others.filter((count) => count === header).length;
    return { delimiter, rating: header === 0 ? 0 : header + (others.length === 0 ? 0 : (alike / others.length) * 100) };
  });
  const best = rated.reduce((first, next) => (next.rating > first.rating ? next : first));
  return best.rating === 0 ? ',' : best.delimiter;
}

/**
 * Reads a table file as spreadsheets write them: comma, semicolon, tab or bar, quotes over several lines, the encodings
 * of {@link decodeText}, an optional `sep=;` line. Lines and columns on the right that are empty are skipped. Faults are told by line; whoever imports
 * refuses the whole file if there are any.
 * @throws AppError `import.tooLarge` or `import.notText`
 */
export function readCsv(bytes: Uint8Array): CsvTable {
  const { text, encoding, damagedLine } = decodeText(bytes);
  const told = /^sep=([;,\t|])\n/.exec(text);
  const body = told === null ? text : text.slice(told[0].length);
  const skippedLines = told === null ? 0 : 1;
  const delimiter = (told?.[1] as CsvDelimiter | undefined) ?? delimiterOf(body);
  const problems: CsvProblem[] = damagedLine === undefined ? [] : [{ line: damagedLine, reason: 'encoding.damaged' }];
  const records = readRecords(body, delimiter, problems);
  const [header, ...others] = records
    .map(({ record, raw, info }) => ({
      // The parser counts up to the end of a record; with line breaks in quotes it began earlier.
      line: info.lines - (raw.trim().match(/\n/g)?.length ?? 0) + skippedLines,
      cells: withoutEmptyEnd(record.map((cell) => cell.trim())),
      width: record.length,
    }))
    .filter(({ cells }) => cells.length > 0);
  const columns = header?.cells ?? [];
  if (header === undefined) problems.push({ line: 1, reason: 'csv.empty' });
  columns.forEach((column, index) => {
    if (column !== '' && columns.indexOf(column) < index) problems.push({ line: header?.line ?? 1, reason: 'csv.repeatedColumn', params: { column } });
  });
  const rows = others.map(({ line, cells, width }) => {
    if (cells.length > columns.length) problems.push({ line, reason: 'csv.tooManyCells', params: { expected: columns.length, found: cells.length } });
    else if (width < columns.length) problems.push({ line, reason: 'csv.tooFewCells', params: { expected: columns.length, found: width } });
    return { line, values: Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ''])) };
  });
  return { columns, rows, delimiter, encoding, problems };
}

/** Spreadsheets keep the width of their widest line: empty columns on the right and whole lines of nothing but delimiters. */
function withoutEmptyEnd(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
}

function readRecords(text: string, delimiter: CsvDelimiter, problems: CsvProblem[]): readonly RawRecord[] {
  const records: RawRecord[] = [];
  try {
    parse(text, {
      delimiter,
      info: true,
      raw: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      on_record: (record) => {
        records.push(record as unknown as RawRecord);
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const lines = (error as unknown as { readonly lines?: number }).lines ?? records.at(-1)?.info.lines ?? 1;
    problems.push({ line: lines, reason: error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'csv.unclosedQuote' : 'csv.unreadable' });
  }
  return records;
}
