import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CLOCK, Db, Outbox, type Clock } from '#platform/server';
import { TipQueries } from './tip/tip.queries.js';
import { tipEvents } from './tips.outbox.js';

/** How long texts that were put aside, previews and finished imports are kept. */
const KEPT_DAYS = { drafts: 90, imports: 30 } as const;

/** Work that comes round by the clock. Running it twice or missing a day does no harm. */
@Injectable()
export class TipsSchedule implements OnModuleInit {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(TipQueries) private readonly tips: TipQueries,
  ) {}

  onModuleInit(): void {
    this.outbox.schedule({ name: 'tips.overdue', cron: '15 6 * * *', run: async () => this.tellOverdue() });
    this.outbox.schedule({ name: 'tips.tidy', cron: '45 3 * * *', run: async () => this.tidy() });
  }

  /** A tip whose check date has passed sinks in search, and its owner is told once. */
  async tellOverdue(): Promise<void> {
    await this.db.write({ accountId: null }, async (tx, emit) => {
      const [rows]: [{ tipId: string; spaceId: string }[], number] = await tx.query(
        `update tip set overdue_told_on = check_due_on
         where state = 'published' and check_due_on < $1::date and overdue_told_on is distinct from check_due_on
         returning id as "tipId", space_id as "spaceId"`,
        [this.tips.today()],
      );
      for (const row of rows) emit(tipEvents.overdue(row));
    });
  }

  async tidy(): Promise<void> {
    const before = (days: number): Date => new Date(this.clock.now().getTime() - days * 86_400_000);
    await this.db.write({ accountId: null }, async (tx) => {
      await tx.query('delete from tip_kept_draft where kept_at < $1', [before(KEPT_DAYS.drafts)]);
      await tx.query(`delete from tip_import where created_at < $1 and state <> 'running'`, [before(KEPT_DAYS.imports)]);
    });
  }
}
