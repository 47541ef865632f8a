import { lexemeOf, type AnalysedToken, type Analyser } from '../analyser/analyser.js';
import { fold } from '../analyser/folding.js';
import type { Lexicon } from './lexicon.js';
import { isLastWordOpen, type ParsedQuery } from './query-syntax.js';
import { allowedMistakes, corrections, SHORTEST_CORRECTED, type Correction } from './spelling.js';

/** One way in which a word of the question may be said in a text. */
export interface Option {
  readonly kind: 'same' | 'part' | 'spelling' | 'prefix' | 'compound' | 'synonym';
  readonly lexeme: string;
  /** How much a match says, rarity included. */
  readonly weight: number;
  readonly documents: number;
}

/** A word of the question with everything it may be matched by. */
export interface Group {
  readonly token: AnalysedToken;
  readonly options: readonly Option[];
  /** Rarity of what is asked for; shares of it make up the coverage of a document. */
  readonly weight: number;
  /** A second reading of other groups ("Email" beside "E" and "Mail"): helps, but is not missed. */
  readonly isExtra: boolean;
}

export interface Understanding {
  readonly groups: readonly Group[];
  readonly correctedText: string | null;
}

/** More words than this are not asked for: the rarest ones stay. */
const MOST_GROUPS = 16;
const MOST_TOKENS = 64;
const PREFIX_OPTIONS = 6;
const PART_WEIGHT = 0.4;
const PREFIX_WEIGHT = 0.7;
const COMPOUND_WEIGHT = 0.6;
const SYNONYM_WEIGHT = 0.7;
/** Of a second reading, so that a hyphenated word does not count three times. */
const EXTRA_WEIGHT = 0.7;

export interface UnderstandingInput {
  readonly query: ParsedQuery;
  readonly analyser: Analyser;
  readonly lexicon: Lexicon;
  readonly isTypeahead: boolean;
  readonly synonyms: readonly (readonly string[])[];
}

export async function understand({ query, analyser, lexicon, isTypeahead, synonyms }: UnderstandingInput): Promise<Understanding> {
  const tokens = distinct(analyser.analyse(query.text)).slice(0, MOST_TOKENS);
  if (tokens.length === 0) return { groups: [], correctedText: null };
  const compounds = compoundsOfPairs(tokens);
  const synonymsOf = synonymLexemes(tokens, synonyms);
  const [words, documents] = await Promise.all([
    lexicon.words([...tokens.map((token) => token.word), ...compounds.keys()]),
    lexicon.documentsWith(tokens.flatMap((token) => [token.lexeme, ...token.parts, ...(synonymsOf.get(token) ?? [])])),
  ]);
  const rarity = (count: number): number => Math.log(1 + (lexicon.documentCount - count + 0.5) / (count + 0.5));
  const last = lastWord(tokens);
  const isOpen = isLastWordOpen(query.text);

  const unknown = tokens.filter((token) => isCorrectable(token) && !documents.has(token.lexeme) && !words.has(token.word));
  const near = unknown.length > 0 ? await lexicon.near(unknown.map((token) => token.word)) : new Map<string, never>();
  const found = new Map(unknown.map((token) => [token, corrections(token.word, near.get(token.word) ?? [])]));
  const used = new Map<AnalysedToken, Correction>();

  const groups: Group[] = [];
  for (const token of tokens) {
    const options: Option[] = [];
    const count = documents.get(token.lexeme) ?? 0;
    const isExtra = token.kind === 'joined' || token.kind === 'date';
    const factor = isExtra ? EXTRA_WEIGHT : 1;
    if (count > 0) options.push({ kind: 'same', lexeme: token.lexeme, weight: factor * rarity(count), documents: count });
    for (const part of token.parts) {
      const partCount = documents.get(part) ?? 0;
      if (partCount > 0) options.push({ kind: 'part', lexeme: part, weight: factor * PART_WEIGHT * rarity(partCount), documents: partCount });
    }
    for (const lexeme of synonymsOf.get(token) ?? []) {
      const synonymCount = documents.get(lexeme) ?? 0;
      if (synonymCount > 0) options.push({ kind: 'synonym', lexeme, weight: SYNONYM_WEIGHT * rarity(synonymCount), documents: synonymCount });
    }
    const mayGrow = token === last && isOpen && token.word.length >= 2 && (isTypeahead || count === 0);
    if (mayGrow) options.push(...(await prefixOptions(lexicon, token, rarity)));
    const spellings = options.some((option) => option.kind !== 'part') || isExtra ? [] : (found.get(token) ?? []);
    const commonest = Math.max(0, ...spellings.map((spelling) => documents.get(spelling.lexeme) ?? spelling.documents));
    for (const spelling of spellings) {
      options.push({ kind: 'spelling', lexeme: spelling.lexeme, weight: spelling.weight * rarity(commonest), documents: spelling.documents });
    }
    if (spellings[0]) used.set(token, spellings[0]);
    if (options.length > 0) groups.push({ token, options: withoutDoubles(options), weight: weightOf(options), isExtra });
  }
  groups.push(...compoundGroups(compounds, words, groups, rarity));
  return { groups: rarest(groups), correctedText: correctedText(query.text, used) };
}

