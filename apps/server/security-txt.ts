/**
 * The text of `/.well-known/security.txt` as RFC 9116 asks for it.
 * @param contact an `https:`, `mailto:` or `tel:` address; a bare mail address is understood, too.
 * @param expiresAt after this moment finders must not rely on the text; at most a year ahead.
 * @throws {RangeError} where the contact is no such address: a line break in it would forge further fields.
 */
export function securityText(contact: string, expiresAt: Date, publicUrl: string): string {
  const address = /^[^\s@:]+@[^\s@:]+$/.test(contact) ? `mailto:${contact}` : contact;
  if (!/^(https:\/\/|mailto:|tel:)[\x21-\x7e]+$/.test(address)) throw new RangeError('contact must be an https, mailto or tel address');
  return [
    `Contact: ${address}`,
    `Expires: ${expiresAt.toISOString()}`,
    'Preferred-Languages: de, en',
    `Canonical: ${publicUrl}/.well-known/security.txt`,
    '',
  ].join('\n');
}
