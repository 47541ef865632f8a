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

/** What German puts before verbs and the nouns made of them: Teilung, Auf|teilung, Zusammen|arbeit. Folded. */
const PREFIX = /^(?:ab|an|auf|aus|bei|durch|ein|fort|gegen|her|hin|mit|nach|nieder|uber|um|unter|ver|vor|weg|weiter|wieder|zu|zuruck|zusammen)(?=[a-z]{6})/;

const ENDINGS = ['', 'n', 'en', 's', 'es', 'e', 'er', 'ern'];
/** What is left before an ending: of shorter words every slip makes another one. */
const SHORTEST_BASE = 4;

/**
 * Whether a folded word is ordinary German as far as the seed vocabulary knows: then it is rare here and not misspelt.
 * By its letters and not by its stem, which slips in an ending share.
 */
export function isOrdinaryWord(foldedWord: string): boolean {
  return isSeedForm(foldedWord) || isSeedForm(foldedWord.replace(PREFIX, ''));
}

function isSeedForm(word: string): boolean {
  return ENDINGS.some((ending) => word.endsWith(ending) && word.length - ending.length >= SHORTEST_BASE && SEED.has(ending === '' ? word : word.slice(0, -ending.length)));
}
