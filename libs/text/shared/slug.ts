const germanLetters: Readonly<Record<string, string>> = {
  ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', '&': ' und ',
};

/**
 * A readable address part: `slugOf("Förderantrag stellen?")` is `foerderantrag-stellen`. Lower case letters, digits and
 * single hyphens only, cut at a word near `maxLength`. Empty if the text has no Latin letter or digit: callers then
 * need a name of their own.
 */
export function slugOf(text: string, maxLength = 80): string {
  const slug = text
    .slice(0, 2000)
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüßæœøłđ&]/g, (letter) => germanLetters[letter] ?? letter)
    .normalize('NFKD')
    .replace(/[\p{M}\u00AD\u200B-\u200D'’]/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  if (slug.length <= maxLength) return slug;
  const cut = slug.slice(0, maxLength + 1);
  const lastWordEnd = cut.lastIndexOf('-');
  // A single word longer than the limit is cut inside.
  return (lastWordEnd > maxLength / 2 ? cut.slice(0, lastWordEnd) : cut.slice(0, maxLength)).replace(/-+$/, '');
}
