import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CLOCK, Db, Outbox, type Clock } from '#platform/server';
import { repeats } from './border/same-words.js';
import { HarvestNotices } from './harvest.notices.js';
import { textOf } from './harvest.obstacle.js';
import { HarvestQueries } from './harvest.queries.js';

/** So long nobody is reminded: people are away for some days. */
export const REMIND_AFTER_DAYS = 5;

const PASSAGES_AT_ONCE = 200;

/** All that a tip says, said, or is about to say; what it said can be released again. */
const TEXTS_SQL = `
  select title, summary, body from tip where id = $1 union all
  select title, summary, body from tip_revision where tip_id = $1 union all
  select title, summary, body from tip_working_copy where tip_id = $1 union all
  select title, summary, body from tip_kept_draft where tip_id = $1`;

/**
 * Reminds those who have not answered, once: without their answer the tip waits. Running it twice reminds once; a missed
 * day is made up for. And lets go of words whose posts are forgotten.
 */
@Injectable()
export class HarvestSchedule implements OnModuleInit {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(HarvestNotices) private readonly notices: HarvestNotices,
    @Inject(HarvestQueries) private readonly harvests: HarvestQueries,
  ) {}

  onModuleInit(): void {
    this.outbox.schedule({ name: 'harvest.remind', cron: '10 7 * * *', run: async () => this.remind() });
    // Before and after posts and discussions are let go: what was hidden has to be noted while it is there.
    this.outbox.schedule({ name: 'harvest.tidy', cron: '30,50 3 * * *', run: async () => this.tidy() });
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

  /**
   * The chosen words go with the post they stand in. As long as the tip itself says them they are needed, to keep it from its
   * readers where its author or moderation does; a copy beside that text tells nothing more.
   */
  async tidy(): Promise<void> {
    await this.db.write({ accountId: null }, async (tx) => {
      await tx.query(
        `update harvest_passage p set was_hidden = not p.was_hidden from post join thread on thread.id = post.thread_id
         where post.id = p.post_id and p.was_hidden <> ('hidden' in (post.state, thread.state))`,
      );
    });
    for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
      const passages = await this.db.query<{ id: string; tipId: string }>(
        `select p.id, p.tip_id as "tipId" from harvest_passage p left join post on post.id = p.post_id
         where p.text <> '' and p.id > $1 and (post.id is null or (post.deleted_at is not null and post.body = '')) order by p.id limit ${PASSAGES_AT_ONCE}`,
        [after],
      );
      const last = passages.at(-1);
      if (last === undefined) return;
      after = last.id;
      for (const [tipId, forgotten] of Map.groupBy(passages, (passage) => passage.tipId)) await this.forget(tipId, forgotten.map(({ id }) => id));
    }
  }

  private async forget(tipId: string, ids: readonly string[]): Promise<void> {
    await this.db.write({ accountId: null }, async (tx) => {
      await this.harvests.lock(tx, tipId);
      const written: { title: string; summary: string; body: string }[] = await tx.query(TEXTS_SQL, [tipId]);
      const texts = written.map(textOf);
      const passages = (await this.harvests.passages(tipId, tx)).filter(({ id }) => ids.includes(id));
      const unsaid = passages.filter(({ text }) => !texts.some((said) => repeats(said, text)));
      await tx.query(`update harvest_passage set text = '' where id = any($1::uuid[])`, [unsaid.map(({ id }) => id)]);
    });
  }
}
