import type { Occurrence } from '../query/ranking.js';
import { quoteLexeme } from './document-vector.js';

const FIELDS = { A: 'title', B: 'titlePart', C: 'bodyPart' } as const;

/** Reads the places of the wanted lexemes out of a vector's text form, without reading the rest. */
export function occurrencesIn(vector: string, lexemes: Iterable<string>): Map<string, Occurrence[]> {
  const found = new Map<string, Occurrence[]>();
  for (const lexeme of lexemes) {
    const start = `${quoteLexeme(lexeme)}:`;
    const at = vector.startsWith(start) ? 0 : vector.indexOf(` ${start}`) + 1;
    if (at === 0 && !vector.startsWith(start)) continue;
    const from = at + start.length;
    const end = vector.indexOf(' ', from);
    const places = vector.slice(from, end < 0 ? undefined : end).split(',');
    found.set(lexeme, places.map(readPlace));
  }
  return found;
}

function readPlace(place: string): Occurrence {
  const label = place.at(-1);
  const field = label === 'A' || label === 'B' || label === 'C' ? FIELDS[label] : 'body';
  return { position: Number.parseInt(place, 10), field };
}
