import 'reflect-metadata';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readConfig } from '#platform/server';
import { startApplication } from './app.js';

const COMMITTED = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../../apps/server/schema.graphql');

/** Writes `schema.graphql` from the classes, with a database thrown away afterwards; `--check` only compares. */
async function generate(isCheck: boolean): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'pusteblume-schema-'));
  // As root the database runs as another user, who must reach the folder.
  chmodSync(folder, 0o755);
  const schemaFile = path.join(folder, 'schema.graphql');
  const config = readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'error', DATA_DIR: folder, DATABASE_URL: process.env['DATABASE_URL'] });
  const running = await startApplication(config, { isWorker: false, isOnly: false, schemaFile });
  await running.stop();
  const made = readFileSync(schemaFile, 'utf8');
  rmSync(folder, { recursive: true, force: true });
  if (!isCheck) writeFileSync(COMMITTED, made);
  else if (readFileSync(COMMITTED, 'utf8') !== made) throw new Error('schema.graphql is out of date; run: npm run generate');
}

generate(process.argv.includes('--check')).then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
