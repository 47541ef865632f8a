import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, LOGGER, Refusal, type Config, type Logger } from '#platform/server';

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether somebody wished to go, and when that was said last. */
export interface LeavingWish {
  readonly accountId: string;
  readonly leaves: boolean;
  readonly at: Date;
  /** Who of the coordination asked for it. */
  readonly askedBy: string | null;
}

const WISH = /^(\S{36}) (leaves|stays) (\d{4}-\S+Z)(?: asked by (\S{36}))?$/i;

/**
 * Who is gone for good, kept outside the database: a backup of the database knows them still. A line for each, the id alone, which
 * says nothing to anybody without that backup. Besides, who wished to go and can still take it back: `<id> leaves <moment>`, or
 * `stays`, with `asked by <id>` where it was the coordination that asked; the latest counts. Lines are only ever added; two lists are joined by putting one behind the other.
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

  /** @throws {Refusal} where there is a list and it cannot be read: without it people would come back. */
  all(): ReadonlySet<string> {
    return new Set(this.lines().map((line) => line.toLowerCase()).filter((line) => ID.test(line)));
  }

  /** The latest word of each who ever wished to go. @throws {Refusal} as {@link all}. */
  wishes(): ReadonlyMap<string, LeavingWish> {
    const latest = new Map<string, LeavingWish>();
    for (const line of this.lines()) {
      const [, id = '', what = '', moment = '', by = ''] = WISH.exec(line) ?? [];
      const wish = { accountId: id.toLowerCase(), leaves: what === 'leaves', at: new Date(moment), askedBy: ID.test(by.toLowerCase()) ? by.toLowerCase() : null };
      if (ID.test(wish.accountId) && wish.at > (latest.get(wish.accountId)?.at ?? new Date(0))) latest.set(wish.accountId, wish);
    }
    return latest;
  }

  private lines(): readonly string[] {
    return this.read().split('\n').map((line) => line.trim());
  }

  private read(): string {
    try {
      return readFileSync(this.file, 'utf8');
    } catch (error) {
      const { code } = error as { readonly code?: unknown };
      if (code === 'ENOENT' || code === 'ENOTDIR') return '';
      throw new Refusal(
        `Die Liste der gelöschten Konten ist da, lässt sich aber nicht lesen (${this.file}, ${String(code)}). Ohne sie könnten Gelöschte mit einer älteren Datenbank zurückkommen. Sie muss eine Datei sein, die das Konto lesen darf, unter dem Pusteblume läuft.\n` +
          `The list of deleted accounts is there but cannot be read (${this.file}, ${String(code)}). Without it deleted people could come back with an older database. It has to be a file that the account running Pusteblume may read.`,
        { cause: error },
      );
    }
  }

  /** What cannot be written now is added later: the database knows those who are gone, and is asked every night. */
  add(ids: readonly string[]): void {
    this.append(ids);
  }

  addWishes(wishes: readonly LeavingWish[]): void {
    this.append(
      wishes.map(({ accountId, leaves, at, askedBy }) => `${accountId} ${leaves ? 'leaves' : 'stays'} ${at.toISOString()}${askedBy === null ? '' : ` asked by ${askedBy}`}`),
    );
  }

  private append(lines: readonly string[]): void {
    if (lines.length === 0) return;
    try {
      mkdirSync(path.dirname(this.file), { recursive: true });
      // The empty line before keeps what somebody joined by hand apart.
      appendFileSync(this.file, `\n${lines.join('\n')}\n`, { mode: 0o600 });
    } catch (error) {
      this.logger.error({ error: error instanceof Error ? error.name : 'unknown', count: lines.length }, 'erased accounts not listed beside the database');
    }
  }
}
