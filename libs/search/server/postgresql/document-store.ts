import { Analyser } from '../analyser/analyser.js';
import type { SearchDocument } from '../contract.js';
import { specialLetters, spelling } from '../query/spelling.js';
import { documentVector, type DocumentVector } from './document-vector.js';
import type { SearchConnection } from './search-database.js';
import { analyserFor, isVocabularyWord } from './vocabulary.js';

/** Splits nothing: finds the words before it is known which of them are compounds. */
const WORDS_ONLY = new Analyser();

/** One writer at a time keeps the counts exact and free of deadlocks; indexing is background work. */
export async function lockForWriting(connection: SearchConnection): Promise<void> {
  await connection.query(`select pg_advisory_xact_lock(hashtext('search index'))`);
}

/** Adds or replaces documents of one generation and carries their counts along. */
export async function putDocuments(
  connection: SearchConnection,
  generation: number,
  documents: readonly SearchDocument[],
): Promise<void> {
  await takeOutDocuments(connection, generation, documents.map((document) => document.id));
  for (const [audience, own] of Map.groupBy(latestOfEach(documents), (document) => document.audience)) {
    // First, so that the documents' own words help to split their compounds.
    await countWords(connection, generation, audience, own);
    await insertDocuments(connection, generation, audience, own);
  }
}

function latestOfEach(documents: readonly SearchDocument[]): SearchDocument[] {
  return [...new Map(documents.map((document) => [document.id, document])).values()];
}

/** Adds the words of documents of one audience to its vocabulary. */
export async function countWords(
  connection: SearchConnection,
  generation: number,
  audience: string,
  documents: readonly SearchDocument[],
): Promise<void> {
  const uses = new Map<string, WordUse>();
  for (const document of documents) {
    for (const [word, { lexeme, shown }] of vocabularyOf(document)) {
      const use = uses.get(word);
      if (use) {
        use.documents++;
        if (specialLetters(shown) > specialLetters(use.shown)) use.shown = shown;
      } else uses.set(word, { lexeme, shown, documents: 1 });
    }
  }
  await addWords(connection, generation, audience, uses);
}

/** Takes back what `countWords` added, for documents that are not inserted after all. */
export async function uncountWords(
  connection: SearchConnection,
  generation: number,
  audience: string,
  documents: readonly SearchDocument[],
): Promise<void> {
  await takeBackWords(connection, generation, audience, countOf(documents.map((document) => [...vocabularyOf(document).keys()])));
}

interface WordUse {
  readonly lexeme: string;
  shown: string;
  documents: number;
}

/** Inserts new documents of one audience whose words are counted already. */
export async function insertDocuments(
  connection: SearchConnection,
  generation: number,
  audience: string,
  documents: readonly SearchDocument[],
): Promise<void> {
  const words = documents.map((document) => [...vocabularyOf(document).keys()]);
  const analyser = await analyserFor(connection, generation, [audience], new Set(words.flat()));
  const vectors = documents.map((document) => documentVector(document, analyser));
  await insertRows(connection, generation, documents, vectors);
  await insertWords(connection, generation, documents.map(({ id }, index) => ({ id, words: words[index] ?? [] })));
  await changeTerms(connection, generation, audience, countOf(vectors.map((vector) => vector.lexemes)), 1);
  await changeTotals(connection, generation, audience, {
    documents: documents.length,
    length: sum(vectors.map((vector) => vector.length)),
    titleLength: sum(vectors.map((vector) => vector.titleLength)),
  });
}

function vocabularyOf(document: SearchDocument): Map<string, { readonly lexeme: string; readonly shown: string }> {
  const words = new Map<string, { lexeme: string; shown: string }>();
  for (const text of [document.title, document.body, ...document.keywords]) {
    for (const token of WORDS_ONLY.analyse(text)) {
      if (!isVocabularyWord(token.word) || words.has(token.word)) continue;
      words.set(token.word, { lexeme: token.lexeme, shown: spelling(text.slice(token.start, token.end)) });
    }
  }
  return words;
}

/** Removes documents of one generation and takes their counts back. Unknown ids change nothing. */
export async function takeOutDocuments(connection: SearchConnection, generation: number, ids: readonly string[]): Promise<void> {
  const rows = await connection.query<{ audience: string; lexemes: string[]; words: string[]; length: number; title_length: number }>(
    `with gone as (delete from search_document where generation = $1 and id = any($2)
                   returning id, audience, length, title_length, tsvector_to_array(tsv) as lexemes),
          gone_words as (delete from search_document_words where generation = $1 and id = any($2) returning id, words)
     select gone.audience, gone.lexemes, gone_words.words, gone.length, gone.title_length
     from gone join gone_words using (id)`,
    [generation, ids],
  );
  for (const [audience, own] of Map.groupBy(rows, (row) => row.audience)) {
    const lexemes = own.map((row) => row.lexemes.filter((lexeme) => !/^(?:~|t:)/.test(lexeme)));
    await changeTerms(connection, generation, audience, countOf(lexemes), -1);
    await takeBackWords(connection, generation, audience, countOf(own.map((row) => row.words)));
    await changeTotals(connection, generation, audience, {
      documents: -own.length,
      length: -sum(own.map((row) => row.length)),
      titleLength: -sum(own.map((row) => row.title_length)),
    });
  }
}

