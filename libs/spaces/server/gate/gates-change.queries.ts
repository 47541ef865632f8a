import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Db } from '#platform/server';
import { MEMBER_VIEWERS_SQL } from '../identity/readable-spaces.js';
import type { Space } from '../space/space.entity.js';
import { widerGates, type GatesChange, type WaysIn } from './gates-change.js';

/** Counts who could come in, before anybody can. */
@Injectable()
export class GatesChanges {
  constructor(@Inject(Db) private readonly db: Db) {}

  /**
   * @param manager the transaction that asks; outside of one a connection of its own.
   */
  async of(space: Pick<Space, 'id'> & WaysIn, next: WaysIn, manager: EntityManager = this.db.manager): Promise<GatesChange> {
    const gates = widerGates(space, next);
    // As `admit` has it: who was shown out comes back by a moderator's yes alone.
    const [row]: { asking: number; joining: number }[] = await manager.query(
      `select count(*)::int as asking, count(*) filter (where not exists (
         select from space_removal r where r.space_id = $1 and r.account_id = v.account_id))::int as joining
       from (${MEMBER_VIEWERS_SQL}) v
       where ($2::text is null or $2 = any(v.programme_roles))
         and not exists (select from space_member m where m.space_id = $1 and m.account_id = v.account_id)`,
      [space.id, next.limitedToRole],
    );
    const counts = { open: row?.joining ?? 0, password: row?.joining ?? 0, request: row?.asking ?? 0, invitation: null };
    return {
      widerWays: gates.map((gate) => ({ gate, count: counts[gate] })),
      role: next.limitedToRole,
      isWider: gates.length > 0,
      confirmation: row?.asking ?? 0,
    };
  }
}
