import type { AnalysedToken, Analyser } from '../analyser/analyser.js';
import { fold } from '../analyser/folding.js';
import { lexemeOf } from '../analyser/lexeme.js';
import type { Lexicon } from './lexicon.js';
import { isLastWordOpen, type ParsedQuery } from './query-syntax.js';
import { findSlips, type Slip } from './slips.js';
import type { Correction } from './spelling.js';

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
  /** No slip is mended. */
  readonly isExact: boolean;
}

export async function understand({ query, analyser, lexicon, isTypeahead, synonyms, isExact }: UnderstandingInput): Promise<Understanding> {
  const tokens = distinct(analyser.analyse(query.text)).slice(0, MOST_TOKENS);
  if (tokens.length === 0) return { groups: [], correctedText: null };
  const synonymsOf = synonymLexemes(tokens, synonyms);
  const [words, documents] = await Promise.all([
    lexicon.words(tokens.map((token) => token.word)),
    lexicon.documentsWith(tokens.flatMap((token) => [...lexemesOf(token), ...(synonymsOf.get(token) ?? [])])),
  ]);
  const isOpen = isLastWordOpen(query.text);
  const last = isOpen ? lastWord(tokens) : undefined;
  const context: Context = {
    lexicon,
    documents,
    rarity: (count) => Math.log(1 + (lexicon.documentCount - count + 0.5) / (count + 0.5)),
    emphasis: emphasisOf(tokens, query.text),
    slips: isExact ? new Map() : await findSlips(tokens.filter((token) => token !== last || !isTypeahead), { words, documents, lexicon, text: query.text }),
    synonymsOf: (token) => synonymsOf.get(token) ?? [],
    mayGrow: (token) => token === last && token.word.length >= 2 && (isTypeahead || !documents.has(token.lexeme)),
  };
  const groups: Group[] = [];
  const shown = new Map<AnalysedToken, string>();
  for (const token of tokens) {
    const { group, corrected } = await groupOf(token, context);
    if (group) groups.push(group);
    if (group && corrected !== null) shown.set(token, corrected);
  }
  return { groups: rarest(groups), correctedText: correctedText(query.text, shown) };
}

interface Context {
  readonly lexicon: Lexicon;
  readonly documents: ReadonlyMap<string, number>;
  readonly rarity: (documents: number) => number;
  readonly emphasis: (token: AnalysedToken) => number;
  readonly slips: ReadonlyMap<AnalysedToken, Slip>;
  readonly synonymsOf: (token: AnalysedToken) => readonly string[];
  readonly mayGrow: (token: AnalysedToken) => boolean;
}

async function groupOf(token: AnalysedToken, context: Context): Promise<{ readonly group: Group | null; readonly corrected: string | null }> {
  const { documents, rarity } = context;
  const slip = context.slips.get(token);
  if (slip?.isFunctionWord) return { group: null, corrected: null };
  const isExtra = token.kind === 'joined' || token.kind === 'date';
  const factor = (isExtra ? EXTRA_WEIGHT : 1) * context.emphasis(token);
  const options: Option[] = [];
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
  for (const lexeme of context.synonymsOf(token)) offer('synonym', lexeme, SYNONYM_WEIGHT);
  if (context.mayGrow(token)) options.push(...(await prefixOptions(context.lexicon, token, (known) => factor * rarity(known))));
  const isFound = options.some((option) => option.kind === 'same' || option.kind === 'prefix');
  if (isExtra || !slip || (isFound && !slip.isDoubtful)) return { group: groupFrom(token, options, isExtra), corrected: null };

  const spellings = plausible(slip.corrections, options);
  const commonest = Math.max(0, ...spellings.map((spelling) => spelling.documents));
  for (const { lexeme, weight, documents: count } of spellings) {
    options.push({ kind: 'spelling', lexeme, weight: factor * weight * rarity(commonest), documents: count });
  }
  let corrected = isFound ? null : (spellings[0]?.shown ?? null);
  if (slip.repaired && options.length === 0) {
    const { known, corrected: others, shown } = slip.repaired;
    corrected = shown;
    const count = documents.get(known) ?? 1;
    options.push({ kind: 'part', lexeme: known, weight: factor * PART_WEIGHT * rarity(count), documents: count, part: 0 });
    for (const { lexeme, documents: found } of others) {
      options.push({ kind: 'part', lexeme, weight: factor * PART_WEIGHT * rarity(found), documents: found, part: 1 });
    }
  }
  return { group: groupFrom(token, options, isExtra), corrected };
}

function groupFrom(token: AnalysedToken, options: readonly Option[], isExtra: boolean): Group | null {
  return options.length === 0 ? null : { token, options: withoutDoubles(options), weight: weightOf(options), isExtra };
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
function correctedText(text: string, shown: ReadonlyMap<AnalysedToken, string>): string | null {
  if (shown.size === 0) return null;
  let corrected = '';
  let end = 0;
  for (const [token, word] of [...shown].sort(([one], [other]) => one.start - other.start)) {
    if (token.start < end) continue;
    corrected += text.slice(end, token.start) + word;
    end = token.end;
  }
  return (corrected + text.slice(end)).trim();
}
