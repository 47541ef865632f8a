// Runs before anything is installed, on whatever Node the machine has (20 or newer): keep to Node's own modules.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import path from 'node:path';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

const read = (file) => (existsSync(path.join(root, file)) ? JSON.parse(readFileSync(path.join(root, file), 'utf8')) : null);

/** Whether what lies in node_modules is what the lock file names (packages for other platforms aside). */
function isInstalled() {
  const wanted = read('package-lock.json')?.packages ?? {};
  const found = read('node_modules/.package-lock.json')?.packages;
  if (found === undefined) return false;
  return Object.entries(wanted).every(([place, entry]) => place === '' || entry.optional === true || found[place]?.version === entry.version);
}

/** The Node that the project brings along; the machine's own only carries the first step. */
export const node = path.join(root, 'node_modules/.bin', process.platform === 'win32' ? 'node.cmd' : 'node');

export function ensureInstalled() {
  if (isInstalled() && existsSync(node)) return;
  console.log('Abhängigkeiten werden eingerichtet … / Installing dependencies …');
  const npm = process.env.npm_execpath;
  const [command, ...parameters] = npm === undefined ? ['npm', 'ci'] : [process.execPath, npm, 'ci'];
  const { status } = spawnSync(command, [...parameters, '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

/** Goes on in the project's own Node: `script` runs there with the rest of the command line, and its end is ours. */
export async function continueIn(script, parameters, environment = {}) {
  const { spawn } = await import('node:child_process');
  const bin = path.dirname(node);
  const child = spawn(node, [...nodeOptions(script), path.join(root, script), ...parameters], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...environment, PATH: `${bin}${path.delimiter}${process.env.PATH ?? ''}` },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === null ? 1 : 128 + 15);
  });
}

/** The server settles at far less memory with a young generation that fits its short-lived answers. */
function nodeOptions(script) {
  return script.startsWith('dist/apps/server/') ? ['--enable-source-maps', '--max-semi-space-size=16'] : [];
}
