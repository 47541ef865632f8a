import { randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { AppError } from '#platform/shared';
import { slugOf } from '#text/shared';

/** Two spaces that choose an address at one moment do it one after the other. */
const SLUG_LOCK = 7_236_520;
const MAX_LENGTH = 60;

export interface SlugWish {
  readonly spaceId: string;
  readonly name: string;
  /** Chosen by hand; null: made from the name. */
  readonly chosen: string | null;
  readonly isHidden: boolean;
}

/**
 * An address nobody has or had. Hidden spaces get a random tail: else "taken" would tell that one exists.
 * @throws {AppError} BAD_USER_INPUT `space.slugTaken` where an address was chosen by hand.
 */
export async function freeSlug(tx: EntityManager, wish: SlugWish): Promise<string> {
  await tx.query('select pg_advisory_xact_lock($1)', [SLUG_LOCK]);
  const wanted = slugOf(wish.chosen ?? wish.name, MAX_LENGTH);
  if (wish.chosen !== null && wanted === '') throw AppError.badInput('slug', 'space.slugUnreadable');
  const base = wanted === '' ? `raum-${tail()}` : wanted;
  if (wish.isHidden) return `${base}-${tail()}`;
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? base : `${base}-${number}`;
    if (!(await isTaken(tx, slug, wish.spaceId))) return slug;
    if (wish.chosen !== null) throw AppError.badInput('slug', 'space.slugTaken');
  }
}

async function isTaken(tx: EntityManager, slug: string, spaceId: string): Promise<boolean> {
  const found: unknown[] = await tx.query(
    `select 1 from space where slug = $1 and id <> $2 union all select 1 from space_former_slug where slug = $1 and space_id <> $2`,
    [slug, spaceId],
  );
  return found.length > 0;
}

/** 30 bits, readable aloud. */
function tail(): string {
  return Array.from(randomBytes(6), (byte) => 'abcdefghkmnpqrstuvwxyz23456789'[byte % 30]).join('');
}
