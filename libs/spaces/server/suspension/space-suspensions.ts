import type { EntityManager } from 'typeorm';

/** Somebody who is shut out of a space for a time. */
export interface SpaceSuspensionWish {
  readonly spaceId: string;
  readonly accountId: string;
  readonly endsAt: Date;
}

/**
 * Shuts somebody out of a space until a moment: from the next request on it is as unreadable to them as to a stranger,
 * whatever their role; the membership rests and comes back by itself. What everybody may read stays readable, as it
 * would be signed out, but nothing can be written there. Repeating it moves the end.
 */
export async function suspendFromSpace(tx: EntityManager, { spaceId, accountId, endsAt }: SpaceSuspensionWish): Promise<void> {
  await tx.query(
    `insert into space_suspension (account_id, space_id, ends_at) values ($1, $2, $3)
     on conflict (account_id, space_id) do update set ends_at = excluded.ends_at`,
    [accountId, spaceId, endsAt],
  );
}

/** Lets somebody back in before the time. */
export async function endSpaceSuspension(tx: EntityManager, { spaceId, accountId }: Omit<SpaceSuspensionWish, 'endsAt'>): Promise<void> {
  await tx.query('delete from space_suspension where account_id = $1 and space_id = $2', [accountId, spaceId]);
}
