import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));

export interface Subject {
  readonly url: string;
  readonly pid: number;
  readonly stop: () => Promise<void>;
}

/** Starts one of the compared servers as a process of its own and waits for its first words. */
async function start(script: string, parameters: readonly string[], environment: NodeJS.ProcessEnv, url: string): Promise<Subject> {
  const options = script.includes('main') ? ['--max-semi-space-size=16'] : [];
  const child = spawn(process.execPath, [...options, path.join(here, script), ...parameters], { env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'inherit'] });
  await untilRunning(child);
  return {
    url,
    pid: child.pid ?? 0,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

function untilRunning(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('is running')) resolve();
    });
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${said}`)));
  });
}

async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

export async function startProduct(databaseUrl: string, dataDir: string): Promise<Subject> {
  const port = await freePort();
  const environment = { DATABASE_URL: databaseUrl, DATA_DIR: dataDir, PORT: String(port), NODE_ENV: 'production', LOG_LEVEL: 'error', SEARCHES_PER_MINUTE: '10000000', WRITES_PER_MINUTE: '10000000', LIVE_STREAMS_PER_NETWORK: '100000' };
  return start('../server/main.js', [], environment, `http://localhost:${port}`);
}

export async function startFloor(databaseUrl: string): Promise<Subject> {
  const port = await freePort();
  return start('floor.js', [databaseUrl, String(port)], { NODE_ENV: 'production' }, `http://127.0.0.1:${port}`);
}
