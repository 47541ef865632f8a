import type { QueryRunner } from 'typeorm';

/**
 * Indexes of tables that have grown, while people go on writing there; for a migration with `transaction = false`. What
 * an attempt that was killed left half built is built anew.
 * @param indexes by their names: what follows `on`.
 */
export async function addIndexes(runner: QueryRunner, indexes: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, on] of Object.entries(indexes)) {
    const half: readonly unknown[] = await runner.query('select from pg_index join pg_class on pg_class.oid = indexrelid where relname = $1 and not indisvalid', [name]);
    if (half.length > 0) await runner.query(`drop index concurrently ${name}`);
    await runner.query(`create index concurrently if not exists ${name} on ${on}`);
  }
}
