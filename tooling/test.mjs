// Everything that has to hold, in one run; ends with `N passed, N failed`.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureBuilt } from './build.mjs';
import { node, root } from './install.mjs';

const started = Date.now();
const scratch = mkdtempSync(path.join(tmpdir(), 'pusteblume-test-run-'));
let passed = 0;
let failed = 0;
let skipped = 0;

function run(name, parameters, env = {}) {
  const begun = Date.now();
  console.log(`\n── ${name}`);
  return new Promise((resolve) => {
    const child = spawn(node, parameters, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, FORCE_COLOR: '0', ...env } });
    child.on('exit', (code) => {
      console.log(`── ${name}: ${code === 0 ? 'ok' : 'FAILED'} (${((Date.now() - begun) / 1000).toFixed(0)} s)`);
      resolve(code === 0);
    });
  });
}

/** A check that is right or wrong as a whole counts as one. */
async function check(name, parameters) {
  if (await run(name, parameters)) passed += 1;
  else failed += 1;
}

async function jest(name, parameters) {
  const report = path.join(scratch, `${name.replaceAll(' ', '-')}.json`);
  const jestBin = path.join(root, 'node_modules/jest/bin/jest.js');
  const isGreen = await run(name, ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', jestBin, '--json', `--outputFile=${report}`, '--silent=false', ...parameters], { NODE_ENV: 'test' });
  if (!existsSync(report)) {
    failed += 1;
    return;
  }
  const result = JSON.parse(readFileSync(report, 'utf8'));
  passed += result.numPassedTests;
  failed += result.numFailedTests + result.numRuntimeErrorTestSuites;
  skipped += result.numPendingTests;
  if (!isGreen && result.numFailedTests + result.numRuntimeErrorTestSuites === 0) failed += 1;
}

const bin = (file) => path.join(root, 'node_modules', file);

try {
  await ensureBuilt({ withWeb: true });
  await check('types', [bin('typescript-7/bin/tsc'), '-p', '.', '--noEmit']);
  await check('lint', [bin('oxlint/bin/oxlint'), '--quiet']);
  await check('boundaries', [bin('dependency-cruiser/bin/dependency-cruiser.mjs'), '--config', '.dependency-cruiser.mjs', 'libs', 'apps']);
  await check('schema is current', ['dist/apps/server/generate-schema.js', '--check']);
  await check('every error has its sentence', ['tooling/error-reasons.mjs', '--check']);
  await check('size of the first load', ['tooling/check-size.mjs']);
  await jest('unit tables and domain specs', ['--selectProjects', 'libraries', 'web']);
  await jest('journeys in a browser', ['--selectProjects', 'journeys', '--forceExit']);
} catch (error) {
  console.error(error);
  failed += 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
console.log(`\n${((Date.now() - started) / 1000).toFixed(0)} s`);
if (skipped > 0) console.log(`${skipped} skipped (they need what this machine was not given, e.g. MEILI_URL)`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
