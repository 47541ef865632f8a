import { Pool } from 'pg';
import { createTestDatabase } from '#platform/server/testing';
import { SEARCH_TABLES } from '../search.migration.js';
import { PostgresqlEngine } from './postgresql.engine.js';
import { databaseOfPool } from './search-database.js';

/** An empty engine on a database of its own. */
export async function openPostgresqlEngine(): Promise<{ readonly engine: PostgresqlEngine; readonly pool: Pool; readonly close: () => Promise<void> }> {
  const database = await createTestDatabase();
  const pool = new Pool({ connectionString: database.url, max: 4 });
  for (const statement of SEARCH_TABLES) await pool.query(statement);
  return {
    engine: new PostgresqlEngine(databaseOfPool(pool)),
    pool,
    close: async () => {
      await pool.end();
      await database.drop();
    },
  };
}
