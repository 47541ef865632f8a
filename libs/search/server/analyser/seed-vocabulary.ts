import { fold } from './folding.js';
import { lexemeOf } from './lexeme.js';
import { SEED_WORDS } from './seed-words.js';

/**
 * How much a word of the seed vocabulary counts when compounds are split: like a word seen in a few documents, so that a
 * community's own words soon outweigh it.
 */
const SEED_FREQUENCY = 3;

const SEED: ReadonlySet<string> = new Set(SEED_WORDS.map(fold));

const SEED_LEXEMES: ReadonlySet<string> = new Set([...SEED].map(lexemeOf));

/** A word of the seed vocabulary stays whole in all its forms: its parts say nothing about its meaning (Haushalt). */
export function isWhole(lexeme: string): boolean {
  return SEED_LEXEMES.has(lexeme);
}

/** Takes a folded word; 0 where the seed vocabulary does not know it. */
export function seedFrequency(foldedWord: string): number {
  return SEED.has(foldedWord) ? SEED_FREQUENCY : 0;
}
