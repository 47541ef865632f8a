import type { AnalysedToken, Analyser } from '../analyser/analyser.js';
import type { SearchDocument } from '../contract.js';
import { RANKING } from '../query/ranking.js';

/** Fields as labels of the vector: A title, B part of a compound in the title, D body, C keyword, or part of a compound in the body. */
type Label = 'A' | 'B' | 'C' | '';

/** PostgreSQL keeps positions up to here and this many of them per lexeme. */
const LAST_POSITION = 16_383;
const POSITIONS_PER_LEXEME = 250;
/** Words of a body beyond this lie behind the last position; a text of that length should come in several documents. */
const MOST_TOKENS = 12_000;
/** Keeps words of different fields from looking adjacent. */
const FIELD_GAP = 10;
/** Keywords stand in no text: two of them must not even look like one passage. */
const KEYWORD_GAP = 2 * RANKING.passageWords;

/** A lexeme that is matched by nothing typed: folded words hold letters and digits only. */
export function audienceLexeme(audience: string): string {
  return `~${audience}`;
}

/** The same word, but only in titles: these rows are fetched first where a word has too many. */
export function titleLexeme(lexeme: string): string {
  return `t:${lexeme}`;
}

export interface DocumentVector {
  readonly tsv: string;
  /** Content words of body and keywords. */
  readonly length: number;
  readonly titleLength: number;
  /** The lexemes that count in document frequencies. */
  readonly lexemes: readonly string[];
}

export function documentVector(document: SearchDocument, analyser: Analyser): DocumentVector {
  const positions = new Map<string, string[]>();
  const put = (lexeme: string, position: number, label: Label): void => {
    const known = positions.get(lexeme);
    const entry = `${Math.min(position, LAST_POSITION)}${label}`;
    if (!known) positions.set(lexeme, [entry]);
    else if (known.length < POSITIONS_PER_LEXEME) known.push(entry);
  };

  let before = 0;
  const addField = (text: string, own: Label, ofPart: Label, gap = FIELD_GAP): number => {
    const tokens = analyser.analyse(text).slice(0, MOST_TOKENS);
    for (const token of tokens) {
      put(token.lexeme, before + token.position, own);
      for (const lexeme of relativesOf(token)) put(lexeme, before + token.position, ofPart);
    }
    before += (tokens.at(-1)?.position ?? 0) + gap;
    return tokens.filter((token) => token.kind !== 'joined').length;
  };

  const titleLength = addField(document.title, 'A', 'B');
  const titleLexemes = [...positions.keys()].map(titleLexeme);
  let length = addField(document.body, '', 'C', KEYWORD_GAP);
  // No reader sees a topic's synonyms: in a short text they would outweigh what others say in so many words.
  for (const keyword of document.keywords) length += addField(keyword, 'C', 'C', KEYWORD_GAP);

  const lexemes = [...positions.keys()];
  const entries = [...positions].map(([lexeme, places]) => `${quoteLexeme(lexeme)}:${places.join(',')}`);
  const marks = [...titleLexemes, audienceLexeme(document.audience)].map(quoteLexeme);
  return { tsv: [...entries, ...marks].join(' '), length, titleLength, lexemes };
}

/** What a word also speaks of. */
function relativesOf(token: AnalysedToken): Set<string> {
  const relatives = new Set<string>();
  for (const { lexeme, kin } of [token, ...token.parts]) {
    relatives.add(lexeme);
    if (kin) relatives.add(kin);
  }
  relatives.delete(token.lexeme);
  return relatives;
}

/** A lexeme as tsvector and tsquery literals want it. */
export function quoteLexeme(lexeme: string): string {
  return `'${lexeme.replace(/\\/g, '\\\\').replace(/'/g, "''")}'`;
}
