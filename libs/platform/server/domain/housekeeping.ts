import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Db } from '../database/db.js';
import { MailAddresses } from '../mail/mail-addresses.js';
import { Outbox } from '../outbox/outbox.js';

/** A browser that was offline sends its creates again after days, not after months. */
const CREATED_ONCE_DAYS = 60;
/** Deliberate acts stay as long as somebody may ask about them. */
const AUDIT_YEARS = 3;

/** Removes what has served its time. Running it twice or missing a day changes nothing. */
@Injectable()
export class Housekeeping implements OnModuleInit {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(MailAddresses) private readonly addresses: MailAddresses,
  ) {}

  onModuleInit(): void {
    this.outbox.schedule({ name: 'platform.housekeeping', cron: '17 3 * * *', run: () => this.tidy() });
  }

  private async tidy(): Promise<void> {
    await this.db.query('delete from rate_limit where expire < $1', [Date.now()]);
    await this.db.query('delete from created_once where created_at < now() - make_interval(days => $1)', [CREATED_ONCE_DAYS]);
    await this.db.query('delete from audit_entry where at < now() - make_interval(years => $1)', [AUDIT_YEARS]);
    await this.addresses.tidy();
  }
}
