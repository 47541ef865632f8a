import { domainToASCII } from 'node:url';
import { AppError } from '#platform/shared';

/**
 * The one spelling of a mail address: composed, lower case, the domain in its ASCII form. Local parts outside ASCII are
 * refused: hardly a server takes them, and letters that look alike would make twins.
 * @throws {AppError} BAD_USER_INPUT.
 */
export function canonicalAddress(address: string, field = 'address'): string {
  const at = address.lastIndexOf('@');
  const local = address.slice(0, at).normalize('NFC').toLowerCase();
  const domain = domainToASCII(address.slice(at + 1).normalize('NFC').toLowerCase());
  if (domain === '' || local === '' || !/^[\x21-\x7e]+$/.test(local) || !domain.includes('.')) throw AppError.badInput(field, 'badAddress');
  return `${local}@${domain}`;
}

/** As {@link canonicalAddress}, for asking whether somebody has it: what is no address belongs to nobody. */
export function spellingOf(address: string): string {
  try {
    return canonicalAddress(address);
  } catch {
    return address;
  }
}

export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}
