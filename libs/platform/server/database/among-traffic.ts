import { setTimeout as sleep } from 'node:timers/promises';
import type { QueryRunner } from 'typeorm';

/** Whoever asks for a lock holds up all that ask behind it, also those who only read. */
const WAITS_MS = 1_000;
const PAUSE_MS = 2_000;
const LOCK_NOT_AVAILABLE = '55P03';

/**
 * A change that locks what everybody reads, e.g. a constraint between tables, while a long read such as a backup may run;
 * for a migration with `transaction = false`. It gives way and asks again until it is its turn.
 * @param sql one statement that may run again where it was done before.
 */
export async function amongTraffic(runner: QueryRunner, sql: string): Promise<void> {
  for (;;) {
    try {
      await runner.query(`set lock_timeout = ${WAITS_MS}`);
      await runner.query(sql);
      return;
    } catch (error) {
      if ((error as { readonly code?: unknown }).code !== LOCK_NOT_AVAILABLE) throw error;
    } finally {
      await runner.query('reset lock_timeout');
    }
    await sleep(PAUSE_MS);
  }
}
