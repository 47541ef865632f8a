import { randomBytes } from 'node:crypto';
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

/** A database of its own for one suite. */
export async function createTestDatabase(): Promise<{ readonly url: string; readonly drop: () => Promise<void> }> {
  const server = process.env[TEST_DATABASE_VARIABLE];
  if (server === undefined) throw new Error(`${TEST_DATABASE_VARIABLE} is not set; run the tests through Jest's configuration`);
  const name = `test_${randomBytes(8).toString('hex')}`;
  const admin = async (sql: string): Promise<void> => {
    const client = new Client({ connectionString: server });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  await admin(`create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => admin(`drop database if exists ${name} with (force)`) };
}
