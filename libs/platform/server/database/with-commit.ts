import type { EntityManager, QueryRunner } from 'typeorm';

const leaving = new WeakMap<EntityManager, Promise<unknown>[]>();

/**
 * The last statements of a transaction, whose answers nothing in it waits for: they leave in one packet with its commit,
 * which stores nothing where one of them fails; `Db.write` then fails with that error.
 * @param tx a transaction of `Db.write`.
 * @param parts must have asked all they ask: what one asks after an answer comes too late and is refused. Events are to
 * be emitted before `work` of `Db.write` ends.
 */
export function withCommit(tx: EntityManager, ...parts: readonly Promise<unknown>[]): void {
  const all = leaving.get(tx);
  if (all === undefined) throw new Error('withCommit knows the transactions of Db.write alone');
  for (const part of parts) {
    // It is looked at after the commit.
    part.catch(() => undefined);
    all.push(part);
  }
}

/**
 * For `Db.write`, before its work.
 * @returns waits for what leaves with the commit, and fails as the first of it that failed.
 */
export function sentWith(tx: EntityManager): () => Promise<void> {
  const parts: Promise<unknown>[] = [];
  leaving.set(tx, parts);
  refuseAfterCommit(tx.queryRunner);
  return async () => {
    // Each answer was under way before that of the commit.
    for (const part of parts) await part;
  };
}

/** Behind the commit a statement would be stored by itself. */
function refuseAfterCommit(runner: QueryRunner | undefined): void {
  if (runner === undefined) return;
  const query = runner.query.bind(runner) as (...given: readonly unknown[]) => Promise<unknown>;
  let isOver = false;
  runner.query = (async (...given: readonly unknown[]) => {
    if (given[0] === 'COMMIT') isOver = true;
    else if (isOver && given[0] !== 'ROLLBACK') throw new Error('asked after the commit: await it before, or leave it out of withCommit');
    return query(...given);
  }) as QueryRunner['query'];
}
