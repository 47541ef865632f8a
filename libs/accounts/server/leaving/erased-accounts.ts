import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, LOGGER, type Config, type Logger } from '#platform/server';

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Who is gone for good, kept outside the database: a backup of the database knows them still. A line for each, the id alone, which
 * says nothing to anybody without that backup. Lines are only ever added; two lists are joined by putting one behind the other.
 */
@Injectable()
export class ErasedAccounts {
  private readonly file: string;

  constructor(
    @Inject(CONFIG) config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.file = path.resolve(config.dataDir, 'erased-accounts');
  }

  all(): ReadonlySet<string> {
    if (!existsSync(this.file)) return new Set();
    const lines = readFileSync(this.file, 'utf8').split('\n');
    return new Set(lines.map((line) => line.trim().toLowerCase()).filter((line) => ID.test(line)));
  }

  /** What cannot be written now is added later: the database knows those who are gone, and is asked every night. */
  add(ids: readonly string[]): void {
    if (ids.length === 0) return;
    try {
      mkdirSync(path.dirname(this.file), { recursive: true });
      // The empty line before keeps what somebody joined by hand apart.
      appendFileSync(this.file, `\n${ids.join('\n')}\n`, { mode: 0o600 });
    } catch (error) {
      this.logger.error({ error: error instanceof Error ? error.name : 'unknown', count: ids.length }, 'erased accounts not listed beside the database');
    }
  }
}
