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
  bodyLength: 0.6,
  titleLength: 0.3,
  fields: { title: 2, titlePart: 1.2, body: 1, bodyPart: 0.7 },
  /** Two words of the question near each other, as a share of the rarer one's weight … */
  proximity: 0.6,
  /** … fading with the distance, gone beyond it. */
  window: 8,
  /** All of the question in the title. */
  titleCoverage: 0.3,
  /** Both parts of a compound side by side say nearly the same as the compound. */
  adjacentParts: 0.8,
};

/** Scores one document exactly: BM25F over groups, then nearness and the title. */
export function rankDocument(groups: readonly Group[], document: RankedDocument, totals: CorpusTotals): number {
  const matched: { readonly group: Group; readonly positions: readonly number[]; readonly isInTitle: boolean }[] = [];
  let score = 0;
  let asked = 0;
  let inTitle = 0;
  for (const group of groups) {
    const positions: number[] = [];
    let whole = 0;
    let parts = 0;
    let isInTitle = false;
    for (const option of group.options) {
      const occurrences = document.occurrences.get(option.lexeme);
      if (!occurrences) continue;
      const value = option.weight * saturated(occurrences, document, totals);
      if (option.kind === 'part') parts += value;
      else whole = Math.max(whole, value);
      for (const occurrence of occurrences) {
        positions.push(occurrence.position);
        if (occurrence.field === 'title' || (occurrence.field === 'titlePart' && option.kind !== 'part')) isInTitle = true;
      }
    }
    if (whole === 0) parts += adjacentParts(group, document);
    score += whole + parts;
    if (!group.isExtra) {
      asked += group.weight;
      if (isInTitle) inTitle += group.weight;
      if (positions.length > 0) matched.push({ group, positions: positions.sort((one, other) => one - other), isInTitle });
    }
  }
  for (let first = 0; first < matched.length; first++) {
    for (let second = first + 1; second < matched.length; second++) {
      const [one, other] = [matched[first], matched[second]];
      if (!one || !other) continue;
      const nearness = nearnessOf(one.positions, other.positions) / (second - first);
      score += RANKING.proximity * nearness * Math.min(one.group.weight, other.group.weight);
    }
  }
  if (asked > 0) score += RANKING.titleCoverage * inTitle * (inTitle / asked);
  return score;
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
  const parts = group.options.filter((option) => option.kind === 'part');
  if (parts.length < 2) return 0;
  const places = parts.map((part) => (document.occurrences.get(part.lexeme) ?? []).map((occurrence) => occurrence.position));
  if (places.some((positions) => positions.length === 0)) return 0;
  let nearness = 1;
  for (let index = 1; index < places.length; index++) {
    nearness = Math.min(nearness, nearnessOf(places[index - 1] ?? [], places[index] ?? []));
  }
  return RANKING.adjacentParts * nearness * parts.reduce((sum, part) => sum + part.weight, 0);
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
