import type { ProgrammeRole } from '#access/server';
import { readAtAGlance } from '../account/name.policy.js';
import { STATES } from '../sheet/sheet.policy.js';

/** What a column can mean besides a field of the sheet (whose id is the target then); empty: not imported. */
export const COLUMN_TARGETS = ['name', 'firstName', 'lastName', 'address', 'role'] as const;

/** Heads of columns as programs and people write them, the surer reading of a meaning first. */
const GUESSES: readonly (readonly [string, RegExp])[] = [
  ['firstName', /^(vornamen?|rufname|firstname|givenname)$/],
  ['lastName', /^(nachname|familienname|zuname|lastname|surname|familyname)$/],
  ['name', /^(name|namen|fullname|vollername|displayname|anzeigename|person|ansprechpersone?n?|ansprechpartner(in)?|kontaktperson|mitglied)$/],
  ['name', /^(vor(name)?(und)?(nach|familien)name|(nach|familien)?name(und)?vorname)$/],
  ['address', /^(e?mail|e?mail(adresse|address|anschrift))$/],
  ['address', /^(dienstliche|berufliche|geschaftliche|private)?e?mail(adresse|address|anschrift)?(dienstlich|beruflich|geschaftlich|arbeit|work|privat|value)?$/],
  ['address', /^(adresse|address)$/],
  ['role', /^(rolle|rolleim(programm|projekt)|role|programmrolle)$/],
  ['organisation', /^(organisation|organization|institution|verwaltung|behorde|arbeitgeber|einrichtung|firma|unternehmen|company|verein)$/],
  ['function', /^(funktion|position|stelle|beruf|function|aufgabe|jobtitle)$/],
  ['municipality', /^(kommune|gemeinde|stadt|ort|wohnort|municipality|city|stadtgemeinde|landkreis|kreis)$/],
  ['state', /^(bundesland|land|state)$/],
  ['phone', /^(telefon|telefonnummer|telnr|tel|phone|phonenumber|rufnummer|mobil|mobilnummer|mobiltelefon|handy|handynummer)$/],
  ['topicsToGive', /^(themengeben|erfahrung|expertise|themen|topics)$/],
  ['topicsToWant', /^(themensuchen|interessen|interests)$/],
];

const LAST_NAME_FIRST = /^(nach|familien)?name(und)?vorname$/;

const plainHead = (column: string): string => readAtAGlance(column.replace(/\p{N}/gu, '')).replace(/[^\p{L}]/gu, '');

/**
 * What each column probably means; every meaning at most once. The surest head has it, not the first: a table of contacts
 * has "Adresse" (the street) before "E-Mail".
 */
export function guessTargets(columns: readonly string[], fieldIdByKey: ReadonlyMap<string, string>): Readonly<Record<string, string>> {
  const targetOf = new Map<string, string>();
  const taken = new Set<string>();
  for (const [meaning, pattern] of GUESSES) {
    const target = COLUMN_TARGETS.some((known) => known === meaning) ? meaning : (fieldIdByKey.get(meaning) ?? '');
    const column = columns.find((one) => !targetOf.has(one) && pattern.test(plainHead(one)));
    if (target === '' || column === undefined || taken.has(target)) continue;
    targetOf.set(column, target);
    taken.add(target);
  }
  // Beside a column of first names "Name" holds the last names.
  const nameColumn = columns.find((column) => targetOf.get(column) === 'name');
  if (nameColumn !== undefined && taken.has('firstName') && !taken.has('lastName')) targetOf.set(nameColumn, 'lastName');
  return Object.fromEntries(columns.map((column) => [column, targetOf.get(column) ?? '']));
}

/** "Lange, Petra" under a head that says so is Petra Lange. */
export function nameOf(column: string, cell: string): string {
  const [last = '', first = '', ...others] = cell.split(',').map((part) => part.trim());
  return LAST_NAME_FIRST.test(plainHead(column)) && first !== '' && others.length === 0 ? `${first} ${last}` : cell;
}

/** The address alone of what mail programs and cells with links copy along: "Petra Lange <petra@…>", "mailto:petra@…". */
export function bareAddress(cell: string): string {
  return (/<([^<>]*)>$/.exec(cell)?.[1] ?? cell).replace(/^mailto:/i, '').trim();
}

const ROLE_WORDS: Readonly<Record<string, readonly ProgrammeRole[]>> = {
  mentor: ['mentor'],
  mentorin: ['mentor'],
  mentee: ['mentee'],
  beides: ['mentor', 'mentee'],
  both: ['mentor', 'mentee'],
  beide: ['mentor', 'mentee'],
  mentormentee: ['mentor', 'mentee'],
  keine: [],
  neither: [],
  none: [],
  '': [],
};

/** null for a word that names no role. "Mentor*in", "Mentor:in" and "Mentor/in" are the same word. */
export function roleOf(cell: string): readonly ProgrammeRole[] | null {
  const plain = cell.toLowerCase().replace(/[^a-z]/g, '').replace(/^mentor(in)?(und)?mentee$|^mentee(und)?mentor(in)?$/, 'mentormentee');
  return ROLE_WORDS[plain] ?? null;
}

const STATE_NAMES: readonly string[] = [
  'badenwurttemberg', 'bayern', 'berlin', 'brandenburg', 'bremen', 'hamburg', 'hessen', 'mecklenburgvorpommern', 'niedersachsen',
  'nordrheinwestfalen', 'rheinlandpfalz', 'saarland', 'sachsen', 'sachsenanhalt', 'schleswigholstein', 'thuringen',
];

/** What people say for them besides. */
const STATE_SHORT_NAMES: Readonly<Record<string, (typeof STATES)[number]>> = {
  bawu: 'BW', bawue: 'BW', bln: 'BE', brb: 'BB', bbg: 'BB', meckpomm: 'MV', nds: 'NI', nrw: 'NW', rlp: 'RP', lsa: 'ST',
};

/** "Freistaat Bayern", "Land Berlin", "Freie und Hansestadt Hamburg". */
const STATE_STYLES = /^(freistaat|land|(freie(und)?)?hansestadt)/;

/** People write names of states into tables, the sheet keeps codes; what is neither stays and is told as wrong. */
export function stateOf(cell: string): string {
  const upper = cell.trim().toUpperCase();
  if (STATES.some((state) => state === upper)) return upper;
  const plain = cell.normalize('NFKD').toLowerCase().replaceAll('ß', 'ss').replace(/[^a-z]/g, '').replace(STATE_STYLES, '');
  const index = STATE_NAMES.findIndex((name) => name === plain || name.replace('u', 'ue') === plain);
  return STATES[index] ?? STATE_SHORT_NAMES[plain] ?? cell;
}
