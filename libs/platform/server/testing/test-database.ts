import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../database/embedded-postgres.js';

/** Where the run's PostgreSQL is, handed from the runner's set-up to every suite. */
export const TEST_DATABASE_VARIABLE = 'PUSTEBLUME_TEST_DATABASE';

/** One real PostgreSQL for a whole test run; durability is switched off, the rest is as in production. */
export async function startTestPostgres(): Promise<EmbeddedPostgres> {
  const folder = mkdtempSync(path.join(tmpdir(), 'pusteblume-test-'));
  // As root the server runs as another user, who must reach the folder.
  chmodSync(folder, 0o755);
  const server = await startEmbeddedPostgres(folder, ['-c', 'fsync=off', '-c', 'full_page_writes=off', '-c', 'max_connections=200']);
  return {
    ...server,
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Names the run: a PostgreSQL that outlives it must hand on nothing that was made from other sources. */
const RUN_VARIABLE = 'PUSTEBLUME_TEST_RUN';

export interface TestDatabase {
  readonly url: string;
  readonly drop: () => Promise<void>;
}

/** Once, before all suites. */
export function beginRun(): void {
  process.env[RUN_VARIABLE] = randomBytes(6).toString('hex');
}

/** Once, after all suites: takes away what they were copied from. */
export async function endRun(): Promise<void> {
  await administer(async (client) => {
    const { rows } = await client.query<{ name: string }>('select datname as name from pg_database where starts_with(datname, $1)', [startOfNames()]);
    for (const { name } of rows) await client.query(`drop database if exists ${name} with (force)`);
  });
}

/** An empty database of its own for one suite. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  await administer((client) => client.query(`create database ${name}`));
  return databaseOf(name);
}

/**
 * A database of its own for one suite with tables in it. Whoever needs these first in a run fills one, all are copies of it:
 * building the tables anew for every suite took longer than most suites.
 * @param tables names them: the same name, the same filling.
 * @param fill must leave no connection open.
 */
export async function copyTestDatabase(tables: string, fill: (url: string) => Promise<void>): Promise<TestDatabase> {
  const filled = `${startOfNames()}${createHash('sha256').update(tables).digest('hex').slice(0, 16)}`;
  const name = `test_${randomBytes(8).toString('hex')}`;
  await administer(async (client) => {
    // Of several suites at once one fills; the others wait here. The lock ends with the connection.
    await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [filled]);
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [filled]);
    if (rowCount === 0) {
      const begun = `${filled}_begun`;
      await client.query(`drop database if exists ${begun} with (force)`);
      await client.query(`create database ${begun}`);
      await fill(urlOf(begun));
      await client.query(`alter database ${begun} rename to ${filled}`);
    }
    await client.query(`create database ${name} template ${filled}`);
  });
  return databaseOf(name);
}

function databaseOf(name: string): TestDatabase {
  return { url: urlOf(name), drop: () => administer((client) => client.query(`drop database if exists ${name} with (force)`)).then(() => undefined) };
}

function startOfNames(): string {
  return `test_${given(RUN_VARIABLE)}_`;
}

function urlOf(name: string): string {
  const url = new URL(given(TEST_DATABASE_VARIABLE));
  url.pathname = `/${name}`;
  return url.href;
}

async function administer<Result>(work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: given(TEST_DATABASE_VARIABLE) });
  await client.connect();
  return work(client).finally(() => client.end());
}

function given(variable: string): string {
  const value = process.env[variable];
  if (value === undefined) throw new Error(`${variable} is not set; run the tests through Jest's configuration`);
  return value;
}
