import { diffArrays } from 'diff';

/** A stretch of two texts that go back to one: either settled by itself, or both changed the same place. */
export type Passage =
  | { readonly kind: 'settled'; readonly text: string }
  | { readonly kind: 'open'; readonly base: string; readonly mine: string; readonly theirs: string };

export type PassageChoice = 'mine' | 'theirs' | 'both';

/** Paragraphs, each with the empty lines behind it (the last one too), so that they can be joined in any order. */
function paragraphsOf(text: string): readonly string[] {
  if (text.trim() === '') return [];
  return `${text.trimEnd()}\n\n`.match(/[^\n]+(?:\n(?!\n)[^\n]*)*\n{2,}/g) ?? [];
}

interface Change {
  /** Paragraphs of the base that are replaced: from (inclusive) to (exclusive). */
  readonly from: number;
  readonly to: number;
  readonly parts: readonly string[];
}

function changesOf(base: readonly string[], next: readonly string[]): readonly Change[] {
  const changes: Change[] = [];
  let at = 0;
  // Empty lines at the very end are no change.
  const comparator = (one: string, other: string) => one.trimEnd() === other.trimEnd();
  for (const piece of diffArrays([...base], [...next], { comparator })) {
    const last = changes.at(-1);
    if (piece.removed === true) {
      if (last !== undefined && last.to === at) changes[changes.length - 1] = { ...last, to: at + piece.value.length };
      else changes.push({ from: at, to: at + piece.value.length, parts: [] });
      at += piece.value.length;
    } else if (piece.added === true) {
      if (last !== undefined && last.to === at) changes[changes.length - 1] = { ...last, parts: [...last.parts, ...piece.value] };
      else changes.push({ from: at, to: at, parts: piece.value });
    } else at += piece.value.length;
  }
  return changes;
}

/** The base from one place to another with the changes of one side put in. */
function applied(base: readonly string[], changes: readonly Change[], from: number, to: number): string {
  const out: string[] = [];
  let at = from;
  for (const change of changes) {
    out.push(...base.slice(at, change.from), ...change.parts);
    at = change.to;
  }
  out.push(...base.slice(at, to));
  return out.join('');
}

/** Neighbouring paragraphs do not concern each other; something put in between two does concern both. */
function touches(one: Change, from: number, to: number): boolean {
  const isBetween = one.from === one.to || from === to;
  return isBetween ? one.from <= to && one.to >= from : one.from < to && one.to > from;
}

/**
 * Two texts that were written from the same one, paragraph by paragraph. What only one side changed is settled; what both
 * changed stays open. Nothing of either side is left out.
 */
export function mergeTexts(baseText: string, mineText: string, theirsText: string): readonly Passage[] {
  const [base, mine, theirs] = [paragraphsOf(baseText), paragraphsOf(mineText), paragraphsOf(theirsText)];
  const ours = changesOf(base, mine);
  const others = changesOf(base, theirs);
  const passages: Passage[] = [];
  const settle = (text: string) => {
    const last = passages.at(-1);
    if (text === '') return;
    if (last?.kind === 'settled') passages[passages.length - 1] = { kind: 'settled', text: last.text + text };
    else passages.push({ kind: 'settled', text });
  };
  let at = 0;
  let [i, j] = [0, 0];
  while (i < ours.length || j < others.length) {
    const first = [ours[i], others[j]].filter((change) => change !== undefined).reduce((a, b) => (b.from < a.from ? b : a));
    let { from, to } = first;
    const [startI, startJ] = [i, j];
    // Changes that touch one another belong together, and may in turn touch further ones.
    for (let grew = true; grew; ) {
      grew = false;
      for (let next = ours[i]; next !== undefined && touches(next, from, to); next = ours[i]) {
        [from, to, grew] = [Math.min(from, next.from), Math.max(to, next.to), true];
        i += 1;
      }
      for (let next = others[j]; next !== undefined && touches(next, from, to); next = others[j]) {
        [from, to, grew] = [Math.min(from, next.from), Math.max(to, next.to), true];
        j += 1;
      }
    }
    settle(base.slice(at, from).join(''));
    const mineHere = applied(base, ours.slice(startI, i), from, to);
    const theirsHere = applied(base, others.slice(startJ, j), from, to);
    if (i === startI || mineHere.trimEnd() === theirsHere.trimEnd()) settle(theirsHere);
    else if (j === startJ) settle(mineHere);
    else passages.push({ kind: 'open', base: base.slice(from, to).join(''), mine: mineHere, theirs: theirsHere });
    at = to;
  }
  settle(base.slice(at).join(''));
  return passages;
}

/** What two texts share, paragraph by paragraph: the ground to join them on where the text they came from is not at hand. */
export function sharedText(one: string, other: string): string {
  const pieces = diffArrays([...paragraphsOf(one)], [...paragraphsOf(other)], { comparator: (left, right) => left.trimEnd() === right.trimEnd() });
  return pieces.flatMap((piece) => (piece.added === true || piece.removed === true ? [] : piece.value)).join('');
}

/** The text that comes of the choices; `choices[n]` belongs to the n-th open passage. */
export function mergedText(passages: readonly Passage[], choices: readonly PassageChoice[]): string {
  let open = -1;
  const parts = passages.map((passage) => {
    if (passage.kind === 'settled') return passage.text;
    open += 1;
    const choice = choices[open] ?? 'both';
    return choice === 'both' ? passage.mine + passage.theirs : passage[choice];
  });
  return parts.join('').trimEnd();
}
