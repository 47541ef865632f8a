import { diffLines, diffWordsWithSpace } from 'diff';
import type { Change } from 'diff';
import { AppError } from '#platform/shared';
import { TEXT_LIMITS } from '#text/shared';

/** A stretch of two compared texts. All `same` and `removed` together are the first, `same` and `added` the second. */
export interface DiffSegment {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/* Line by line is fast; a text that was rewritten as a whole is then shown as replaced instead of blocking the process. */
const linesTimeoutMs = 400;
const wordsTimeoutMs = 300;

function segmentOf({ added, removed, value }: Change): DiffSegment {
  return { kind: added ? 'added' : removed ? 'removed' : 'same', text: value };
}

function replaced(before: string, after: string): readonly DiffSegment[] {
  return [{ kind: 'removed', text: before }, { kind: 'added', text: after }];
}

/** Neighbours of one kind become one, empty ones go. */
function joined(segments: readonly DiffSegment[]): readonly DiffSegment[] {
  const result: DiffSegment[] = [];
  for (const segment of segments) {
    const last = result.at(-1);
    if (segment.text === '') continue;
    if (last?.kind === segment.kind) result[result.length - 1] = { kind: last.kind, text: last.text + segment.text };
    else result.push(segment);
  }
  return result;
}

/**
 * Compares two texts word by word: first by lines, then inside of what changed.
 * @throws AppError `text.tooLongToCompare`
 */
export function wordDiff(before: string, after: string): readonly DiffSegment[] {
  if (before.length + after.length > TEXT_LIMITS.comparisonLength * 2) {
    throw new AppError('BAD_USER_INPUT', 'text.tooLongToCompare', { params: { limit: TEXT_LIMITS.comparisonLength } });
  }
  const lines = diffLines(before, after, { timeout: linesTimeoutMs });
  if (lines === undefined) return joined(replaced(before, after));
  const endsAt = performance.now() + wordsTimeoutMs;
  const segments: DiffSegment[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const [change, next] = [lines[index], lines[index + 1]];
    if (change === undefined) continue;
    if (change.removed && next?.added === true) {
      const timeout = endsAt - performance.now();
      const words = timeout > 0 ? diffWordsWithSpace(change.value, next.value, { timeout }) : undefined;
      segments.push(...(words?.map(segmentOf) ?? replaced(change.value, next.value)));
      index += 1;
    } else segments.push(segmentOf(change));
  }
  return joined(segments);
}