async function insertRows(
  connection: SearchConnection,
  generation: number,
  documents: readonly SearchDocument[],
  vectors: readonly DocumentVector[],
): Promise<void> {
  const rows = documents.map((document, index) => ({
    id: document.id,
    kind: document.kind,
    audience: document.audience,
    space_id: document.spaceId,
    author_ids: document.authorIds,
    topic_ids: document.topicIds,
    created_at: document.createdAt,
    updated_at: document.updatedAt,
    standing: document.standing,
    length: vectors[index]?.length ?? 0,
    title_length: vectors[index]?.titleLength ?? 0,
    tsv: vectors[index]?.tsv ?? '',
  }));
  await connection.query(
    `insert into search_document (generation, id, kind, audience, space_id, author_ids, topic_ids, created_at, updated_at,
                                  standing, length, title_length, tsv)
     select $1, id, kind, audience, space_id, author_ids, topic_ids, created_at, updated_at, standing, length, title_length, tsv::tsvector
     from jsonb_to_recordset($2::jsonb) as row (id uuid, kind text, audience text, space_id uuid, author_ids uuid[], topic_ids uuid[],
       created_at timestamptz, updated_at timestamptz, standing real, length integer, title_length integer, tsv text)`,
    [generation, JSON.stringify(rows)],
  );
}

async function insertWords(
  connection: SearchConnection,
  generation: number,
  rows: readonly { readonly id: string; readonly words: readonly string[] }[],
): Promise<void> {
  await connection.query(
    `insert into search_document_words (generation, id, words)
     select $1, id, words from jsonb_to_recordset($2::jsonb) as row (id uuid, words text[])`,
    [generation, JSON.stringify(rows)],
  );
}

async function addWords(
  connection: SearchConnection,
  generation: number,
  audience: string,
  uses: ReadonlyMap<string, WordUse>,
): Promise<void> {
  const entries = [...uses];
  await connection.query(
    `insert into search_word as known (generation, audience, word, lexeme, shown, documents)
     select $1, $2, word, lexeme, shown, documents from unnest($3::text[], $4::text[], $5::text[], $6::integer[]) as row (word, lexeme, shown, documents)
     on conflict (generation, audience, word) do update set documents = known.documents + excluded.documents,
       shown = case when octet_length(excluded.shown) - length(excluded.shown) > octet_length(known.shown) - length(known.shown)
                    then excluded.shown else known.shown end`,
    [
      generation,
      audience,
      entries.map(([word]) => word),
      entries.map(([, use]) => use.lexeme),
      entries.map(([, use]) => use.shown),
      entries.map(([, use]) => use.documents),
    ],
  );
}

async function takeBackWords(
  connection: SearchConnection,
  generation: number,
  audience: string,
  counts: ReadonlyMap<string, number>,
): Promise<void> {
  await connection.query(
    `update search_word as known set documents = known.documents - row.documents
     from unnest($3::text[], $4::integer[]) as row (word, documents)
     where known.generation = $1 and known.audience = $2 and known.word = row.word`,
    [generation, audience, [...counts.keys()], [...counts.values()]],
  );
  await connection.query(
    `delete from search_word where generation = $1 and audience = $2 and word = any($3) and documents <= 0`,
    [generation, audience, [...counts.keys()]],
  );
}

async function changeTerms(
  connection: SearchConnection,
  generation: number,
  audience: string,
  counts: ReadonlyMap<string, number>,
  sign: 1 | -1,
): Promise<void> {
  const lexemes = [...counts.keys()];
  await connection.query(
    `insert into search_term as known (generation, audience, lexeme, documents)
     select $1, $2, lexeme, documents from unnest($3::text[], $4::integer[]) as row (lexeme, documents)
     on conflict (generation, audience, lexeme) do update set documents = known.documents + excluded.documents`,
    [generation, audience, lexemes, [...counts.values()].map((count) => sign * count)],
  );
  if (sign < 0) {
    await connection.query(
      `delete from search_term where generation = $1 and audience = $2 and lexeme = any($3) and documents <= 0`,
      [generation, audience, lexemes],
    );
  }
}

async function changeTotals(
  connection: SearchConnection,
  generation: number,
  audience: string,
  change: { readonly documents: number; readonly length: number; readonly titleLength: number },
): Promise<void> {
  await connection.query(
    `insert into search_audience as known (generation, audience, documents, length, title_length) values ($1, $2, $3, $4, $5)
     on conflict (generation, audience) do update set documents = known.documents + excluded.documents,
       length = known.length + excluded.length, title_length = known.title_length + excluded.title_length`,
    [generation, audience, change.documents, change.length, change.titleLength],
  );
}

function countOf(lists: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const list of lists) for (const entry of list) counts.set(entry, (counts.get(entry) ?? 0) + 1);
  return counts;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
