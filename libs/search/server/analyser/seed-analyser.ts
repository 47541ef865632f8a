import { Analyser } from './analyser.js';
import type { FrequencyOf } from './compounds.js';
import { seedFrequency } from './seed-vocabulary.js';

/** Splits compounds by the seed vocabulary alone. One for the process: what it remembers of a word depends on nothing else. */
export const seedAnalyser = new Analyser(seedFrequency);

/** With more words of its own than this, finding out what they touch costs more than reading anew. */
const MOST_OWN_WORDS = 300;

/**
 * An analyser that knows further words besides, and reads anew only what they can change.
 * @param ownWords folded words that count more than the seed vocabulary has them.
 */
export function analyserKnowing(ownWords: readonly string[], frequencyOf: FrequencyOf): Analyser {
  if (ownWords.length > MOST_OWN_WORDS) return new Analyser(frequencyOf);
  // Within compounds a final -e may be missing (Schul|hof), and a verb may stand as a noun (Raum|reservierung).
  const stubs = ownWords.map((word) => word.replace(/(?:en|[en])$/, ''));
  return new Analyser(frequencyOf, { analyser: seedAnalyser, isOwn: (word) => stubs.some((stub) => word.includes(stub)) });
}
