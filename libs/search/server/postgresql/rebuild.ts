import type { SearchDocument } from '../contract.js';
import { countWords, insertDocuments, lockForWriting, uncountWords } from './document-store.js';
import type { SearchConnection, SearchDatabase } from './search-database.js';

// Real indexes need longer than a request may take.
const BEGIN = 'begin; set local jit = off; set local statement_timeout = 0';
const PAGE = 500;

/**
 * Fills a new generation beside the old one, which answers until the switch; what is written meanwhile goes into both.
 * Documents are spooled first and put in by audience, so that each audience's vocabulary is complete before its
 * compounds are split.
 */
export async function rebuildIndex(database: SearchDatabase, pages: AsyncIterable<readonly SearchDocument[]>): Promise<void> {
  const generation = await database.transaction(BEGIN, startBuilding);
  for await (const page of pages) await database.transaction(BEGIN, (connection) => spool(connection, page));
  for (const audience of await database.transaction(BEGIN, spooledAudiences)) {
    const each = (work: PageWork): Promise<void> => eachPage(database, generation, audience, work);
    await each((connection, documents) => countWords(connection, generation, audience, documents));
    await each((connection, documents) => insertCurrent(connection, generation, audience, documents));
  }
  await database.transaction(BEGIN, (connection) => switchTo(connection, generation));
  for (let isEmpty = false; !isEmpty; ) isEmpty = await database.transaction(BEGIN, (connection) => clearOld(connection, generation));
}

async function startBuilding(connection: SearchConnection): Promise<number> {
  await lockForWriting(connection);
  await connection.query(`truncate search_rebuild_document, search_removed_in_rebuild`);
  const [state] = await connection.query<{ building: number }>(
    `update search_state set building = (greatest(generation, coalesce(building, 0)) % 30000) + 1 returning building`,
  );
  if (!state) throw new Error('The table search_state is empty; run the migrations.');
  return state.building;
}

async function spool(connection: SearchConnection, page: readonly SearchDocument[]): Promise<void> {
  await connection.query(
    `insert into search_rebuild_document (audience, document) select entry ->> 'audience', entry from jsonb_array_elements($1::jsonb) as entry`,
    [JSON.stringify(page)],
  );
}

async function spooledAudiences(connection: SearchConnection): Promise<string[]> {
  const rows = await connection.query<{ audience: string }>(`select distinct audience from search_rebuild_document order by 1`);
  return rows.map((row) => row.audience);
}

type PageWork = (connection: SearchConnection, documents: readonly SearchDocument[]) => Promise<void>;

async function eachPage(database: SearchDatabase, generation: number, audience: string, work: PageWork): Promise<void> {
  for (let after: string | undefined = '0'; after !== undefined; ) {
    const start: string = after;
    after = await database.transaction(BEGIN, async (connection) => {
      await lockForWriting(connection);
      const rows = await connection.query<{ number: string; document: SearchDocument }>(
        `select number, document from search_rebuild_document
         where audience = $1 and number > $2 and exists (select from search_state where building = $3) order by number limit ${PAGE}`,
        [audience, start, generation],
      );
      if (rows.length > 0) await work(connection, rows.map((row) => withDates(row.document)));
      return rows.at(-1)?.number;
    });
  }
}

/** Documents that were changed or removed since they were read are left out: what was written then is newer. */
async function insertCurrent(
  connection: SearchConnection,
  generation: number,
  audience: string,
  documents: readonly SearchDocument[],
): Promise<void> {
  const rows = await connection.query<{ id: string }>(
    `select id from search_document where generation = $1 and id = any($2) union select id from search_removed_in_rebuild where id = any($2)`,
    [generation, documents.map((document) => document.id)],
  );
  const newer = new Set(rows.map((row) => row.id));
  await uncountWords(connection, generation, audience, documents.filter((document) => newer.has(document.id)));
  await insertDocuments(connection, generation, audience, documents.filter((document) => !newer.has(document.id)));
}

function withDates(document: SearchDocument): SearchDocument {
  return { ...document, createdAt: new Date(document.createdAt), updatedAt: new Date(document.updatedAt) };
}

async function switchTo(connection: SearchConnection, generation: number): Promise<void> {
  await lockForWriting(connection);
  const switched = await connection.query(`update search_state set generation = building, building = null where building = $1 returning 1`, [generation]);
  if (switched.length === 0) throw new Error('Another rebuild of the search index has been started; this one stops.');
  await connection.query(`truncate search_rebuild_document, search_removed_in_rebuild`);
}

/** True once nothing of other generations is left. */
async function clearOld(connection: SearchConnection, generation: number): Promise<boolean> {
  for (const table of ['search_document_words', 'search_term', 'search_word', 'search_audience']) {
    await connection.query(`delete from ${table} where generation <> $1 and generation <> coalesce((select building from search_state), 0)`, [generation]);
  }
  const gone = await connection.query(
    `delete from search_document where ctid = any(array(select ctid from search_document
       where generation <> $1 and generation <> coalesce((select building from search_state), 0) limit 5000)) returning 1`,
    [generation],
  );
  return gone.length === 0;
}
