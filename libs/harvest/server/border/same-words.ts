/** So many words in a row are nobody's by chance. */
const RUN = 8;

const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFC')
    // Where a link leads is no word of the sentence it stands in.
    .replace(/\]\([^)\s]*\)/g, ']')
    .toLocaleLowerCase('de')
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * Whether a text repeats another's words: eight in a row, or all of it where it is shorter. Signs, capitals and marking
 * do not count, so that a bold word or a changed comma does not hide a quotation.
 */
export function repeats(text: string, passage: string): boolean {
  const said = wordsOf(passage);
  const run = Math.min(RUN, said.length);
  if (run === 0) return false;
  const words = wordsOf(text);
  const runs = new Set<string>();
  for (let from = 0; from + run <= said.length; from += 1) runs.add(said.slice(from, from + run).join(' '));
  for (let from = 0; from + run <= words.length; from += 1) if (runs.has(words.slice(from, from + run).join(' '))) return true;
  return false;
}

/** Whether every word of a selection stands in a text in this order, whatever signs lie between. */
export function standsIn(text: string, selection: string): boolean {
  const words = wordsOf(selection);
  return words.length > 0 && ` ${wordsOf(text).join(' ')} `.includes(` ${words.join(' ')} `);
}
