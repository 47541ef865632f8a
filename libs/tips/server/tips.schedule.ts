import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AwayContent } from '#moderation/server';
import { CLOCK, Db, Outbox, type Clock, type Emit } from '#platform/server';
import { RemoveSubject } from '#threads/server';
import { TipQueries } from './tip/tip.queries.js';
import { tipEvents } from './tips.outbox.js';

/** How long texts that were put aside, previews and finished imports are kept; and a hidden tip at the least after somebody wrote on it. */
const KEPT_DAYS = { drafts: 90, imports: 30 } as const;

/** Work that comes round by the clock. Running it twice or missing a day does no harm. */
@Injectable()
export class TipsSchedule implements OnModuleInit {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(TipQueries) private readonly tips: TipQueries,
    @Inject(AwayContent) private readonly away: AwayContent,
    @Inject(RemoveSubject) private readonly subjects: RemoveSubject,
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
    await this.db.write({ accountId: null }, async (tx) => {
      await tx.query('delete from tip_kept_draft where kept_at < $1', [this.daysAgo(KEPT_DAYS.drafts)]);
      await tx.query(`delete from tip_import where created_at < $1 and state <> 'running'`, [this.daysAgo(KEPT_DAYS.imports)]);
    });
    await this.away.forgetEach('tip', `select id from tip where state = 'hidden'`, async (tx, emit, id) => this.forget(tx, emit, id));
  }

  /** With all its versions and comments, unless somebody still has to judge one of these, or its authors are writing on it. */
  private async forget(tx: EntityManager, emit: Emit, id: string): Promise<void> {
    const [tip]: { spaceId: string }[] = await tx.query(`select space_id as "spaceId" from tip where id = $1 and state = 'hidden' for update`, [id]);
    const [written]: object[] = await tx.query('select tip_id from tip_working_copy where tip_id = $1 and saved_at >= $2', [id, this.daysAgo(KEPT_DAYS.drafts)]);
    const subject = { kind: 'tip', id };
    if (tip === undefined || written !== undefined || (await this.subjects.isWaiting(tx, subject))) return;
    await this.subjects.remove(tx, emit, subject);
    await tx.query('delete from tip where id = $1', [id]);
    emit(tipEvents.removed({ tipId: id, spaceId: tip.spaceId }));
  }

  private daysAgo(days: number): Date {
    return new Date(this.clock.now().getTime() - days * 86_400_000);
  }
}
