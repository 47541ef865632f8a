import type { AnalysedToken } from '../analyser/analyser.js';
import { isOrdinaryWord } from '../analyser/seed-vocabulary.js';
import { repairCompound, type RepairedCompound } from './compound-repair.js';
import type { Lexicon } from './lexicon.js';
import { corrections, isMisspeltStopWord, SHORTEST_CORRECTED, type Correction, type SpellingCandidate } from './spelling.js';

/** What is known about a word of the question that does not occur as it was typed. */
export interface Slip {
  readonly corrections: readonly Correction[];
  /** Set where nothing is near to the whole word, but to one side of it. */
  readonly repaired: RepairedCompound | null;
  /** Its stem occurs, but is so short that this says little. */
  readonly isDoubtful: boolean;
  /** A function word with a slip: asks for nothing. */
  readonly isFunctionWord: boolean;
}

/** Stems up to this length meet by chance. */
const SHORT_STEM = 4;
/** Each repair costs two look-ups. */
const MOST_REPAIRS = 2;

interface Known {
  readonly words: ReadonlyMap<string, SpellingCandidate>;
  readonly documents: ReadonlyMap<string, number>;
  readonly lexicon: Lexicon;
  readonly text: string;
}

export async function findSlips(tokens: readonly AnalysedToken[], known: Known): Promise<ReadonlyMap<AnalysedToken, Slip>> {
  const { words, documents, lexicon, text } = known;
  const suspects = tokens.filter((token) => isCorrectable(token) && !words.has(token.word));
  const isDoubtful = (token: AnalysedToken): boolean => documents.has(token.lexeme) && token.lexeme.length <= SHORT_STEM;
  const unknown = suspects.filter((token) => !documents.has(token.lexeme) || isDoubtful(token));
  if (unknown.length === 0) return new Map();
  const near = await lexicon.near(unknown.map((token) => token.word));
  const slips = new Map<AnalysedToken, Slip>();
  let repairs = 0;
  for (const token of unknown) {
    const isSmall = /^\p{Ll}/u.test(text.slice(token.start));
    const found = corrections(token.word, near.get(token.word) ?? []);
    const isLost = found.length === 0 && token.parts.every((part) => !documents.has(part.lexeme)) && repairs < MOST_REPAIRS;
    if (isLost) repairs += 1;
    slips.set(token, {
      corrections: found,
      repaired: isLost ? await repairCompound(token.word, lexicon) : null,
      isDoubtful: isDoubtful(token),
      isFunctionWord: isSmall && !documents.has(token.lexeme) && isMisspeltStopWord(token.word),
    });
  }
  return slips;
}

function isCorrectable(token: AnalysedToken): boolean {
  return token.kind !== 'joined' && token.word.length >= SHORTEST_CORRECTED && /^[a-z]+$/.test(token.word) && !isOrdinaryWord(token.word);
}
