import { Analyser } from '../analyser/analyser.js';
import { furtherParts, outerParts, type FrequencyOf } from '../analyser/compounds.js';
import { analyserKnowing, seedAnalyser } from '../analyser/seed-analyser.js';
import { seedFrequency } from '../analyser/seed-vocabulary.js';
import { isStopWord } from '../analyser/stop-words.js';
import type { SearchConnection } from './search-database.js';

/** Beyond this many pieces it is cheaper to read an audience's whole vocabulary. */
const MOST_PIECES = 20_000;

/** Words one can mistype, complete or build compounds of: no digits, no single letters. */
export function isVocabularyWord(word: string): boolean {
  return word.length >= 3 && word.length <= 40 && /^[a-z]+$/.test(word);
}

/**
 * An analyser that splits compounds by the seed vocabulary and by what the documents of these audiences say, and by
 * nothing else: the way a word is split must not tell of documents one may not find.
 * @param documents how many these audiences may find, where the caller knows.
 */
export async function analyserFor(
  connection: SearchConnection,
  generation: number,
  audiences: readonly string[],
  words: Iterable<string>,
  documents?: number,
): Promise<Analyser> {
  const wanted = [...new Set(words)];
  const outer = new Set(wanted.flatMap(outerParts));
  if (outer.size === 0) return seedAnalyser;
  const least = leastFrequency(documents ?? (await documentCount(connection, generation, audiences)));
  if (outer.size > MOST_PIECES) return new Analyser(withSeed(await frequenciesOf(connection, generation, audiences, null), least));
  const known = new Map(await frequenciesOf(connection, generation, audiences, [...outer]));
  const further = new Set(wanted.flatMap((word) => furtherParts(word, withSeed(known, least))).filter((part) => !outer.has(part)));
  for (const [word, documents] of await frequenciesOf(connection, generation, audiences, [...further])) known.set(word, documents);
  return analyserKnowing([...known.keys()], withSeed(known, least));
}

/** The more texts, the more slips and rarities look like words: parts must then have been seen more often. */
function leastFrequency(documents: number): number {
  if (documents < 5_000) return 1;
  return documents < 50_000 ? 2 : 3;
}

async function documentCount(connection: SearchConnection, generation: number, audiences: readonly string[]): Promise<number> {
  const [row] = await connection.query<{ documents: number }>(
    `select coalesce(sum(documents), 0)::integer as documents from search_audience where generation = $1 and audience = any($2)`,
    [generation, audiences],
  );
  return row?.documents ?? 0;
}

function withSeed(frequencies: ReadonlyMap<string, number>, least: number): FrequencyOf {
  return (word) => {
    if (isStopWord(word)) return 0;
    const own = frequencies.get(word) ?? 0;
    return seedFrequency(word) + (own >= least ? own : 0);
  };
}

/** @param words null for the whole vocabulary. */
async function frequenciesOf(
  connection: SearchConnection,
  generation: number,
  audiences: readonly string[],
  words: readonly string[] | null,
): Promise<ReadonlyMap<string, number>> {
  if (words?.length === 0) return new Map();
  const rows = await connection.prepared<{ word: string; documents: number }>(
    `select word, sum(documents)::integer as documents from search_word
     where generation = $1 and audience = any($2) ${words === null ? '' : 'and word = any($3)'} group by word`,
    words === null ? [generation, audiences] : [generation, audiences, words],
  );
  return new Map(rows.map((row) => [row.word, row.documents]));
}