function distinct(tokens: readonly AnalysedToken[]): AnalysedToken[] {
  const first = new Map<string, AnalysedToken>();
  for (const token of tokens) if (!first.has(token.word)) first.set(token.word, token);
  return [...first.values()];
}

function isCorrectable(token: AnalysedToken): boolean {
  return token.word.length >= SHORTEST_CORRECTED && /^[a-z]+$/.test(token.word) && allowedMistakes(token.word) > 0;
}

function lastWord(tokens: readonly AnalysedToken[]): AnalysedToken | undefined {
  return tokens.filter((token) => token.kind === 'word').reduce<AnalysedToken | undefined>(
    (latest, token) => (latest && latest.position >= token.position ? latest : token), undefined);
}

async function prefixOptions(lexicon: Lexicon, token: AnalysedToken, rarity: (count: number) => number): Promise<Option[]> {
  const longer = await lexicon.startingWith(token.word, PREFIX_OPTIONS);
  const commonest = Math.max(0, ...longer.map((entry) => entry.documents));
  return longer
    .filter((entry) => entry.lexeme !== token.lexeme)
    .map((entry) => ({ kind: 'prefix', lexeme: entry.lexeme, weight: PREFIX_WEIGHT * rarity(commonest), documents: entry.documents }));
}

const LINKS = ['', 's', 'n', 'en', 'es', 'e', 'er'];
/** Ordered pairs of this many words give up to 200 candidates, looked up at once. */
const PAIRED_WORDS = 6;

/** "Planung Haushalt" may be written Haushaltsplanung: every compound two of the words could make, to be looked up. */
function compoundsOfPairs(tokens: readonly AnalysedToken[]): Map<string, readonly [AnalysedToken, AnalysedToken]> {
  const compounds = new Map<string, readonly [AnalysedToken, AnalysedToken]>();
  const words = tokens.filter((token) => token.kind !== 'joined' && /^[a-z]+$/.test(token.word)).slice(0, PAIRED_WORDS);
  for (const head of words) {
    for (const tail of words) {
      if (head === tail) continue;
      const starts = head.word.endsWith('e') ? [head.word, head.word.slice(0, -1)] : [head.word];
      for (const start of starts) {
        for (const link of LINKS) {
          const word = start + link + tail.word;
          if (word.length >= 5 && !compounds.has(word)) compounds.set(word, [head, tail]);
        }
      }
    }
  }
  return compounds;
}

function compoundGroups(
  compounds: ReadonlyMap<string, readonly [AnalysedToken, AnalysedToken]>,
  words: ReadonlyMap<string, { readonly lexeme: string; readonly documents: number }>,
  groups: readonly Group[],
  rarity: (count: number) => number,
): Group[] {
  const known = new Set(groups.flatMap((group) => group.options.map((option) => option.lexeme)));
  const extra: Group[] = [];
  for (const [word, [head]] of compounds) {
    const entry = words.get(word);
    if (!entry || known.has(entry.lexeme)) continue;
    known.add(entry.lexeme);
    const weight = COMPOUND_WEIGHT * rarity(entry.documents);
    const token: AnalysedToken = { ...head, word, lexeme: entry.lexeme, parts: [], kind: 'joined' };
    extra.push({ token, options: [{ kind: 'compound', lexeme: entry.lexeme, weight, documents: entry.documents }], weight, isExtra: true });
  }
  return extra;
}

function synonymLexemes(tokens: readonly AnalysedToken[], synonyms: readonly (readonly string[])[]): Map<AnalysedToken, string[]> {
  const lists = synonyms.map((words) => words.map((word) => lexemeOf(fold(word))));
  const result = new Map<AnalysedToken, string[]>();
  for (const token of tokens) {
    const same = lists.filter((list) => list.includes(token.lexeme)).flat().filter((lexeme) => lexeme !== token.lexeme);
    if (same.length > 0) result.set(token, [...new Set(same)].slice(0, PREFIX_OPTIONS));
  }
  return result;
}


function withoutDoubles(options: readonly Option[]): Option[] {
  const best = new Map<string, Option>();
  for (const option of options) {
    const known = best.get(option.lexeme);
    if (!known || known.weight < option.weight) best.set(option.lexeme, option);
  }
  return [...best.values()];
}

function weightOf(options: readonly Option[]): number {
  const whole = Math.max(0, ...options.filter((option) => option.kind !== 'part').map((option) => option.weight));
  const parts = options.filter((option) => option.kind === 'part').reduce((sum, option) => sum + option.weight, 0);
  return Math.max(whole, parts);
}

function rarest(groups: readonly Group[]): Group[] {
  const kept = new Set([...groups].sort((one, other) => other.weight - one.weight).slice(0, MOST_GROUPS));
  return groups.filter((group) => kept.has(group));
}

/** The question as it was read; null where nothing was corrected. */
function correctedText(text: string, used: ReadonlyMap<AnalysedToken, Correction>): string | null {
  if (used.size === 0) return null;
  let corrected = '';
  let end = 0;
  for (const [token, correction] of [...used].sort(([one], [other]) => one.start - other.start)) {
    if (token.start < end) continue;
    corrected += text.slice(end, token.start) + correction.shown;
    end = token.end;
  }
  return (corrected + text.slice(end)).trim();
}
