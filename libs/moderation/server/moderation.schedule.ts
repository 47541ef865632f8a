import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CLOCK, Db, Outbox, type Clock } from '#platform/server';

/**
 * How long things are kept, in days. Guests' addresses and names as long as one can object to the decision; who reported
 * and in what words for a year after the decision; decided cases, ended measures and the record for three years, the time
 * within which claims from them lapse (section 195 of the German Civil Code).
 */
export const KEPT_DAYS = { guests: 183, reports: 366, record: 1096 } as const;

/** Running it twice or missing a day does no harm. */
@Injectable()
export class ModerationSchedule implements OnModuleInit {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Outbox) private readonly outbox: Outbox,
  ) {}

  onModuleInit(): void {
    this.outbox.schedule({ name: 'moderation.tidy', cron: '25 4 * * *', run: async () => this.tidy() });
  }

  async tidy(): Promise<void> {
    const before = (days: number): Date => new Date(this.clock.now().getTime() - days * 86_400_000);
    const decidedBefore = 'case_id in (select id from moderation_case where decided_at < $1)';
    await this.db.write({ accountId: null }, async (tx) => {
      await tx.query(`update moderation_report set guest_name = null, guest_address = null where guest_address is not null and ${decidedBefore}`, [before(KEPT_DAYS.guests)]);
      await tx.query(`update moderation_report set reporter_id = null, words = '' where (reporter_id is not null or words <> '') and ${decidedBefore}`, [before(KEPT_DAYS.reports)]);
      await tx.query(`update moderation_act set actor_id = null where act = 'reported' and actor_id is not null and at < $1`, [before(KEPT_DAYS.reports)]);
      await tx.query(
        `delete from moderation_case where decided_at < $1 and not exists (select from moderation_objection o where o.case_id = moderation_case.id and o.decided_at is null)`,
        [before(KEPT_DAYS.record)],
      );
      await tx.query('delete from moderation_measure where coalesce(ended_at, ends_at) < $1', [before(KEPT_DAYS.record)]);
      await tx.query('delete from moderation_act where at < $1', [before(KEPT_DAYS.record)]);
    });
  }
}
