import type { AnalysedToken, Analyser } from '../analyser/analyser.js';
import type { ParsedQuery } from '../query/query-syntax.js';
import type { Group, Option } from '../query/understanding.js';
import { audienceLexeme, quoteLexeme, titleLexeme } from './document-vector.js';

export interface Condition {
  /** A tsquery literal. */
  readonly text: string;
  /** Any one word is enough; asked only where too little holds more. */
  readonly isLoose: boolean;
}

/** The conditions by which rows are fetched, best ones first. */
export interface CandidateQuery {
  readonly conditions: readonly Condition[];
  readonly terms: readonly Term[];
  readonly groups: readonly Group[];
}

export interface Term {
  readonly lexeme: string;
  readonly weight: number;
  readonly documents: number;
}

/** Each term costs a look into every candidate's vector. */
const MOST_TERMS = 40;
/** From so many rows on, filtering by audience after reading them costs more than finding them through the index … */
const AUDIENCE_LEXEMES_FROM = 2_000;
/** … unless nearly all of them are kept anyway. */
const MOST_SHARE = 0.8;

export interface CandidateQueryInput {
  readonly groups: readonly Group[];
  readonly query: ParsedQuery;
  readonly analyser: Analyser;
  readonly audiences: readonly string[];
  /** Which share of all documents the viewer may find. Decides how rows are fetched, never which. */
  readonly share: number;
  readonly cap: number;
}

/** Null where nothing can be found. */
export function candidateQuery({ groups, query, analyser, audiences, share, cap }: CandidateQueryInput): CandidateQuery | null {
  const terms = termsOf(groups);
  const required = groups.filter((group) => !group.isExtra);
  if (terms.length === 0) return null;
  const exact = exactConditions(query, analyser, groups);
  const expected = Math.min(...required.map(documentsOf), Number.MAX_SAFE_INTEGER);
  const isFetchedByAudience = share < MOST_SHARE && expected / Math.max(share, 1e-6) > AUDIENCE_LEXEMES_FROM;
  const audience = isFetchedByAudience ? [anyOf(audiences.map((name) => quoteLexeme(audienceLexeme(name))))] : [];
  const all = (...conditions: readonly string[]): string => [...conditions, ...exact, ...audience].map((part) => `(${part})`).join(' & ');

  // Who asks for a compound that occurs is not shown all that shares a part with it; such parts only add to a score.
  const telling = termsOf(groups.map((group) => ({ ...group, options: group.options.filter((option) => !isPartOfKnown(option, group)) })));
  const conditions: string[] = [];
  if (expected > cap) conditions.push(all(...required.map((group) => anyOf(group.options.map((option) => quoteLexeme(titleLexeme(option.lexeme)))))));
  if (required.length > 1 || expected > cap || telling.length < terms.length) conditions.push(all(...requiredConditions(groups)));
  const anyTerm = all(anyOf(essential(telling, cap).map((term) => quoteLexeme(term.lexeme))));
  const strict = conditions.map((text) => ({ text, isLoose: false }));
  return { conditions: conditions.includes(anyTerm) ? strict : [...strict, { text: anyTerm, isLoose: strict.length > 0 }], terms, groups };
}

function termsOf(groups: readonly Group[]): Term[] {
  const best = new Map<string, Term>();
  for (const option of groups.flatMap((group) => group.options)) {
    const known = best.get(option.lexeme);
    if (!known || known.weight < option.weight) best.set(option.lexeme, option);
  }
  return [...best.values()].sort(byWeight).slice(0, MOST_TERMS);
}

function isPartOfKnown(option: Option, group: Group): boolean {
  return option.kind === 'part' && group.options.some((other) => other.kind === 'same');
}

function byWeight(one: Term, other: Term): number {
  return other.weight - one.weight || (one.lexeme < other.lexeme ? -1 : 1);
}

/** The weightiest terms that together fetch no more rows than allowed; common words still count in the score. */
function essential(terms: readonly Term[], cap: number): Term[] {
  const chosen: Term[] = [];
  let documents = 0;
  for (const term of terms) {
    if (chosen.length > 0 && documents + term.documents > cap) continue;
    chosen.push(term);
    documents += term.documents;
  }
  return chosen;
}

/** Every word of the question in one of its forms; a hyphenated word either as one or in its pieces. */
function requiredConditions(groups: readonly Group[]): string[] {
  const plain = groups.filter((group) => !group.isExtra);
  const joined = groups.filter((group) => group.token.kind === 'joined' && group.options.some((option) => option.kind === 'same'));
  return plain.map((group) => {
    const whole = joined.filter(({ token }) => token.start <= group.token.start && group.token.end <= token.end);
    return anyOf([...waysOf(group), ...whole.flatMap((other) => waysOf(other))]);
  });
}

function waysOf(group: Group): string[] {
  const others = group.options.filter((option) => option.part === undefined).map((option) => quoteLexeme(option.lexeme));
  const parts = Map.groupBy(group.options.filter((option) => option.part !== undefined), (option) => option.part);
  const allParts = [...parts.values()].map((options) => `(${anyOf(options.map((option) => quoteLexeme(option.lexeme)))})`);
  return allParts.length > 0 ? [...others, `(${allParts.join(' & ')})`] : others;
}

function documentsOf(group: Group): number {
  return group.options.reduce((sum: number, option: Option) => sum + option.documents, 0);
}

function anyOf(conditions: readonly string[]): string {
  return conditions.join(' | ');
}

/** Phrases as they stand (a misspelt word in one of its corrections), and what must not occur. */
function exactConditions(query: ParsedQuery, analyser: Analyser, groups: readonly Group[]): string[] {
  const spellings = new Map(groups.map((group) => [group.token.word, group.options.filter((option) => option.kind === 'spelling')]));
  const formsOf = (token: AnalysedToken): string => {
    const forms = [token.lexeme, ...(spellings.get(token.word) ?? []).map((option) => option.lexeme)].map(quoteLexeme);
    return forms.length > 1 ? `(${anyOf(forms)})` : forms.join('');
  };
  const phrases = query.phrases.map((phrase) => phraseCondition(analyser.analyse(phrase), formsOf)).filter((condition) => condition !== '');
  const exclusions = query.exclusions.flatMap((word) => analyser.analyse(word)).map((token) => `!${quoteLexeme(token.lexeme)}`);
  return [...phrases, ...exclusions];
}

function phraseCondition(tokens: readonly AnalysedToken[], formsOf: (token: AnalysedToken) => string): string {
  const words = tokens.filter((token) => token.kind !== 'joined' && token.kind !== 'date');
  let condition = '';
  let last = 0;
  for (const token of words) {
    condition += condition === '' ? formsOf(token) : ` <${token.position - last}> ${formsOf(token)}`;
    last = token.position;
  }
  return condition;
}
