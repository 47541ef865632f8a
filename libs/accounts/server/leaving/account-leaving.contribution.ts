import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CLOCK, type Clock } from '#platform/server';
import { LeavingRegistry, type LeavingAccount, type LeavingContribution, type LeavingObstacle } from './leaving.registry.js';

/** What the accounts domain keeps of a person besides the account itself. */
@Injectable()
export class AccountLeavingContribution implements LeavingContribution {
  readonly name = 'account';

  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LeavingRegistry) registry: LeavingRegistry,
  ) {
    registry.contribute(this);
  }

  async hold(tx: EntityManager): Promise<void> {
    await tx.query(`select id from account where 'coordinator' = any(site_roles) and deleted_at is null order by id for update`);
  }

  async obstacles(tx: EntityManager, accountId: string): Promise<readonly LeavingObstacle[]> {
    const [row]: { isLast: boolean }[] = await tx.query(
      `select 'coordinator' = any(site_roles) and standing = 'approved' and not exists (
         select from account other where other.id <> account.id and 'coordinator' = any(other.site_roles) and other.standing = 'approved'
           and other.deleted_at is null and (other.suspended_until is null or other.suspended_until <= $2)) as "isLast"
       from account where id = $1 and deleted_at is null`,
      [accountId, this.clock.now()],
    );
    return row?.isLast === true ? [{ kind: 'lastCoordinator', name: null, path: '/koordination/konten' }] : [];
  }

  async erase(tx: EntityManager, { id, address }: LeavingAccount): Promise<void> {
    const remove = (sql: string) => tx.query(sql, [id]);
    await remove('delete from session where account_id = $1');
    await remove('delete from account_link where account_id = $1');
    await remove('delete from sheet_value where account_id = $1');
    await remove('delete from role_request where account_id = $1');
    await remove('delete from registration where account_id = $1');
    // That it went this way stays; what was said to each other does not.
    await remove(`update registration_step set message = '' where account_id = $1`);
    // The last consent to each text is the proof; what it replaced proves nothing any more.
    await remove(
      `delete from consent c using consent newer where c.account_id = $1 and newer.account_id = c.account_id and newer.kind = c.kind
         and (newer.given_at, newer.id) > (c.given_at, c.id)`,
    );
    // Limits count by address.
    await tx.query('delete from rate_limit where strpos(key, $1) > 0 or strpos(key, $2) > 0', [address, id]);
    await tx.query(
      `update account set address = id || '@geloescht.invalid', name = '', password_hash = null, pending_address = null, locale = 'de',
         site_roles = '{}', programme_roles = '{}', suspended_until = null, suspended_reason = null, sheet_finished_at = null,
         password_changed_at = null, confirmed_at = null, deletion_final_at = null, erased_at = $2, updated_at = $2
       where id = $1`,
      [id, this.clock.now()],
    );
  }
}
