import type { AnalysedToken, Analyser } from '../analyser/analyser.js';
import { fold } from '../analyser/folding.js';
import { lexemeOf } from '../analyser/lexeme.js';
import type { Lexicon } from './lexicon.js';
import { isLastWordOpen, type ParsedQuery } from './query-syntax.js';
import { allowedMistakes, corrections, SHORTEST_CORRECTED, type Correction } from './spelling.js';

/** One way in which a word of the question may be said in a text. */
export interface Option {
  readonly kind: 'same' | 'kin' | 'part' | 'spelling' | 'prefix' | 'synonym';
  readonly lexeme: string;
  /** How much a match says, rarity included. */
  readonly weight: number;
  readonly documents: number;
  /** Which part of a compound it stands for; a part and its kin share a number. */
  readonly part?: number;
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
const KIN_WEIGHT = 0.6;
const PART_WEIGHT = 0.25;
const PART_KIN_WEIGHT = 0.2;
const PREFIX_WEIGHT = 0.7;
const SYNONYM_WEIGHT = 0.7;
/** Of a second reading, so that a hyphenated word does not count three times. */
const EXTRA_WEIGHT = 0.6;

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
  const synonymsOf = synonymLexemes(tokens, synonyms);
  const [words, documents] = await Promise.all([
    lexicon.words(tokens.map((token) => token.word)),
    lexicon.documentsWith(tokens.flatMap((token) => [...lexemesOf(token), ...(synonymsOf.get(token) ?? [])])),
  ]);
  const rarity = (count: number): number => Math.log(1 + (lexicon.documentCount - count + 0.5) / (count + 0.5));
  const last = lastWord(tokens);
  const isOpen = isLastWordOpen(query.text);

  const unknown = tokens.filter((token) => isCorrectable(token) && !documents.has(token.lexeme) && !words.has(token.word));
  const near = unknown.length > 0 ? await lexicon.near(unknown.map((token) => token.word)) : new Map<string, never>();
  const found = new Map(unknown.map((token) => [token, corrections(token.word, near.get(token.word) ?? [])]));
  const used = new Map<AnalysedToken, Correction>();

  const emphasis = emphasisOf(tokens, query.text);
  const groups: Group[] = [];
  for (const token of tokens) {
    const options: Option[] = [];
    const isExtra = token.kind === 'joined' || token.kind === 'date';
    const factor = (isExtra ? EXTRA_WEIGHT : 1) * emphasis(token);
    const offer = (kind: Option['kind'], lexeme: string | null, weight: number, part?: number): void => {
      const known = lexeme === null ? 0 : (documents.get(lexeme) ?? 0);
      if (lexeme !== null && known > 0) options.push({ kind, lexeme, weight: factor * weight * rarity(known), documents: known, part });
    };
    offer('same', token.lexeme, 1);
    offer('kin', token.kin, KIN_WEIGHT);
    token.parts.forEach((part, index) => {
      offer('part', part.lexeme, PART_WEIGHT, index);
      offer('part', part.kin, PART_KIN_WEIGHT, index);
    });
    for (const lexeme of synonymsOf.get(token) ?? []) offer('synonym', lexeme, SYNONYM_WEIGHT);
    const mayGrow = token === last && isOpen && token.word.length >= 2 && (isTypeahead || !documents.has(token.lexeme));
    if (mayGrow) options.push(...(await prefixOptions(lexicon, token, (known) => factor * rarity(known))));
    const spellings = isExtra || options.some((option) => option.kind === 'same') ? [] : plausible(found.get(token) ?? [], options);
    const commonest = Math.max(0, ...spellings.map((spelling) => documents.get(spelling.lexeme) ?? spelling.documents));
    for (const spelling of spellings) {
      options.push({ kind: 'spelling', lexeme: spelling.lexeme, weight: factor * spelling.weight * rarity(commonest), documents: spelling.documents });
    }
    if (spellings[0]) used.set(token, spellings[0]);
    if (options.length > 0) groups.push({ token, options: withoutDoubles(options), weight: weightOf(options), isExtra });
  }
  return { groups: rarest(groups), correctedText: correctedText(query.text, used) };
}

/** How much nouns, numbers and other words of a question count, where its spelling tells them apart. */
const NOUN_EMPHASIS = 1.1;
const NUMBER_EMPHASIS = 1.2;
const OTHER_EMPHASIS = 0.75;

/** German writes nouns with a capital: they carry the topic. Says nothing where all is written small. */
function emphasisOf(tokens: readonly AnalysedToken[], text: string): (token: AnalysedToken) => number {
  const isNoun = (token: AnalysedToken): boolean => token.start > 0 && /^\p{Lu}/u.test(text.slice(token.start));
  if (!tokens.some(isNoun)) return () => 1;
  return (token) => {
    if (isNoun(token)) return NOUN_EMPHASIS;
    if (/\d/.test(token.word)) return NUMBER_EMPHASIS;
    return token.start === 0 ? 1 : OTHER_EMPHASIS;
  };
}

/** A word that falls into known parts is more likely new than misspelt: only the slightest correction is offered. */
function plausible(spellings: readonly Correction[], options: readonly Option[]): readonly Correction[] {
  const parts = new Set(options.map((option) => option.part).filter((part) => part !== undefined));
  return parts.size < 2 ? spellings : spellings.filter((spelling) => spelling.distance === 1);
}

function lexemesOf(token: AnalysedToken): string[] {
  return [token, ...token.parts].flatMap(({ lexeme, kin }) => (kin ? [lexeme, kin] : [lexeme]));
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
  const parts = new Map<number, number>();
  for (const option of options) {
    if (option.part !== undefined) parts.set(option.part, Math.max(option.weight, parts.get(option.part) ?? 0));
  }
  return Math.max(whole, [...parts.values()].reduce((sum, weight) => sum + weight, 0));
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
