import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Cases } from '#moderation/server';
import { Notices } from '#notifications/server';
import { CLOCK, Db, Outbox, type Clock, type Emit } from '#platform/server';
import { Threads } from '#threads/server';

/** As long as posts that moderation took away; the privacy notice tells of it. */
export const KEPT_DAYS = { hidden: 366 } as const;

/** Each goes with all its posts. */
const AT_ONCE = 50;

type Forget = (tx: EntityManager, emit: Emit, ids: readonly string[]) => Promise<void>;

/** Lets go of what moderation took away so long ago that nobody objects any more. Running it twice or missing a day does no harm. */
@Injectable()
export class DiscussionsSchedule implements OnModuleInit {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(Cases) private readonly cases: Cases,
    @Inject(Threads) private readonly threads: Threads,
    @Inject(Notices) private readonly notices: Notices,
  ) {}

  onModuleInit(): void {
    this.outbox.schedule({ name: 'discussions.tidy', cron: '40 3 * * *', run: async () => this.tidy() });
  }

  async tidy(): Promise<void> {
    await this.inPieces('discussion', async (tx, emit, ids) => this.forget(tx, emit, ids));
    await this.inPieces('poll', async (tx, _emit, ids) => {
      await tx.query(`delete from poll where id = any($1::uuid[]) and state = 'hidden'`, [ids]);
    });
  }

  /** @param forget is given those that nobody waits to judge. */
  private async inPieces(kind: 'discussion' | 'poll', forget: Forget): Promise<void> {
    const before = new Date(this.clock.now().getTime() - KEPT_DAYS.hidden * 86_400_000);
    for (let after: string | undefined = '00000000-0000-0000-0000-000000000000'; after !== undefined; ) {
      const last: string = after;
      after = await this.db.write({ accountId: null }, async (tx, emit) => {
        const ids = await this.cases.awaySince(tx, kind, before, last, AT_ONCE);
        const waiting = await this.cases.waitingAmong(tx, kind, ids);
        await forget(tx, emit, ids.filter((id) => !waiting.has(id)));
        return ids.at(-1);
      });
    }
  }

  /** With everything said in it, unless somebody still has to judge a part; and with what had been merged into it, which leads nowhere now. */
  private async forget(tx: EntityManager, emit: Emit, ids: readonly string[]): Promise<void> {
    // Threads before discussions, as everywhere.
    await tx.query('select from thread where id = any($1::uuid[]) order by id for update', [ids]);
    const hidden: { id: string }[] = await tx.query(`select id from discussion where id = any($1::uuid[]) and state = 'hidden' and merged_into_id is null order by id for update`, [ids]);
    for (const { id } of hidden) {
      if (await this.isPartlyWaiting(tx, id)) continue;
      const signposts: { id: string }[] = await tx.query('select id from discussion where merged_into_id = $1 order by id', [id]);
      for (const goes of [...signposts.map((signpost) => signpost.id), id]) {
        await this.threads.removeSubject(tx, emit, { kind: 'discussion', id: goes });
        await this.notices.withdraw(tx, { subjectIds: [goes] });
        await tx.query('delete from discussion where id = $1', [goes]);
      }
    }
  }

  private async isPartlyWaiting(tx: EntityManager, id: string): Promise<boolean> {
    const parts: { kind: string; ids: string[] }[] = await tx.query(
      `select 'post' as kind, coalesce(array_agg(id), '{}') as ids from post where thread_id = $1 union all select 'poll', coalesce(array_agg(id), '{}') from poll where discussion_id = $1`,
      [id],
    );
    for (const part of parts) if ((await this.cases.waitingAmong(tx, part.kind, part.ids)).size > 0) return true;
    return false;
  }
}
