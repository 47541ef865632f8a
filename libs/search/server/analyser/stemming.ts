import * as snowball from 'snowball-stemmers';

// The package marks itself as an ES module and is none: where its function ends up depends on who loads it.
const german = (snowball.newStemmer ?? snowball.default.newStemmer)('german');

/**
 * Takes a folded word. Words with digits and very short ones keep their form.
 *
 * Snowball was measured against CISTEM on several collections: both are equal once derived and past forms are added as
 * kin (see kinship.ts), and Snowball joins fewer words that have nothing to do with each other.
 */
export function stem(foldedWord: string): string {
  return foldedWord.length < 4 || /\d/.test(foldedWord) ? foldedWord : german.stem(foldedWord);
}
