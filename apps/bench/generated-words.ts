import { SEED_WORDS } from '../../libs/search/server/analyser/seed-words.js';

/** A small generator of numbers with a fixed seed: every run has the same tips. */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Common words come often, rare ones seldom (Zipf), as in real texts. */
export function wordFrom(random: number): string {
  const rank = Math.floor(SEED_WORDS.length ** random) - 1;
  return SEED_WORDS[Math.min(rank, SEED_WORDS.length - 1)] ?? 'wort';
}
