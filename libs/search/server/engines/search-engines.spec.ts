import { pino } from 'pino';
import { DataSource } from 'typeorm';
import { HealthChecks, readConfig } from '#platform/server';
import { createTestDatabase, MovableClock } from '#platform/server/testing';
import { aDocument, aRequest } from '../engine-contract.testing.js';
import { SEARCH_TABLES } from '../search.migration.js';
import { SearchEngines } from './search-engines.js';

describe('with a Meilisearch that does not answer', () => {
  it('PostgreSQL answers, the log says so, and Meilisearch is left alone for a while', async () => {
    const database = await createTestDatabase();
    const dataSource = await new DataSource({ type: 'postgres', url: database.url }).initialize();
    for (const statement of SEARCH_TABLES) await dataSource.query(statement);
    // Nothing listens on port 9 of this machine.
    const config = readConfig({ NODE_ENV: 'test', MEILI_URL: 'http://127.0.0.1:9', MEILI_KEY: 'nobody-listens-there' });
    const lines: string[] = [];
    const logger = pino({ level: 'warn' }, { write: (line: string) => lines.push(line) });
    const clock = new MovableClock();
    const health = new HealthChecks();
    const engines = new SearchEngines(dataSource, config, clock, logger, health);
    const tip = aDocument({ title: 'Rücklagen bilden' });
    await engines.postgresql.index([tip]);

    for (let asked = 0; asked < 5; asked += 1) {
      expect((await engines.search(aRequest('Rücklage'))).hits.map((hit) => hit.id)).toEqual([tip.id]);
    }
    expect(lines.filter((line) => line.includes('Meilisearch failed'))).toHaveLength(3);
    clock.forward(31_000);
    await engines.search(aRequest('Rücklage'));
    expect(lines.filter((line) => line.includes('Meilisearch failed'))).toHaveLength(4);
    // Told, but the service as a whole is well.
    expect(await health.ask()).toEqual({ isWell: true, parts: { search: 'ill' } });
    await dataSource.destroy();
    await database.drop();
  });
});
