import { fold } from './folding.js';
import { SEED_WORDS } from './seed-words.js';

/**
 * How much a word of the seed vocabulary counts when compounds are split: like a word seen in a few documents, so that a
 * community's own words soon outweigh it.
 */
const SEED_FREQUENCY = 3;

const SEED: ReadonlySet<string> = new Set(SEED_WORDS.map(fold));

/** Takes a folded word; 0 where the seed vocabulary does not know it. */
export function seedFrequency(foldedWord: string): number {
  return SEED.has(foldedWord) ? SEED_FREQUENCY : 0;
}
