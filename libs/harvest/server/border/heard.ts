import { figuresIn } from './figures.js';
import { saidNames, withoutAddresses, type CrossingKind } from './suspicions.js';
import { folded, rawWordsIn, stemsOf } from './words.js';

/** One piece of what was said, taken apart as far as texts are compared with it. */
export interface HeardPiece {
  readonly names: readonly { readonly kind: CrossingKind; readonly value: string }[];
  /** In one way of writing. */
  readonly source: string;
  /** Of its figures. */
  readonly meanings: readonly string[];
}

export function heardIn(piece: string): HeardPiece {
  return {
    names: saidNames(piece).map(({ kind, value }) => ({ kind, value })),
    source: folded(piece),
    meanings: /\d/.test(piece) ? figuresIn(withoutAddresses(piece)).flatMap((figure) => figure.meanings) : [],
  };
}

/** So many signs of one discussion are kept in mind; a longer one is read anew for each text. */
const MOST_SIGNS = 6_000_000;
/** Names and figures, each. */
const MOST_KINDS = 100_000;

/**
 * Everything said behind a border, read once: while somebody writes, each version of the text is compared with it, and
 * only what is new in the text is looked for. It belongs to one state of the discussion and is thrown away with it.
 */
export class Heard {
  /** In the order in which they were said, each with the stems of its first word. */
  readonly names = new Map<string, { readonly kind: CrossingKind; readonly stems: readonly string[] }>();
  private readonly meanings = new Set<string>();
  private sources: string[] = [];
  private signs = 0;
  /** By key: whether it was said. */
  private readonly verdicts = new Map<string, boolean>();

  /** Not where it was too much to keep. */
  get isWhole(): boolean {
    return this.signs <= MOST_SIGNS && this.names.size <= MOST_KINDS && this.meanings.size <= MOST_KINDS;
  }

  /** What it weighs, in signs. */
  get size(): number {
    return this.isWhole ? this.signs : 0;
  }

  hear({ names, source, meanings }: HeardPiece): void {
    this.signs += source.length;
    if (!this.isWhole) {
      this.sources = [];
      return;
    }
    for (const { kind, value } of names) if (!this.names.has(value)) this.names.set(value, { kind, stems: stemsOf(folded(value).split(/[^\p{L}\p{N}]+/u)[0] ?? '') });
    for (const meaning of meanings) this.meanings.add(meaning);
    this.sources.push(source);
  }

  learn(key: string, wasSaid: boolean): void {
    if (this.verdicts.size < MOST_KINDS) this.verdicts.set(key, wasSaid);
  }

  knows(key: string): boolean {
    return this.verdicts.has(key);
  }

  /** @param isIn whether it stands in one piece. */
  holds(key: string, isIn: (piece: { readonly source: string; readonly said: ReadonlySet<string>; readonly meant: ReadonlySet<string> }) => boolean, wanted: readonly string[] | null): boolean {
    const known = this.verdicts.get(key);
    if (known !== undefined) return known;
    const nothing: ReadonlySet<string> = new Set();
    // Words are looked for by their stems, which are beginnings of theirs: a piece that holds none of them need not be taken apart.
    const begins = wanted?.map((word) => stemsOf(word)) ?? [];
    const found = this.sources.some((source) => {
      if (wanted === null) return isIn({ source, said: nothing, meant: this.meanings });
      if (!begins.every((stems) => stems.some((stem) => source.includes(stem)))) return false;
      return isIn({ source, said: new Set(rawWordsIn(source).flatMap(stemsOf)), meant: nothing });
    });
    this.learn(key, found);
    return found;
  }
}
