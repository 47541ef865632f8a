import type { ProgrammeRole } from '#access/server';
import { readAtAGlance } from '../account/name.policy.js';
import { STATES } from '../sheet/sheet.policy.js';

/** What a column can mean besides a field of the sheet (whose id is the target then); empty: not imported. */
export const COLUMN_TARGETS = ['name', 'firstName', 'lastName', 'address', 'role'] as const;

const GUESSES: readonly (readonly [string, RegExp])[] = [
  ['firstName', /^(vorname|firstname|givenname)$/],
  ['lastName', /^(nachname|familienname|lastname|surname)$/],
  ['name', /^(name|namen|fullname|vollername|person|ansprechperson|mitglied)$/],
  ['address', /^(e?mail|e?mailadresse|mailaddress|emailaddress|adresse|address)$/],
  ['role', /^(rolle|rolleimprogramm|role|programmrolle)$/],
  ['organisation', /^(organisation|organization|institution|verwaltung|arbeitgeber|einrichtung|firma)$/],
  ['function', /^(funktion|position|stelle|beruf|function|aufgabe)$/],
  ['municipality', /^(kommune|gemeinde|stadt|ort|municipality|landkreis)$/],
  ['state', /^(bundesland|land|state)$/],
  ['phone', /^(telefon|telefonnummer|tel|phone|rufnummer|mobil)$/],
  ['topicsToGive', /^(themengeben|erfahrung|expertise|themen|topics)$/],
  ['topicsToWant', /^(themensuchen|interessen|interests)$/],
];

/** What each column probably means; every meaning at most once, the first column has it. */
export function guessTargets(columns: readonly string[], fieldIdByKey: ReadonlyMap<string, string>): Readonly<Record<string, string>> {
  const taken = new Set<string>();
  const guess = (column: string): string => {
    const plain = readAtAGlance(column).replace(/[^\p{L}]/gu, '');
    const found = GUESSES.find(([, pattern]) => pattern.test(plain))?.[0];
    const target = found === undefined ? '' : COLUMN_TARGETS.some((known) => known === found) ? found : (fieldIdByKey.get(found) ?? '');
    if (target === '' || taken.has(target)) return '';
    taken.add(target);
    return target;
  };
  return Object.fromEntries(columns.map((column) => [column, guess(column)]));
}

const ROLE_WORDS: Readonly<Record<string, readonly ProgrammeRole[]>> = {
  mentor: ['mentor'],
  mentorin: ['mentor'],
  mentee: ['mentee'],
  beides: ['mentor', 'mentee'],
  both: ['mentor', 'mentee'],
  mentormentee: ['mentor', 'mentee'],
  keine: [],
  neither: [],
  none: [],
  '': [],
};

/** null for a word that names no role. "Mentor*in", "Mentor:in" and "Mentor/in" are the same word. */
export function roleOf(cell: string): readonly ProgrammeRole[] | null {
  const plain = cell.toLowerCase().replace(/[^a-z]/g, '').replace(/^mentorinmentee$|^mentorundmentee$|^mentorinundmentee$/, 'mentormentee');
  return ROLE_WORDS[plain] ?? null;
}

const STATE_NAMES: readonly string[] = [
  'badenwurttemberg', 'bayern', 'berlin', 'brandenburg', 'bremen', 'hamburg', 'hessen', 'mecklenburgvorpommern', 'niedersachsen',
  'nordrheinwestfalen', 'rheinlandpfalz', 'saarland', 'sachsen', 'sachsenanhalt', 'schleswigholstein', 'thuringen',
];

/** People write names of states into tables, the sheet keeps codes; what is neither stays and is told as wrong. */
export function stateOf(cell: string): string {
  const upper = cell.trim().toUpperCase();
  if (STATES.some((state) => state === upper)) return upper;
  const plain = cell.normalize('NFKD').toLowerCase().replaceAll('ß', 'ss').replace(/[^a-z]/g, '');
  const index = STATE_NAMES.findIndex((name) => name === plain || name.replace('u', 'ue') === plain);
  return STATES[index] ?? cell;
}
