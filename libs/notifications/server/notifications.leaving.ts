import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { LeavingRegistry, type LeavingAccount, type LeavingContribution } from '#accounts/server';
import { MailAddresses } from '#platform/server';

/** Somebody goes: notices, choices and what was followed go too; others' notices name nobody any more. */
@Injectable()
export class NotificationsLeaving implements LeavingContribution {
  readonly name = 'notifications';

  constructor(
    @Inject(LeavingRegistry) registry: LeavingRegistry,
    @Inject(MailAddresses) private readonly addresses: MailAddresses,
  ) {
    registry.contribute(this);
  }

  async erase(tx: EntityManager, { id, address }: LeavingAccount): Promise<void> {
    for (const table of ['notice', 'notice_mail', 'following', 'notice_preference', 'notice_schedule']) await tx.query(`delete from ${table} where account_id = $1`, [id]);
    await tx.query('update notice set actor_id = null where actor_id = $1', [id]);
    await this.addresses.resume(tx, address);
  }
}
