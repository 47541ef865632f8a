import { aDocument, aRequest, searchEngineContract } from '../engine-contract.testing.js';
import { openPostgresqlEngine } from './engine.testing.js';
import { PostgresqlEngine } from './postgresql.engine.js';
import { databaseOfPool, type SearchConnection } from './search-database.js';

describe('the PostgreSQL engine', () => {
  searchEngineContract(openPostgresqlEngine);
});

describe('the counts of the PostgreSQL engine', () => {
  it('return to nothing when everything is removed', async () => {
    const { engine, pool, close } = await openPostgresqlEngine();
    const documents = ['Haushaltsplanung im Verein', 'Planung der Feste', 'Feste feiern'].map((title) => aDocument({ title, body: `${title} mit Rücklage` }));
    await engine.index(documents);
    await engine.index(documents.slice(0, 1).map((document) => ({ ...document, title: 'Ganz anders' })));
    await engine.remove(documents.map((document) => document.id));
    for (const table of ['search_document', 'search_document_words', 'search_term', 'search_word']) {
      expect((await pool.query(`select count(*)::integer as rows from ${table}`)).rows).toEqual([{ rows: 0 }]);
    }
    expect((await pool.query(`select sum(documents)::integer as documents, sum(length)::integer as length from search_audience`)).rows).toEqual([{ documents: 0, length: 0 }]);
    await close();
  });

  it('are the same after many small changes as after a rebuild', async () => {
    const { engine, pool, close } = await openPostgresqlEngine();
    const documents = Array.from({ length: 12 }, (_, index) => aDocument({ title: `Tipp ${index} zu Haushaltsplanung`, body: `Rücklagen und Feste ${index}` }));
    const terms = async (): Promise<unknown[]> =>
      (await pool.query(`select audience, lexeme, documents from search_term order by 1, 2`)).rows;
    for (const document of documents) await engine.index([document]);
    for (const document of documents.slice(0, 6)) await engine.index([{ ...document, body: 'Zwischenstand' }]);
    for (const document of documents.slice(0, 6)) await engine.index([document]);
    const small = await terms();
    await engine.rebuild((async function* () { yield documents; })());
    expect(await terms()).toEqual(small);
    expect((await engine.search(aRequest('Rücklagen'))).totalCount).toBe(12);
    await close();
  });
});

describe('a question while the index is replaced', () => {
  it('is read again and finds what the new index holds', async () => {
    const { engine, pool, close } = await openPostgresqlEngine();
    const documents = ['Rücklagen bilden', 'Rücklagen auflösen'].map((title) => aDocument({ title, body: title }));
    await engine.index(documents);
    const database = databaseOfPool(pool);
    let replaced = 0;
    const beforehand = (run: SearchConnection['query']): SearchConnection['query'] => async (sql, parameters) => {
      if (sql.startsWith('with found_0') && replaced === 0) {
        replaced += 1;
        await engine.rebuild((async function* () { yield documents; })());
      }
      return run(sql, parameters);
    };
    const reading = { query: beforehand(database.reading.query), prepared: beforehand(database.reading.prepared) };
    expect((await new PostgresqlEngine({ ...database, reading }).search(aRequest('Rücklagen'))).totalCount).toBe(2);
    expect(replaced).toBe(1);
    await close();
  });
});
