import { lengthOf } from '#platform/server';
import { AppError } from '#platform/shared';
import { readAtAGlance } from '../account/name.policy.js';

export const PASSWORD_MIN = 8;
/** Beyond any sentence a person types; bounds the work of one request. */
export const PASSWORD_MAX = 256;

/** Common among German speakers, missing in the international list. */
const COMMON_IN_GERMAN = [
  'passwort', 'passwort1', 'passwort12', 'passwort123', 'passwort1234', 'geheim123', 'hallo123', 'hallo1234', 'hallohallo', 'ichliebedich',
  'schatz123', 'schatzi1', 'sonnenschein', 'fussball', 'fußball', 'fussball1', 'deutschland', 'deutschland1', 'willkommen', 'willkommen1',
  'willkommen123', 'sommer2024', 'sommer2025', 'sommer2026', 'winter2024', 'winter2025', 'winter2026', 'berlin123', 'hamburg1', 'münchen1', 'muenchen',
  'schalke04', 'borussia', 'bayern123', 'dortmund', 'frankfurt', 'schokolade', 'erdbeere', 'schmetterling', 'internet1', 'computer1', 'test1234',
  'testtest', 'qwertzui', 'qwertzuiop', 'qwertz123', 'qwertz12', 'asdfghjkl', 'asdfasdf', 'yxcvbnm1', '1q2w3e4r5t6z', 'start123', 'start1234', 'anmelden',
  'löwenzahn', 'loewenzahn', 'pusteblume', 'pusteblume1', 'pusteblume123', 'ehrenamt', 'verwaltung', 'rathaus1', 'gemeinde', 'gemeinde1', 'klimaschutz',
];

let common: Promise<ReadonlySet<string>> | null = null;

/** About 18,000 passwords of 8 and more characters. Loaded when first needed and reduced to those. */
function commonPasswords(): Promise<ReadonlySet<string>> {
  common ??= import('@zxcvbn-ts/language-common').then(
    ({ dictionary }) => new Set([...dictionary['passwords-common'].filter((password) => password.length >= PASSWORD_MIN), ...COMMON_IN_GERMAN]),
  );
  return common;
}

/** What somebody who knows the person a little would try first. */
export interface PasswordOwner {
  readonly address: string;
  readonly name: string;
  readonly programmeName: string;
  readonly municipality?: string | null;
}

/**
 * Long enough, not common, not the person's own data. No rules about kinds of characters: they make passwords worse.
 * @throws {AppError} BAD_USER_INPUT with a reason for each way to be refused.
 */
export async function checkPassword(password: string, owner: PasswordOwner, field = 'password'): Promise<void> {
  const length = lengthOf(password);
  if (length < PASSWORD_MIN) throw AppError.badInput(field, 'tooShort', { min: PASSWORD_MIN, length });
  if (length > PASSWORD_MAX) throw AppError.badInput(field, 'tooLong', { max: PASSWORD_MAX, length });
  const lower = password.normalize('NFC').toLowerCase();
  const known = await commonPasswords();
  // A digit or an exclamation mark at the end does not make a common word an uncommon one.
  if (known.has(lower) || known.has(lower.replace(/[\d!?.*]{1,2}$/u, '')) || new Set(Array.from(lower)).size < 3) {
    throw AppError.badInput(field, 'account.passwordCommon');
  }
  if (isAboutOwner(lower, owner)) throw AppError.badInput(field, 'account.passwordPersonal');
}

function isAboutOwner(password: string, owner: PasswordOwner): boolean {
  const letters = (text: string): string => readAtAGlance(text).replace(/[^\p{L}]/gu, '');
  // Digits before and after are what people add; within, they are letters in disguise.
  const core = letters(password.replace(/^[\d\W_]+|[\d\W_]+$/gu, ''));
  const [local = ''] = owner.address.split('@');
  const names = owner.name.split(/\s+/u);
  const own = [owner.address, local, owner.name, names.toReversed().join(''), ...names, owner.programmeName, owner.municipality ?? '', 'pusteblume'];
  if (password.includes(owner.address.toLowerCase())) return true;
  return own.map(letters).some((word) => word.length >= 3 && (core === word || core === word + word));
}
