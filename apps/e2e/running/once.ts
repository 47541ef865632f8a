import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sharedDirectory } from './filled-demo.js';

const WAIT_MS = 110_000;

/** Work that is done once in a run, by whoever comes first; the others wait for its end. */
export async function once(name: string, work: () => Promise<void>): Promise<void> {
  const begun = path.join(sharedDirectory(), `${name}.begun`);
  const done = path.join(sharedDirectory(), `${name}.done`);
  if (makes(begun)) {
    await work();
    writeFileSync(done, '');
  }
  for (const deadline = Date.now() + WAIT_MS; !existsSync(done); await sleep(50)) {
    if (Date.now() > deadline) throw new Error(`${name} was not done in time`);
  }
}

/** Of several processes at once only one can. */
function makes(directory: string): boolean {
  try {
    mkdirSync(directory);
    return true;
  } catch {
    return false;
  }
}
