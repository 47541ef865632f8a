import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CLOCK, Db, Outbox, type Clock } from '#platform/server';

/** How long notices are kept, and the record of mails about them. */
const KEPT_DAYS = { notices: 180, mails: 30 } as const;

/** Removes what has served its time. Running it twice or missing a day changes nothing. */
@Injectable()
export class NotificationsSchedule implements OnModuleInit {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Outbox) private readonly outbox: Outbox,
  ) {}

  onModuleInit(): void {
    this.outbox.schedule({ name: 'notifications.tidy', cron: '25 3 * * *', run: () => this.tidy() });
  }

  private async tidy(): Promise<void> {
    const before = (days: number): Date => new Date(this.clock.now().getTime() - days * 86_400_000);
    await this.db.query('delete from notice where created_at < $1', [before(KEPT_DAYS.notices)]);
    await this.db.query('delete from notice_mail where created_at < $1', [before(KEPT_DAYS.mails)]);
  }
}
