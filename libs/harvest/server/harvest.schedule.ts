import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CLOCK, Db, Outbox, type Clock } from '#platform/server';
import { HarvestNotices } from './harvest.notices.js';

/** So long nobody is reminded: people are away for some days. */
export const REMIND_AFTER_DAYS = 5;

/**
 * Reminds those who have not answered, once: without their answer the tip waits. Running it twice reminds once; a missed
 * day is made up for.
 */
@Injectable()
export class HarvestSchedule implements OnModuleInit {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(HarvestNotices) private readonly notices: HarvestNotices,
  ) {}

  onModuleInit(): void {
    this.outbox.schedule({ name: 'harvest.remind', cron: '10 7 * * *', run: async () => this.remind() });
  }

  /** Of words alone, and only while the tip is being made: whether somebody wants to be named keeps nothing waiting. */
  async remind(): Promise<void> {
    const now = this.clock.now();
    await this.db.write({ accountId: null }, async (tx) => {
      const [due]: [{ tipId: string; accountId: string }[], number] = await tx.query(
        `update harvest_voice v set reminded_at = $1 from tip t
         where t.id = v.tip_id and t.state in ('draft', 'review') and v.answered_at is null and v.reminded_at is null and v.asked_at <= $2
           and exists (select from harvest_passage p where p.tip_id = v.tip_id and p.author_id = v.account_id)
         returning v.tip_id as "tipId", v.account_id as "accountId"`,
        [now, new Date(now.getTime() - REMIND_AFTER_DAYS * 86_400_000)],
      );
      for (const [tipId, voices] of Map.groupBy(due, (voice) => voice.tipId)) await this.notices.remind(tx, tipId, voices.map(({ accountId }) => accountId));
    });
  }
}
