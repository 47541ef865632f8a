/** A word of a text, as it is compared, and where it stands. */
export interface PlacedWord {
  /** Without capitals and accents, `ä` as `ae`. */
  readonly folded: string;
  readonly at: number;
  readonly end: number;
  readonly isCapital: boolean;
}

/** Longest first. What German adds to names and places: Wagenknopfs, Elmtaler, Elmtalern, Meierschen. */
const ENDINGS = ['schen', 'sche', 'ern', 'ers', 'ens', 'er', 'en', 'es', 'e', 'n', 's'];
/** What is left of a word without its ending has to tell something. */
const STEM_MIN = 4;
/** Names so long are found as a part of longer words, too: Elmtalbahn. */
const COMPOUND_MIN = 6;

const SHARP: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

/** One way of writing for all: capitals, umlauts, accents and spaces make no difference. */
export function folded(text: string): string {
  // Most words need no more, and a long discussion has many.
  if (/^[a-zA-Z0-9]*$/.test(text)) return text.toLowerCase();
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüß]/g, (sign) => SHARP[sign] ?? sign)
    .normalize('NFD')
    .replace(/[\p{Mn}\u00AD\u200B-\u200D\u2060]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Signs without width within a word do not part it. */
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{Mn}\u00AD\u200B-\u200D\u2060]*/gu;

export function wordsIn(text: string): readonly PlacedWord[] {
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => ({ folded: folded(word), at: index, end: index + word.length, isCapital: /^\p{Lu}/u.test(word) }));
}

/** The same words as they stand there, where nothing else is asked of them. */
export function rawWordsIn(text: string): readonly string[] {
  return text.match(WORD) ?? [];
}

/** What a word may be a form of, itself included. */
export function stemsOf(word: string): readonly string[] {
  const stems = ENDINGS.filter((ending) => word.endsWith(ending) && word.length - ending.length >= STEM_MIN).map((ending) => word.slice(0, -ending.length));
  return [word, ...stems];
}

/** Finds names in one text, however they are inflected, in time that does not grow with how many are looked for. */
export class NamesInText {
  private readonly words: readonly PlacedWord[];
  private readonly byStem = new Map<string, number[]>();
  private readonly taken = new Set<number>();

  constructor(text: string) {
    this.words = wordsIn(text);
    for (const [place, { folded: word, isCapital }] of this.words.entries()) {
      // Names and places begin with a capital letter; the adjectives of every day that look like them do not.
      if (isCapital) for (const stem of this.beginningsOf(word)) this.add(stem, place);
    }
  }

  /**
   * Where a name stands that is no part of one found before: longer ones are asked for first.
   * @returns null where it does not stand.
   */
  take(name: string): { readonly at: number; readonly end: number } | null {
    const wanted = wordsIn(name).map((word) => word.folded);
    const [first] = wanted;
    if (first === undefined) return null;
    let found: { readonly at: number; readonly end: number } | null = null;
    for (const place of this.byStem.get(first) ?? []) {
      const last = this.words[place + wanted.length - 1];
      const begin = this.words[place];
      if (begin === undefined || last === undefined || !this.standsAt(place, wanted)) continue;
      for (let at = place; at < place + wanted.length; at += 1) this.taken.add(at);
      found ??= { at: begin.at, end: last.end };
    }
    return found;
  }

  private standsAt(place: number, wanted: readonly string[]): boolean {
    return wanted.every((word, offset) => {
      const standing = this.words[place + offset];
      if (standing === undefined || this.taken.has(place + offset)) return false;
      // The first one was found by its stem or its beginning.
      return offset === 0 || standing.folded === word || stemsOf(standing.folded).includes(word);
    });
  }

  private beginningsOf(word: string): readonly string[] {
    const beginnings = Array.from({ length: Math.min(Math.max(0, word.length - COMPOUND_MIN), 40) }, (_, more) => word.slice(0, COMPOUND_MIN + more));
    return [...new Set([...stemsOf(word), ...beginnings])];
  }

  private add(stem: string, place: number): void {
    const places = this.byStem.get(stem);
    if (places === undefined) this.byStem.set(stem, [place]);
    else places.push(place);
  }
}
