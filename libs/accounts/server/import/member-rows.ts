import type { ProgrammeRole } from '#access/server';
import { cleanLine, isMailAddress, lengthOf } from '#platform/server';
import { AppError, type ErrorParams } from '#platform/shared';
import type { CsvTable } from '#text/server';
import { canonicalAddress } from '../account/address.policy.js';
import { checkName } from '../account/name.policy.js';
import { checkAnswers } from '../sheet/sheet.policy.js';
import type { SheetFieldRow } from '../sheet/sheets.js';
import { bareAddress, nameOf, roleOf, stateOf } from './member-columns.js';

/** `error` stops the import of the whole file; `note` does not (the person is there already). */
export interface RowProblem {
  readonly line: number;
  readonly column: string | null;
  readonly reason: string;
  readonly params?: ErrorParams;
  readonly isError: boolean;
}

export interface MemberRow {
  readonly line: number;
  readonly name: string;
  readonly address: string;
  readonly programmeRoles: readonly ProgrammeRole[];
  readonly answers: readonly { readonly fieldId: string; readonly answers: readonly string[] }[];
}

export interface CheckedRows {
  readonly members: readonly MemberRow[];
  readonly problems: readonly RowProblem[];
}

const NAME_MAX = 120;

interface Check {
  readonly mapping: Readonly<Record<string, string>>;
  readonly fields: readonly SheetFieldRow[];
  readonly programmeName: string;
  /** Addresses that have an account. */
  readonly known: ReadonlySet<string>;
}

/** Reads every line of the table and tells all that is wrong at once, by line and column. */
export function checkRows(table: CsvTable, check: Check): CheckedRows {
  const columnOf = (target: string): string | null => table.columns.find((column) => check.mapping[column] === target) ?? null;
  const problems: RowProblem[] = table.problems.map((problem) => ({ column: null, isError: true, ...problem }));
  // A file without anything in it needs no further remarks.
  if (table.columns.length === 0) return { members: [], problems };
  // Beside first names the last names are what counts.
  const nameColumn = (columnOf('firstName') === null ? null : columnOf('lastName')) ?? columnOf('name') ?? columnOf('lastName');
  const hasName = nameColumn !== null;
  if (!hasName) problems.push({ line: 1, column: null, reason: 'import.noNameColumn', isError: true });
  if (columnOf('address') === null) problems.push({ line: 1, column: null, reason: 'import.noAddressColumn', isError: true });
  if (!hasName || columnOf('address') === null) return { members: [], problems: inOrder(problems) };

  const members: MemberRow[] = [];
  const lines = new Map<string, number>();
  for (const { line, values } of table.rows) {
    const cell = (target: string): string => cleanLine(values[columnOf(target) ?? ''] ?? '');
    const wrong = (target: string, reason: string, params?: ErrorParams, isError = true): void => {
      problems.push({ line, column: target === 'name' ? nameColumn : columnOf(target), reason, isError, ...(params === undefined ? {} : { params }) });
    };
    const name = wholeName({ name: nameOf(columnOf('name') ?? '', cell('name')), firstName: cell('firstName'), lastName: nameOf(columnOf('lastName') ?? '', cell('lastName')) });
    const nameProblem = problemWith(() => checkName(name, check.programmeName));
    if (name === '') wrong('name', 'required');
    else if (lengthOf(name) > NAME_MAX) wrong('name', 'tooLong', { max: NAME_MAX, length: lengthOf(name) });
    else if (nameProblem !== null) wrong('name', nameProblem);

    const address = addressOf(bareAddress(cell('address')));
    const sameAt = address === null ? undefined : lines.get(address);
    if (address === null) wrong('address', cell('address') === '' ? 'required' : 'badAddress');
    else if (sameAt !== undefined) wrong('address', 'import.repeatedAddress', { line: sameAt });
    else if (check.known.has(address)) wrong('address', 'import.knownAddress', undefined, false);
    if (address !== null && sameAt === undefined) lines.set(address, line);

    const programmeRoles = roleOf(cell('role'));
    if (programmeRoles === null) wrong('role', 'import.unknownRole', { value: cell('role') });

    const answers = check.fields.flatMap((field) => {
      const given = answersFrom(field, values[columnOf(field.id) ?? ''] ?? '');
      if (given.length === 0) return [];
      const checked = checkAnswers(field.kind, field.choices, given);
      if ('answers' in checked) return [{ fieldId: field.id, answers: checked.answers }];
      wrong(field.id, checked.wrong.reason, checked.wrong.params);
      return [];
    });
    if (address !== null && programmeRoles !== null) members.push({ line, name, address, programmeRoles, answers });
  }
  return {
    members: members.filter((member) => !check.known.has(member.address)),
    problems: inOrder(problems),
  };
}

/** First and last name make the name where both are told; what is said to be the whole name steps in for one that is missing. */
function wholeName({ name, firstName, lastName }: Readonly<Record<'name' | 'firstName' | 'lastName', string>>): string {
  if (firstName === '') return name || lastName;
  // Who is called Ernst Ernst has the same word in both columns.
  if (lastName !== '') return isSame(lastName, firstName) ? `${firstName} ${lastName}` : withFirstName(lastName, firstName);
  return withFirstName(name, firstName);
}

/** A first name in a column of its own belongs to the name, unless it stands in it already: many a column of last names holds whole ones. */
function withFirstName(name: string, firstName: string): string {
  const [last = '', first = '', ...others] = name.split(',').map((part) => part.trim());
  if (last !== '' && isSame(first, firstName) && others.length === 0) return `${first} ${last}`;
  const words = (text: string): string => ` ${text.toLowerCase().replace(/[\s,;()]+/g, ' ').trim()} `;
  return words(name).includes(words(firstName)) ? name : [firstName, name].filter(Boolean).join(' ');
}

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

const inOrder = (problems: readonly RowProblem[]): readonly RowProblem[] => problems.toSorted((one, other) => one.line - other.line);

function addressOf(cell: string): string | null {
  const lower = cell.toLowerCase();
  if (!isMailAddress(lower)) return null;
  try {
    return canonicalAddress(lower);
  } catch {
    return null;
  }
}

function problemWith(check: () => void): string | null {
  try {
    check();
    return null;
  } catch (error) {
    if (error instanceof AppError) return error.reason;
    throw error;
  }
}

/** Several topics or choices share one cell, parted by comma, semicolon, bar or line. */
function answersFrom(field: SheetFieldRow, cell: string): readonly string[] {
  if (cell.trim() === '') return [];
  if (field.kind === 'state') return [stateOf(cell)];
  return field.kind === 'topics' || field.kind === 'multiple' ? cell.split(/[,;|\n]/).map((part) => part.trim()).filter(Boolean) : [cell];
}
