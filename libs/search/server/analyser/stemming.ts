import snowball from 'snowball-stemmers';

const german = snowball.newStemmer('german');

/** Takes a folded word. Words with digits and very short ones keep their form. */
export function snowballStem(foldedWord: string): string {
  return foldedWord.length < 4 || /\d/.test(foldedWord) ? foldedWord : german.stem(foldedWord);
}

/**
 * CISTEM (Leonie Weissweiler, Alexander Fraser: "Developing a Stemmer for German Based on a Comparative Analysis of
 * Publicly Available Stemmers", 2017), on folded words. Strips more than Snowball: -t of verbs, -nd, the ge- of participles.
 */
export function cistemStem(foldedWord: string): string {
  if (foldedWord.length < 4 || /\d/.test(foldedWord)) return foldedWord;
  let word = foldedWord
    .replace(/^ge(?=.{4})/, '')
    .replace(/sch/g, '$')
    .replace(/ei/g, '%')
    .replace(/ie/g, '&')
    .replace(/(.)\1/g, '$1*');
  while (word.length > 3) {
    const shorter = (word.length > 5 && word.match(/(?:e[mr]|nd)$/)) ? word.slice(0, -2) : word.replace(/[tesn]$/, '');
    if (shorter === word) break;
    word = shorter;
  }
  return word
    .replace(/(.)\*/g, '$1$1')
    .replace(/&/g, 'ie')
    .replace(/%/g, 'ei')
    .replace(/\$/g, 'sch');
}

/** The stemmer in use; see docs/decisions.md for the comparison. */
export const stem = process.env.STEM === 'cistem' ? cistemStem : snowballStem;
