import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, Db, GIVEN_UP_KEPT_DAYS, Outbox, Settings, type Clock } from '#platform/server';
import { registrationSettings } from './registration/registration.settings.js';

const DAY_MS = 86_400_000;
/** Sessions and links that ended are of no use to anybody. */
const ENDED_KEPT_DAYS = 7;
/** A mail that was given up can be handed back until then, and then has to know that its link was used; some days for its tries. */
const ENDED_MAILS_KEPT_DAYS = GIVEN_UP_KEPT_DAYS + ENDED_KEPT_DAYS;

/** Nothing is kept longer than it has a purpose. Running it twice or missing a night does no harm. */
@Injectable()
export class AccountsHousekeeping {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Outbox) outbox: Outbox,
    @Inject(Settings) private readonly settings: Settings,
  ) {
    outbox.schedule({ name: 'accounts.housekeeping', cron: '10 3 * * *', run: () => this.run() });
  }

  async run(): Promise<void> {
    const { unconfirmedDays, invitedDays } = await this.settings.get(registrationSettings);
    const daysAgo = (days: number): Date => new Date(this.clock.now().getTime() - days * DAY_MS);
    await this.db.write({ accountId: null }, async (tx) => {
      await tx.query(
        `delete from account a using registration r
         where r.account_id = a.id and a.standing = 'unconfirmed'
           and ((r.stage = 'confirming' and r.created_at < $1) or (r.stage = 'invited' and r.created_at < $2))`,
        [daysAgo(unconfirmedDays), daysAgo(invitedDays)],
      );
      await tx.query('delete from account_link where expires_at < $1', [daysAgo(ENDED_KEPT_DAYS)]);
      await tx.query('delete from account_link_ended where ended_at < $1', [daysAgo(ENDED_MAILS_KEPT_DAYS)]);
      await tx.query('delete from session where expires_at < $1 or idle_expires_at < $1', [daysAgo(ENDED_KEPT_DAYS)]);
    });
  }
}
