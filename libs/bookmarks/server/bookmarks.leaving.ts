import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { LeavingRegistry, type LeavingAccount, type LeavingContribution } from '#accounts/server';

/** Somebody goes: what they kept was theirs alone. */
@Injectable()
export class BookmarksLeaving implements LeavingContribution {
  readonly name = 'bookmarks';

  constructor(@Inject(LeavingRegistry) registry: LeavingRegistry) {
    registry.contribute(this);
  }

  async erase(tx: EntityManager, { id }: LeavingAccount): Promise<void> {
    await tx.query('delete from bookmark where account_id = $1', [id]);
  }
}
