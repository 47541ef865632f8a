import { splitCompound, type FrequencyOf } from './compounds.js';
import { fold } from './folding.js';
import { kinOf } from './kinship.js';
import { lexemeOf } from './lexeme.js';
import { isWhole } from './seed-vocabulary.js';
import { isStopWord } from './stop-words.js';
import { tokenise, type Token } from './tokens.js';

/** A word of a text in the form in which texts and questions meet. */
export interface AnalysedToken {
  /** Folded, with its ending: for spelling, prefixes and the vocabulary. */
  readonly word: string;
  /** Folded stem, the masculine form for persons. */
  readonly lexeme: string;
  /** The stem of what it is derived from (Planung: planen), if any. */
  readonly kin: string | null;
  /** The parts of a compound, and their parts; never the lexeme itself. */
  readonly parts: readonly WordPart[];
  readonly start: number;
  readonly end: number;
  readonly position: number;
  readonly kind: Token['kind'];
}

export interface WordPart {
  readonly lexeme: string;
  readonly kin: string | null;
}

interface WordForm {
  readonly word: string;
  readonly lexeme: string;
  readonly kin: string | null;
  readonly parts: readonly WordPart[];
}

/** Distinct words remembered per analyser; about 100 bytes each. */
const MEMORY_WORDS = 100_000;

/** The one analyser for index, question and highlighting. It knows compounds as far as the frequencies it is given. */
export class Analyser {
  private readonly memory = new Map<string, WordForm | null>();

  /**
   * @param shared reads all words that are not `own` to the frequencies handed in, and remembers them beyond one question:
   * reading a hundred texts for each question anew takes a fifth of a second.
   */
  constructor(
    private readonly frequencyOf: FrequencyOf = () => 0,
    private readonly shared: { readonly analyser: Analyser; readonly isOwn: (foldedWord: string) => boolean } | null = null,
  ) {}

  /** Content words only; positions still count the function words between them. */
  analyse(text: string): AnalysedToken[] {
    const analysed: AnalysedToken[] = [];
    for (const token of tokenise(text)) {
      const form = this.formOf(token);
      if (form) analysed.push({ ...form, start: token.start, end: token.end, position: token.position, kind: token.kind });
    }
    return analysed;
  }

  private formOf(token: Token): WordForm | null {
    if (token.kind === 'number' || token.kind === 'date') return { word: token.text, lexeme: token.text, kin: null, parts: [] };
    const key = token.kind === 'person' ? `${token.text}:` : token.text;
    let form = this.memory.get(key);
    if (form === undefined) {
      form = this.shared === null || this.shared.isOwn(fold(token.text)) ? this.read(token) : this.shared.analyser.formOf(token);
      if (this.memory.size >= MEMORY_WORDS) this.memory.clear();
      this.memory.set(key, form);
    }
    return form;
  }

  private read(token: Token): WordForm | null {
    const word = fold(token.text);
    if (word === '' || isStopWord(word)) return null;
    const lexeme = lexemeOf(word);
    const isSmall = /^\p{Ll}/u.test(token.text);
    return { word, lexeme, kin: kinOf(word, lexeme, isSmall), parts: this.partsOf(word).filter((part) => part.lexeme !== lexeme) };
  }

  private partsOf(word: string): WordPart[] {
    const parts = new Map<string, WordPart>();
    const add = (part: string): void => {
      const lexeme = lexemeOf(part);
      parts.set(lexeme, { lexeme, kin: kinOf(part, lexeme, false) });
    };
    for (const part of this.split(word)) {
      add(part);
      // A part may be a compound that is known as a whole: Betriebsmittel|rücklage also speaks of Betrieb and Mittel.
      for (const inner of this.split(part)) add(inner);
    }
    return [...parts.values()];
  }

  private split(word: string): readonly string[] {
    return isWhole(lexemeOf(word)) ? [] : (splitCompound(word, this.frequencyOf) ?? []);
  }
}
