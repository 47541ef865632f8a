import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CLOCK, Db, Outbox, type Clock } from '#platform/server';
import type { NoticeCategory } from '../preference/categories.js';
import { Preferences } from '../preference/preferences.js';
import { makeMail } from './due-mails.js';
import { isPaused, lastDigests, pausedUntil, quietUntil } from './mail-times.js';

export const DIGEST = 'digest';

/**
 * The summaries of a day and a week. Keeps no calendar: due is what has waited since before the person's hour passed
 * last, so that a run that comes late, twice or not at all does no harm, and no change of clocks counts an hour twice.
 */
@Injectable()
export class Digests implements OnModuleInit {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(Preferences) private readonly preferences: Preferences,
  ) {}

  onModuleInit(): void {
    this.outbox.schedule({ name: 'notifications.digests', cron: '*/5 * * * *', run: () => this.run() });
  }

  async run(): Promise<void> {
    const now = this.clock.now();
    const accounts = await this.db.query<{ id: string }>(`select account_id as id from notice where mail = 'digest' and look_at < $1 group by account_id`, [now]);
    for (const { id } of accounts) await this.decide(id, now);
  }

  private async decide(accountId: string, now: Date): Promise<void> {
    const schedule = await this.preferences.scheduleOf(accountId);
    const last = lastDigests(schedule, now);
    const pauseEnd = pausedUntil(schedule);
    // The first one after a pause comes at the usual hour, not at midnight.
    if (isPaused(schedule, now) || quietUntil(schedule, now) !== null || (pauseEnd !== null && last.daily < pauseEnd)) return;
    const choices = await this.preferences.choicesOf(accountId);
    await this.db.write({ accountId: null }, async (tx, emit) => {
      const waiting: { id: string; category: NoticeCategory; since: Date }[] = await tx.query(
        `select id, category, look_at as since from notice where account_id = $1 and mail = 'digest' and look_at < $2 order by created_at for update skip locked`,
        [accountId, last.daily],
      );
      const due = waiting.filter(({ category, since }) => choices[category].mail !== 'weekly' || since < last.weekly);
      if (due.length > 0) await makeMail(tx, emit, { accountId, form: DIGEST, ids: due.map(({ id }) => id), now });
    });
  }
}
