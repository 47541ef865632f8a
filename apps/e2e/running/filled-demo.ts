import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const FILL_MS = 110_000;

/** What all journeys of a run share; see shared-directory.mjs. */
export function sharedDirectory(): string {
  const directory = process.env['JOURNEYS_SHARED'];
  if (directory === undefined) throw new Error('journeys are run by jest --selectProjects journeys');
  return directory;
}

/**
 * Puts the demo into an empty data directory. It is filled once in a run, by whoever comes first; everybody gets a copy of
 * their own.
 * @param fill fills the directory and leaves nothing running on it.
 */
export async function copyDemoTo(dataDir: string, fill: (directory: string) => Promise<void>): Promise<void> {
  const filled = path.join(sharedDirectory(), 'demo');
  const begun = `${filled}.begun`;
  if (isFirst(begun)) {
    chmodSync(sharedDirectory(), 0o755);
    chmodSync(begun, 0o755);
    try {
      await fill(begun);
      renameSync(begun, filled);
    } catch (error) {
      rmSync(begun, { recursive: true, force: true });
      throw error;
    }
  }
  for (const deadline = Date.now() + FILL_MS; !existsSync(filled); await sleep(100)) {
    if (Date.now() > deadline) throw new Error('the demo was not filled in time');
  }
  // Not Node's own copying: the database's files belong to somebody else where the machine's administrator runs this.
  execFileSync('cp', ['-a', `${filled}/.`, dataDir]);
}

/** Of several processes at once only one can make the directory. */
function isFirst(begun: string): boolean {
  if (existsSync(begun.replace(/\.begun$/, ''))) return false;
  try {
    mkdirSync(begun);
    return true;
  } catch {
    return false;
  }
}
