import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { DataSource, QueryRunner } from 'typeorm';
import type { Config } from '#platform/server';

/**
 * Held by the database as long as the connection lives: a killed process cannot leave it behind. Two numbers, because
 * locks of two numbers never meet those of one, which domains take.
 */
const INSTANCE_LOCK = [7_236, 1] as const;

/** Another server already runs on this data directory. */
export class AlreadyRunning extends Error {
  constructor(readonly url: string | null) {
    super('already running');
    this.name = 'AlreadyRunning';
  }
}

interface InstanceNote {
  readonly pid: number;
  readonly url: string;
}

/** One server per data directory: the embedded database ends with the process that started it. */
export class InstanceLock {
  private constructor(private readonly runner: QueryRunner) {}

  /** @returns null where another process holds it. */
  static async take(dataSource: DataSource, config: Config): Promise<InstanceLock | null> {
    const runner = dataSource.createQueryRunner();
    await runner.connect();
    const [answer]: { taken: boolean }[] = await runner.query('select pg_try_advisory_lock($1, $2) as taken', [...INSTANCE_LOCK]);
    if (answer?.taken !== true) {
      await runner.release();
      return null;
    }
    const note: InstanceNote = { pid: process.pid, url: config.publicUrl };
    writeFileSync(noteFile(config), JSON.stringify(note));
    return new InstanceLock(runner);
  }

  async release(): Promise<void> {
    await this.runner.query('select pg_advisory_unlock($1, $2)', [...INSTANCE_LOCK]).catch(() => undefined);
    await this.runner.release().catch(() => undefined);
  }
}

/** Where the running instance said it is; null where it could not finish saying so. */
export function otherInstance(config: Config): InstanceNote | null {
  if (!existsSync(noteFile(config))) return null;
  try {
    return JSON.parse(readFileSync(noteFile(config), 'utf8')) as InstanceNote;
  } catch {
    return null;
  }
}

function noteFile(config: Config): string {
  return path.resolve(config.dataDir, 'instance.json');
}
