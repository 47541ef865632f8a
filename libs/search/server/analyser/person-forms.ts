/**
 * Feminine forms of persons meet the masculine ones: a question for "Mentorinnen" finds what is written about a Mentor.
 * Decided by endings and a short list, never by the vocabulary, so that index and question always agree.
 */

/** Endings of words for persons that take "-in"; each long enough not to hit "Termin", "Berlin" or "Medizin". */
const PERSON_ENDING =
  /(?:er|or|ist|ent|ant|eur|log|ekt|kolleg|arzt|freund|chef|nachbar|walt|stand|koch|kund|gast|wirt|beamt|expert|genoss|prasident|soldat|kandidat|demokrat|burokrat|diplomat|advokat|magistrat|landrat|stadtrat|beirat|gemeinderat|pat|bot|zeug|graf|konig|notar|thekar|archivar|volontar|sekretar)$/;

/** Look like feminine forms and are none. */
const NO_PERSON: ReadonlySet<string> = new Set(['schwerin', 'glycerin', 'glyzerin', 'serin', 'florin']);

/** Takes and gives a folded word; what is no feminine form comes back unchanged. */
export function masculineForm(foldedWord: string): string {
  const singular = foldedWord.endsWith('innen') ? foldedWord.slice(0, -3) : foldedWord;
  if (!singular.endsWith('in') || singular.length < 5 || NO_PERSON.has(singular)) return foldedWord;
  const base = singular.slice(0, -2);
  return PERSON_ENDING.test(base) ? base : foldedWord;
}
