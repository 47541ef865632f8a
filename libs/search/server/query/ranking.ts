import type { Group } from './understanding.js';

/** Places of one lexeme in a document, by field. */
export interface Occurrence {
  readonly position: number;
  readonly field: 'title' | 'titlePart' | 'body' | 'bodyPart';
}

export interface RankedDocument {
  readonly length: number;
  readonly titleLength: number;
  readonly occurrences: ReadonlyMap<string, readonly Occurrence[]>;
}

export interface CorpusTotals {
  readonly averageLength: number;
  readonly averageTitleLength: number;
}

/** The numbers of the ranking, chosen on several collections at once; see docs/decisions.md. */
export const RANKING = {
  /** Saturation of repeated words (BM25's k1). */
  saturation: 1.2,
  /** How much length counts against a body and a title (BM25's b). */
  bodyLength: 0.9,
  titleLength: 0.75,
  fields: { title: 4, titlePart: 0.8, body: 1, bodyPart: 0.5 },
  /** Two words of the question near each other, as a share of the rarer one's weight … */
  proximity: 0.6,
  /** … fading with the distance, gone beyond it. */
  window: 10,
  /** The best passage of so many words, as a share of the weight of the different words of the question in it. */
  passage: 0.5,
  passageWords: 40,
  /** While one types, one looks for a title: it counts so many times where it has the last word. */
  typedTitle: 3,
  /** Both parts of a compound side by side say nearly the same as the compound. */
  adjacentParts: 0.3,
};

/** Scores one document exactly: BM25F over groups, then nearness and the title. */
export function rankDocument(groups: readonly Group[], document: RankedDocument, totals: CorpusTotals): number {
  const matched: { readonly group: Group; readonly positions: readonly number[] }[] = [];
  let score = 0;
  for (const group of groups) {
    const positions: number[] = [];
    let whole = 0;
    const partValues = new Map<number, number>();
    for (const option of group.options) {
      const occurrences = document.occurrences.get(option.lexeme);
      if (!occurrences) continue;
      const value = option.weight * saturated(occurrences, document, totals);
      if (option.part !== undefined) partValues.set(option.part, Math.max(value, partValues.get(option.part) ?? 0));
      else whole = Math.max(whole, value);
      for (const { position } of occurrences) positions.push(position);
    }
    let parts = [...partValues.values()].reduce((sum, value) => sum + value, 0);
    if (whole === 0) parts += adjacentParts(group, document);
    score += whole + parts;
    if (!group.isExtra && positions.length > 0) matched.push({ group, positions: positions.sort((one, other) => one - other) });
  }
  for (let first = 0; first < matched.length; first++) {
    for (let second = first + 1; second < matched.length; second++) {
      const [one, other] = [matched[first], matched[second]];
      if (!one || !other) continue;
      const nearness = nearnessOf(one.positions, other.positions) / (second - first);
      score += RANKING.proximity * nearness * Math.min(one.group.weight, other.group.weight);
    }
  }
  return score + RANKING.passage * bestPassage(matched);
}

/** How much more a document counts for a question that is still being typed. */
export function typingFactor(groups: readonly Group[], document: RankedDocument): number {
  const last = groups.reduce<Group | null>((latest, group) => (latest && latest.token.position > group.token.position ? latest : group), null);
  const isInTitle = last?.options.some((option) => document.occurrences.get(option.lexeme)?.some(({ field }) => field.startsWith('title')));
  return isInTitle ? RANKING.typedTitle : 1;
}

/** The most that one stretch of the text says about the question. */
function bestPassage(matched: readonly { readonly group: Group; readonly positions: readonly number[] }[]): number {
  const places = matched.flatMap(({ group, positions }, index) => positions.map((position) => ({ index, position, weight: group.weight })));
  places.sort((one, other) => one.position - other.position);
  const inside = matched.map(() => 0);
  let [best, sum, start] = [0, 0, 0];
  for (const place of places) {
    if (inside[place.index] === 0) sum += place.weight;
    inside[place.index] = (inside[place.index] ?? 0) + 1;
    for (let first = places[start]; first && place.position - first.position > RANKING.passageWords; first = places[++start]) {
      inside[first.index] = (inside[first.index] ?? 0) - 1;
      if (inside[first.index] === 0) sum -= first.weight;
    }
    best = Math.max(best, sum);
  }
  return best;
}

function saturated(occurrences: readonly Occurrence[], document: RankedDocument, totals: CorpusTotals): number {
  const body = 1 - RANKING.bodyLength + RANKING.bodyLength * (document.length / Math.max(1, totals.averageLength));
  const title = 1 - RANKING.titleLength + RANKING.titleLength * (document.titleLength / Math.max(1, totals.averageTitleLength));
  let frequency = 0;
  for (const { field } of occurrences) frequency += RANKING.fields[field] / (field.startsWith('title') ? title : body);
  return (frequency * (RANKING.saturation + 1)) / (frequency + RANKING.saturation);
}

/** What is missing from parts that only add up: all of them within a few words, in any order. */
function adjacentParts(group: Group, document: RankedDocument): number {
  const parts = new Map<number, { weight: number; positions: number[] }>();
  for (const { part, weight, lexeme } of group.options) {
    if (part === undefined) continue;
    const entry = parts.get(part) ?? { weight: 0, positions: [] };
    entry.weight = Math.max(entry.weight, weight);
    entry.positions.push(...(document.occurrences.get(lexeme) ?? []).map((occurrence) => occurrence.position));
    parts.set(part, entry);
  }
  const entries = [...parts.values()];
  if (entries.length < 2 || entries.some((entry) => entry.positions.length === 0)) return 0;
  for (const entry of entries) entry.positions.sort((one, other) => one - other);
  let nearness = 1;
  for (const [index, entry] of entries.entries()) {
    const before = entries[index - 1];
    if (before) nearness = Math.min(nearness, nearnessOf(before.positions, entry.positions));
  }
  return RANKING.adjacentParts * nearness * entries.reduce((sum, entry) => sum + entry.weight, 0);
}

/** 1 for neighbours (or the same word), less with each word between, 0 beyond the window. Both lists ascend. */
function nearnessOf(ones: readonly number[], others: readonly number[]): number {
  let least = Number.POSITIVE_INFINITY;
  let [i, j] = [0, 0];
  while (i < ones.length && j < others.length) {
    const [one, other] = [ones[i] ?? 0, others[j] ?? 0];
    least = Math.min(least, Math.abs(one - other));
    if (one < other) i++;
    else j++;
  }
  return least > RANKING.window ? 0 : 1 / Math.max(1, least);
}
