/**
 * One canonical form in which ä, ae and a meet, likewise ö/oe/o, ü/ue/u and ß/ss, in lower case and without marks.
 * "ue" stays after a vowel or q (neue, Bauer, Quelle), where it is no written-out umlaut.
 */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (/^[a-z0-9]*$/.test(lower) && !/[aou]e/.test(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .replace(/ae/g, 'a')
    .replace(/oe/g, 'o')
    .replace(/(^|[^aeq])ue/g, '$1u');
}
