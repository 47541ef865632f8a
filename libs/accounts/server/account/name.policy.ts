import { AppError } from '#platform/shared';

/** Letters of other scripts and digits that pass for Latin ones at a glance. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  а: 'a', в: 'b', е: 'e', ё: 'e', і: 'i', ї: 'i', ј: 'j', к: 'k', м: 'm', н: 'h', о: 'o', р: 'p', с: 'c', ѕ: 's', т: 't', у: 'y', х: 'x',
  α: 'a', β: 'b', ε: 'e', η: 'n', ι: 'i', κ: 'k', μ: 'm', ν: 'v', ο: 'o', ρ: 'p', τ: 't', υ: 'u', χ: 'x', ı: 'i', ł: 'l', ø: 'o', đ: 'd',
  '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '8': 'b', '@': 'a', $: 's', '|': 'i', '!': 'i',
};

/** A word of a name that begins so speaks for the staff. */
const STAFF_STEMS = ['admin', 'moderat', 'koordinat', 'coordinat', 'pusteblume', 'webmaster', 'postmaster', 'hostmaster', 'datenschutzbeauftragt'];
/** Names that speak for the staff when they are the whole name; within one they are somebody's surname. */
const STAFF_NAMES = new Set([
  'root', 'system', 'support', 'team', 'hilfe', 'help', 'service', 'sicherheit', 'security', 'datenschutz', 'redaktion', 'leitung',
  'offiziell', 'official', 'noreply', 'abuse', 'info', 'staff', 'projektteam', 'programmteam', 'projektleitung', 'programmleitung', 'geschaftsstelle',
]);

/** What a hasty eye reads: case, accents, digits and letters of other scripts folded into plain Latin ones. */
export function readAtAGlance(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss');
  return Array.from(plain, (sign) => LOOK_ALIKES[sign] ?? sign).join('');
}

/** Latin mixed with Cyrillic or Greek within one word is made to deceive. */
function mixesScripts(word: string): boolean {
  return /\p{Script=Latin}/u.test(word) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(word);
}

/**
 * @param programmeName the programme's own name speaks for the staff too.
 * @throws {AppError} BAD_USER_INPUT for what is no name or looks like the staff's.
 */
export function checkName(name: string, programmeName: string, field = 'name'): void {
  if (!/\p{L}/u.test(name)) throw AppError.badInput(field, 'account.nameNeedsLetters');
  if (looksLikeStaff(name, programmeName)) throw AppError.badInput(field, 'account.nameReserved');
}

export function looksLikeStaff(name: string, programmeName: string): boolean {
  if (name.split(/\s+/u).some(mixesScripts)) return true;
  const words = readAtAGlance(name).split(/[^\p{L}]+/u).filter(Boolean);
  const whole = words.join('');
  const programme = readAtAGlance(programmeName).replace(/[^\p{L}]/gu, '');
  return (
    STAFF_NAMES.has(whole) ||
    (programme.length >= 4 && whole === programme) ||
    STAFF_STEMS.some((stem) => whole.startsWith(stem) || words.some((word) => word.startsWith(stem)))
  );
}
