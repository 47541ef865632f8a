import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { once } from './once.js';

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** No sound, no network of its own, no first-run pages. */
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

interface Found {
  readonly executablePath: string;
  readonly libraryPath?: string;
}

/** The machine's Chromium, else the one inside the npm package; nothing is ever downloaded. */
async function findBrowser(): Promise<Found> {
  const installed = [process.env['CHROMIUM_PATH'], ...INSTALLED].find((candidate) => candidate !== undefined && existsSync(candidate));
  if (installed !== undefined) return { executablePath: installed };
  const { default: packed, inflate } = await import('@sparticuz/chromium');
  // Suites begin side by side, and half an executable is none.
  await once('chromium', async () => {
    // The package carries the libraries of a bare system, too; it only unpacks them by itself in its own surroundings.
    if (lacksLibraries(await packed.executablePath())) await inflate(path.resolve(__dirname, '../../../node_modules/@sparticuz/chromium/bin/al2023.tar.br'));
  });
  const executablePath = await packed.executablePath();
  return lacksLibraries(executablePath) ? { executablePath, libraryPath: path.join(tmpdir(), 'al2023/lib') } : { executablePath };
}

function lacksLibraries(executable: string): boolean {
  try {
    return execFileSync('ldd', [executable], { encoding: 'utf8' }).includes('not found');
  } catch {
    return false;
  }
}

/** One browser for a whole suite; pages of different people are contexts of it. */
export async function openBrowser(): Promise<Browser> {
  const { executablePath, libraryPath } = await findBrowser();
  return chromium.launch({
    executablePath,
    args: FLAGS,
    env: { ...(process.env as Record<string, string>), ...(libraryPath === undefined ? {} : { LD_LIBRARY_PATH: libraryPath }) },
  });
}
