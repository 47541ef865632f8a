import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { node, root } from './install.mjs';

const bin = (name) => path.join(root, 'node_modules', name);

/** What never runs in the server: tests and what they need, the web, prose. */
export const NOT_SERVER = '**/*.spec.ts,**/web/**,**/apps/e2e/**,**/*.testing.ts,**/testing/**,**/outsider/**,**/*.md,**/project.json';

/** What a part is built from; a change of any name, size or time builds it anew. */
const SERVER = { from: ['libs', 'apps/server', 'apps/bench', '.swcrc', 'package-lock.json'], skip: /(^|\/)(web|e2e)(\/|$)|\.spec\.tsx?$/ };
const WEB = { from: ['libs', 'apps/web', 'apps/server/schema.graphql', 'package-lock.json', 'tooling'], skip: /(^|\/)server\/(?!schema)|\.spec\.tsx?$/ };

function* filesIn(place) {
  const full = path.join(root, place);
  if (!existsSync(full)) return;
  if (statSync(full).isFile()) yield place;
  else for (const name of readdirSync(full).toSorted()) yield* filesIn(path.join(place, name));
}

function fingerprint({ from, skip }) {
  const hash = createHash('sha256');
  for (const place of from) {
    for (const file of filesIn(place)) {
      if (skip.test(file)) continue;
      const { size, mtimeMs } = statSync(path.join(root, file));
      hash.update(`${file} ${size} ${mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}

const stampFile = (name) => path.join(root, 'dist', `.built-${name}`);
const isBuilt = (name, print) => existsSync(stampFile(name)) && readFileSync(stampFile(name), 'utf8') === print;

function stamp(name, print) {
  mkdirSync(path.join(root, 'dist'), { recursive: true });
  writeFileSync(stampFile(name), print);
}

export function runNode(parameters, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(node, parameters, { cwd: root, stdio: options.quiet ? ['ignore', 'ignore', 'inherit'] : 'inherit', env: { ...process.env, ...options.env } });
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${parameters[0]} ended with ${code}`))));
  });
}

async function buildServer() {
  for (const folder of ['dist/libs', 'dist/apps']) rmSync(path.join(root, folder), { recursive: true, force: true });
  await runNode([bin('@swc/cli/bin/swc.js'), 'libs', 'apps', '-d', 'dist', '--copy-files', '--ignore', NOT_SERVER], { quiet: true });
}

async function buildWeb() {
  await runNode([path.join(root, 'tooling/generate-types.mjs')]);
  await runNode([bin('vite/bin/vite.js'), 'build', '--config', 'apps/web/vite.config.ts', '--logLevel', 'warn'], { env: { NODE_ENV: 'production' } });
}

/** Builds what changed since it was last built. */
export async function ensureBuilt({ withWeb }) {
  const parts = [
    { name: 'server', what: SERVER, build: buildServer, wanted: true },
    { name: 'web', what: WEB, build: buildWeb, wanted: withWeb },
  ];
  for (const { name, what, build, wanted } of parts) {
    const print = fingerprint(what);
    if (!wanted || isBuilt(name, print)) continue;
    console.log({ server: 'Server wird gebaut … / Building the server …', web: 'Oberfläche wird gebaut … / Building the web …' }[name]);
    await build();
    stamp(name, fingerprint(what));
  }
}

if (process.argv[1] === path.join(root, 'tooling/build.mjs')) await ensureBuilt({ withWeb: true });
