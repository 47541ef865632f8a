import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { LeavingRegistry, OwnDataRegistry, type LeavingAccount, type LeavingContribution, type OwnDataContribution, type OwnDataPart } from '#accounts/server';
import { Db } from '#platform/server';

/** What of a person lies here: which feeds they made. It goes with them and can be taken along; the secret is not ours to show. */
@Injectable()
export class FeedsOfPersons implements LeavingContribution, OwnDataContribution {
  readonly name = 'feeds';

  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(LeavingRegistry) leaving: LeavingRegistry,
    @Inject(OwnDataRegistry) ownData: OwnDataRegistry,
  ) {
    leaving.contribute(this);
    ownData.contribute(this);
  }

  async erase(tx: EntityManager, { id }: LeavingAccount): Promise<void> {
    await tx.query('delete from feed_address where account_id = $1', [id]);
  }

  async of(accountId: string): Promise<OwnDataPart> {
    return {
      feeds: await this.db.query<object>('select space_id as "spaceId", created_at as "createdAt", last_read_on::text as "lastReadOn" from feed_address where account_id = $1 order by created_at, space_id', [accountId]),
    };
  }
}
