import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, type QueryConfig } from 'pg';
import { findPostgres, postgresUser, runPostgres } from './postgres-binaries.js';

/** A server of our own under the data directory, on loopback, reachable by this machine alone. */
export interface EmbeddedPostgres {
  readonly url: string;
  /** Process id of the postmaster; its connections are its children. */
  readonly pid: number;
  readonly stop: () => Promise<void>;
}

const NAME = 'pusteblume';
/** A server that was killed needs some seconds until its memory and lock file are free again. */
const RECOVERY_MS = 20_000;
const CREATION_MS = 120_000;

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}

/** What `postmaster.pid` says, where that file is about exactly this directory. */
function lockFile(directory: string): { readonly pid: number; readonly port: number } | null {
  const file = path.join(directory, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const [pid, dataDirectory, , port] = readFileSync(file, 'utf8').split('\n');
  const isOurs = dataDirectory !== undefined && path.resolve(dataDirectory) === directory;
  return isOurs && Number(port) > 0 ? { pid: Number(pid), port: Number(port) } : null;
}

/** Whether our own server for this directory answers there, and not somebody else's. */
async function answers(url: string, directory: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    return path.resolve(rows[0]?.data_directory ?? '') === directory;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function keptPassword(file: string): string {
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

/** Made beside and moved into place: a first start that is killed half way leaves no half cluster behind. */
async function initialise(initdb: string, directory: string, password: string): Promise<void> {
  const unfinished = `${directory}.unfinished`;
  const passwordFile = `${directory}.initial`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  const user = postgresUser();
  if (user !== null) for (const file of [unfinished, passwordFile]) chownSync(file, user.uid, user.gid);
  try {
    // The same result whatever locale the shell has; sorting for people names its collation.
    const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
    await runPostgres(initdb, ['-D', unfinished, '-U', NAME, `--pwfile=${passwordFile}`, '--auth=scram-sha-256', ...locale]);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(unfinished, directory);
}

async function createDatabaseIfMissing(url: string): Promise<void> {
  const server = new URL(url);
  server.pathname = '/postgres';
  // Whoever took the port in between need not be a database, and need not answer.
  const client = new Client({ connectionString: server.href, connectionTimeoutMillis: 5000, query_timeout: 20_000 });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [NAME]);
    // It answers, and is a database: a weak disk may take its time.
    if (rowCount === 0) await client.query({ text: `create database ${NAME}`, query_timeout: CREATION_MS } as QueryConfig);
  } finally {
    await client.end();
  }
}

/**
 * Starts PostgreSQL in `<dataDir>/postgres`, or takes over the one that a killed process left running there.
 * @param flags further options of the server, as on its command line.
 * @throws {Error} with a sentence for the operator where the directory cannot be reached or the server does not come up.
 */
export async function startEmbeddedPostgres(dataDir: string, flags: readonly string[] = []): Promise<EmbeddedPostgres> {
  const directory = path.resolve(dataDir, 'postgres');
  mkdirSync(path.resolve(dataDir), { recursive: true });
  const password = keptPassword(path.resolve(dataDir, 'postgres.password'));
  const urlAt = (port: number): string => `postgres://${NAME}:${password}@127.0.0.1:${port}/${NAME}`;
  const { initdb, pg_ctl: control } = await findPostgres();
  const stop = (): Promise<void> => runPostgres(control, ['stop', '-D', directory, '-m', 'fast', '-w', '-t', '20']);

  const left = lockFile(directory);
  if (left !== null && (await answers(urlAt(left.port), directory))) return { url: urlAt(left.port), pid: left.pid, stop };

  for (const deadline = Date.now() + RECOVERY_MS; ; ) {
    try {
      if (!existsSync(directory)) await initialise(initdb, directory, password);
      const port = await freePort();
      const settings = ['-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-c', `unix_socket_directories=`, ...flags];
      // pg_ctl puts the server into a session of its own: Ctrl-C ends us first, and we end it last.
      const log = path.join(directory, 'server.log');
      await runPostgres(control, ['start', '-D', directory, '-w', '-t', '30', '-l', log, '-o', settings.map((part) => `'${part}'`).join(' ')]);
      await createDatabaseIfMissing(urlAt(port));
      if (await answers(urlAt(port), directory)) return { url: urlAt(port), pid: lockFile(directory)?.pid ?? 0, stop };
      throw new Error('another server answered on the chosen port');
    } catch (error) {
      if (Date.now() > deadline) throw new Error(explain(directory, error), { cause: error });
      await sleep(500);
    }
  }
}

function explain(directory: string, error: unknown): string {
  const detail = error instanceof Error ? error.message : String(error);
  if (/EACCES|permission denied/i.test(detail)) {
    return (
      `Der Benutzer „postgres“ erreicht ${directory} nicht; legen Sie das Projekt in ein Verzeichnis, das andere betreten dürfen. / ` +
      `The user "postgres" cannot reach ${directory}; put the project into a directory that others may enter. (${detail})`
    );
  }
  return `PostgreSQL startet nicht. / PostgreSQL does not start. (${detail})`;
}
