import { Inject, Injectable } from '@nestjs/common';
import { OwnDataRegistry, type OwnDataContribution, type OwnDataPart } from '#accounts/server';
import { Db } from '#platform/server';

/** Memberships and requests of a person; names of spaces only where the person belongs today. */
@Injectable()
export class SpacesOwnData implements OwnDataContribution {
  readonly name = 'spaces';

  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(OwnDataRegistry) registry: OwnDataRegistry,
  ) {
    registry.contribute(this);
  }

  async of(accountId: string): Promise<OwnDataPart> {
    const read = (sql: string) => this.db.query<object>(sql, [accountId]);
    return {
      memberships: await read(
        `select m.space_id as "spaceId", s.name, m.role, m.joined_at as "joinedAt" from space_member m join space s on s.id = m.space_id
         where m.account_id = $1 order by m.joined_at`,
      ),
      // A note of the moderators was written to this person: a question, or the reason of a decline.
      joinRequests: await read(
        `select space_id as "spaceId", message, answers, state, note, created_at as "createdAt", decided_at as "decidedAt" from join_request
         where account_id = $1 order by created_at`,
      ),
      entries: await read(`select space_id as "spaceId", reason, ends_at as "endsAt" from space_entry where account_id = $1 order by id`),
    };
  }
}
