import { isOrdinaryWord } from '../analyser/seed-vocabulary.js';
import type { Lexicon } from './lexicon.js';
import { corrections, type Correction } from './spelling.js';

/**
 * A compound of which one side is known: that side, and what the other side may have been meant to be. Nothing was meant
 * otherwise where the other side is a German word that no text has.
 */
export interface RepairedCompound {
  readonly known: string;
  readonly corrected: readonly Correction[];
  /** How the whole word may have been meant; null where it is spelt well. */
  readonly shown: string | null;
}

const SHORTEST_SIDE = 4;
const LINKS = ['', 's', 'n', 'en', 'es'];

interface Side {
  readonly known: string;
  /** The known side as texts spell it, with the link that stood behind it. */
  readonly shown: string;
  /** Lexeme of the known side. */
  readonly lexeme: string;
  readonly rest: string;
  readonly isHead: boolean;
}

/**
 * "Amazonasebcken" is near to no word one knows, but "Amazonas" is one and "ebcken" is near to "Becken". Asks the lexicon
 * twice, whatever the length of the word.
 */
export async function repairCompound(word: string, lexicon: Lexicon): Promise<RepairedCompound | null> {
  if (word.length < 2 * SHORTEST_SIDE) return null;
  const cuts = Array.from({ length: word.length - 2 * SHORTEST_SIDE + 1 }, (_, index) => index + SHORTEST_SIDE);
  const words = await lexicon.words(cuts.flatMap((cut) => [word.slice(0, cut), word.slice(cut)]));
  const heads = cuts.flatMap((cut): Side[] => {
    const entry = words.get(word.slice(0, cut));
    if (!entry) return [];
    return LINKS.filter((link) => word.startsWith(link, cut) && word.length - cut - link.length >= SHORTEST_SIDE)
      .map((link) => ({ known: entry.word, shown: entry.shown + link, lexeme: entry.lexeme, rest: word.slice(cut + link.length), isHead: true }));
  });
  const tails = cuts.flatMap((cut): Side[] => {
    const entry = words.get(word.slice(cut));
    return entry ? [{ known: entry.word, shown: entry.shown, lexeme: entry.lexeme, rest: word.slice(0, cut), isHead: false }] : [];
  });
  // The longest known side on either end leaves the least to guess.
  const byLength = (one: Side, other: Side): number => one.rest.length - other.rest.length;
  const sides = [...heads.sort(byLength).slice(0, 2), ...tails.sort(byLength).slice(0, 2)];
  if (sides.length === 0) return null;
  const wellSpelt = sides.find((side) => isOrdinaryWord(side.rest));
  if (wellSpelt) return { known: wellSpelt.lexeme, corrected: [], shown: null };
  const near = await lexicon.near(sides.map((side) => side.rest));
  const repaired = sides
    .map((side) => ({ side, corrected: corrections(side.rest, near.get(side.rest) ?? []) }))
    .filter(({ corrected }) => corrected.length > 0)
    .sort((one, other) => (one.corrected[0]?.distance ?? 0) - (other.corrected[0]?.distance ?? 0) || byLength(one.side, other.side));
  const [best] = repaired;
  if (!best) return null;
  const found = best.corrected[0]?.shown ?? '';
  const shown = best.side.isHead ? joined(best.side.shown, found) : joined(found, best.side.shown);
  return { known: best.side.lexeme, corrected: best.corrected, shown };
}

/** Two words written as one: its last part says whether it has a capital ("Klima" and "neutral" are "klimaneutral"). */
function joined(head: string, tail: string): string {
  const isNoun = /^\p{Lu}/u.test(tail);
  return (isNoun ? head.slice(0, 1).toUpperCase() : head.slice(0, 1).toLowerCase()) + head.slice(1) + tail.toLowerCase();
}
