/** How often a folded word occurs in the vocabulary; 0 where it is unknown. */
export type FrequencyOf = (foldedWord: string) => number;

/** Shorter words are not split: too little is left to be sure. */
const SHORTEST_COMPOUND = 7;
const SHORTEST_PART = 4;
const LONGEST_COMPOUND = 60;
const MOST_PARTS = 5;

/** Sounds between two parts: Vereins|haus, Straßen|fest, Kinder|garten. Longest first. */
const LINKS = ['en', 'es', 'er', 's', 'n', 'e'];

/** Inflections of the last part, tried only where the form itself is unknown. */
const ENDINGS = ['n', 'en', 's', 'es', 'e', 'er', 'ern'];

/**
 * Parts of three letters are split off only if listed here, and only beside a known part of four letters or more:
 * any three letters are a word in some vocabulary.
 */
const SHORT_PARTS: ReadonlySet<string> = new Set(
  'rad tag amt weg ort uhr hof rat bad bau zug see tor tee bus box app web kur hut not tat ton typ film job arm bio not rot gas ohr auto'
    .split(' '),
);

interface Split {
  readonly parts: readonly string[];
  readonly score: number;
}

/**
 * Cuts a folded word into known words: fewest parts first, then the commonest ones. Null where it is no compound of known
 * words. The result depends on nothing but the frequencies handed in.
 */
export function splitCompound(word: string, frequencyOf: FrequencyOf): readonly string[] | null {
  if (!isSplittable(word)) return null;
  const memory = new Map<number, Split | null>();

  const splitFrom = (start: number): Split | null => {
    const known = memory.get(start);
    if (known !== undefined) return known;
    let best = start === 0 ? null : lastPart(word.slice(start), frequencyOf);
    if (!best) {
      for (let end = start + 3; end <= word.length - 3; end++) {
        const part = innerPart(word.slice(start, end), frequencyOf);
        if (!part) continue;
        const rest = splitFrom(end);
        if (!rest || rest.parts.length >= MOST_PARTS) continue;
        if (part.word.length < SHORTEST_PART && (rest.parts[0]?.length ?? 0) < SHORTEST_PART) continue;
        const parts = [part.word, ...rest.parts];
        const score = (part.score + rest.score * rest.parts.length) / parts.length;
        if (!best || parts.length < best.parts.length || (parts.length === best.parts.length && score > best.score)) {
          best = { parts, score };
        }
      }
    }
    memory.set(start, best);
    return best;
  };

  const split = splitFrom(0);
  return split && split.parts.length > 1 ? split.parts : null;
}

function lastPart(text: string, frequencyOf: FrequencyOf): Split | null {
  if (text.length < SHORTEST_PART && !SHORT_PARTS.has(text)) return null;
  let best = text;
  let highest = text.length < SHORTEST_PART ? 1 : frequencyOf(text);
  for (const ending of ENDINGS) {
    if (highest > 0) break;
    if (!text.endsWith(ending) || text.length - ending.length < SHORTEST_PART) continue;
    best = text.slice(0, -ending.length);
    highest = frequencyOf(best);
  }
  if (highest === 0 && text.endsWith('ung')) {
    // A noun made of a known verb: Reservierung where only reservieren is known.
    best = text;
    highest = Math.max(...verbsBehind(text).map(frequencyOf));
  }
  return highest > 0 ? { parts: [best], score: Math.log(highest + 1) } : null;
}

/** Reservierung: reservieren; Wanderung: wandern. */
function verbsBehind(noun: string): readonly string[] {
  return [`${noun.slice(0, -3)}en`, `${noun.slice(0, -3)}n`];
}

/** A part that something follows: as it stands, without its linking sound, or with a lost -e (Schul|hof). */
function innerPart(text: string, frequencyOf: FrequencyOf): { readonly word: string; readonly score: number } | null {
  let best = '';
  let highest = 0;
  const offer = (candidate: string): void => {
    const frequency = candidate.length < SHORTEST_PART ? Number(SHORT_PARTS.has(candidate)) : frequencyOf(candidate);
    if (frequency > highest) [best, highest] = [candidate, frequency];
  };
  offer(text);
  for (const link of LINKS) {
    if (text.endsWith(link) && text.length - link.length >= 3) offer(text.slice(0, -link.length));
  }
  if (highest === 0 && text.length >= SHORTEST_PART) offer(`${text}e`);
  return highest > 0 ? { word: best, score: Math.log(highest + 1) } : null;
}

const isSplittable = (word: string): boolean =>
  word.length >= SHORTEST_COMPOUND && word.length <= LONGEST_COMPOUND && /^[a-z]+$/.test(word);

/**
 * The pieces at both ends of a word: without a known one at each end it is no compound. Lets a vocabulary kept elsewhere be
 * asked in two steps, of which the second is rare and short (see `furtherParts`).
 */
export function outerParts(word: string): string[] {
  if (!isSplittable(word)) return [];
  const parts: string[] = [];
  for (let cut = 3; cut <= word.length - 3; cut++) {
    const [head, tail] = [word.slice(0, cut), word.slice(cut)];
    if (cut >= SHORTEST_PART) parts.push(head, `${head}e`);
    if (tail.length >= SHORTEST_PART) parts.push(tail);
    if (tail.endsWith('ung')) parts.push(...verbsBehind(tail));
  }
  return parts;
}

/** What is still to be asked once the outer parts are known: the ends of long parts, or else the middle of the word. */
export function furtherParts(word: string, frequencyOf: FrequencyOf): string[] {
  if (!isSplittable(word)) return [];
  const split = splitCompound(word, frequencyOf);
  if (split) return split.flatMap(outerParts);
  const heads = Array.from({ length: word.length - 5 }, (_, index) => index + 3).filter((cut) => innerPart(word.slice(0, cut), frequencyOf) !== null);
  const tails = Array.from({ length: word.length - 5 }, (_, index) => index + 3).filter((cut) => lastPart(word.slice(cut), frequencyOf) !== null);
  const parts: string[] = [];
  for (const start of heads) {
    for (const end of tails) {
      for (let to = start + SHORTEST_PART; to <= end; to++) parts.push(word.slice(start, to), `${word.slice(start, to)}e`);
      for (let from = start; from <= end - SHORTEST_PART; from++) parts.push(word.slice(from, end));
    }
  }
  return parts;
}
