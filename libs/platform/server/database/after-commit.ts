import type { EntityManager } from 'typeorm';

const following = new WeakMap<EntityManager, (() => void)[]>();

/**
 * What is done once `tx` has been stored, and not at all where it is rolled back. For what may get lost when the process
 * ends at that very moment, as waking a worker or telling open pages; everything else is a domain event.
 * @param tx a transaction of `Db.write`.
 */
export function afterCommit(tx: EntityManager, work: () => void): void {
  const works = following.get(tx);
  if (works === undefined) throw new Error('afterCommit knows the transactions of Db.write alone');
  works.push(work);
}

/**
 * For `Db.write`: collects what shall follow. @returns does it, each whatever comes of the others.
 * @param onError told instead of whoever wrote: their change is stored.
 */
export function followedBy(tx: EntityManager, onError: (error: unknown) => void): () => void {
  const works: (() => void)[] = [];
  following.set(tx, works);
  return () => {
    for (const work of works) {
      try {
        work();
      } catch (error) {
        onError(error);
      }
    }
  };
}
