import { verify } from '@node-rs/argon2';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isMember, type Viewer } from '#access/server';
import { CLOCK, Db, networkOf, RateLimits, type Clock, type Limit } from '#platform/server';
import { AppError } from '#platform/shared';
import { admit } from '../member/admit.js';
import { SPACE_COLUMNS, type Gate, type Space } from '../space/space.entity.js';
import { SpaceQueries } from '../space/space.queries.js';

/** A shared word is guessed sooner than a personal one: ten tries in a quarter of an hour, however they are sent. */
const GUESSES_BY_ACCOUNT: Limit = { name: 'spaces.password', tries: 10, withinSeconds: 900 };
/** A town hall shares one address: room for some colleagues, not for a list of words. */
const GUESSES_BY_NETWORK: Limit = { name: 'spaces.passwordNetwork', tries: 30, withinSeconds: 900 };

/** The doors at which nobody decides: open ones and those with a password. */
@Injectable()
export class DoorService {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(RateLimits) private readonly limits: RateLimits,
    @Inject(SpaceQueries) private readonly spaces: SpaceQueries,
  ) {}

  async joinOpen(viewer: Viewer, spaceId: string): Promise<Space> {
    const { space, accountId } = await this.atDoor(viewer, spaceId, 'open');
    await this.db.write(viewer, async (tx, emit) => {
      await stillAtDoor(tx, space.id, 'open');
      await admit(tx, emit, { spaceId: space.id, accountId, via: 'open', at: this.clock.now() });
    });
    return space;
  }

  /** Every try counts before it is looked at, so that right and wrong ones cost the same. */
  async joinByPassword(viewer: Viewer, spaceId: string, password: string, ip: string): Promise<Space> {
    const { space, accountId } = await this.atDoor(viewer, spaceId, 'password');
    if ((await this.spaces.roleIn(viewer, space.id)) !== null) return space;
    await this.limits.count(GUESSES_BY_ACCOUNT, `account:${accountId}`);
    await this.limits.count(GUESSES_BY_NETWORK, `network:${networkOf(ip)}`);
    const [row] = await this.db.query<{ hash: string | null }>('select password_hash as hash from space where id = $1', [space.id]);
    const isRight = row?.hash !== null && row?.hash !== undefined && (await verify(row.hash, password.normalize('NFKC')));
    if (!isRight) throw AppError.badInput('password', 'space.wrongPassword');
    await this.db.write(viewer, async (tx, emit) => {
      await stillAtDoor(tx, space.id, 'password');
      // The word that was found right must still be the one: verifying takes too long to hold the row meanwhile.
      const same: unknown[] = await tx.query('select 1 from space where id = $1 and password_hash = $2', [space.id, row?.hash]);
      if (same.length === 0) throw AppError.badInput('password', 'space.wrongPassword');
      await admit(tx, emit, { spaceId: space.id, accountId, via: 'password', at: this.clock.now() });
    });
    return space;
  }

  /** What is unknown, then who is asking, then whether this door exists: in this order nothing is told too early. */
  async atDoor(viewer: Viewer, spaceId: string, gate: Gate): Promise<{ readonly space: Space; readonly accountId: string }> {
    const space = await this.spaces.byId(viewer, spaceId);
    if (space === null) throw AppError.notFound();
    if (viewer.accountId === null) throw AppError.unauthenticated();
    if (!isMember(viewer)) throw AppError.forbidden('space.onlyForApproved');
    ensureOpen(space, gate);
    return { space, accountId: viewer.accountId };
  }
}

/**
 * The space once more, under a lock that changes of its settings wait for: a gate that was closed since it was looked at
 * lets nobody in.
 * @throws {AppError} as at the door.
 */
export async function stillAtDoor(tx: EntityManager, spaceId: string, gate: Gate): Promise<Space> {
  const [space]: Space[] = await tx.query(`select ${SPACE_COLUMNS} from space where id = $1 for share`, [spaceId]);
  if (space === undefined) throw AppError.notFound();
  ensureOpen(space, gate);
  return space;
}

function ensureOpen(space: Space, gate: Gate): void {
  if (!space.gates.includes(gate)) throw AppError.forbidden('space.gateClosed');
  if (space.archivedAt !== null) throw AppError.forbidden('space.archived');
}
