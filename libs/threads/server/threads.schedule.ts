import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AwayContent, Cases } from '#moderation/server';
import { CLOCK, Db, Outbox, type Clock } from '#platform/server';

/**
 * How long texts are kept, in days; the privacy notice tells of them. What its author deleted can be restored for a quarter of a
 * year. Former texts show who answered to which words, as long as claims from those words last (section 195 of the German Civil Code).
 */
export const KEPT_DAYS = { deleted: 90, former: 1096 } as const;

/** Locked together. */
const POSTS_AT_ONCE = 500;

/** Lets go of what has served its time. Running it twice or missing a day does no harm. */
@Injectable()
export class ThreadsSchedule implements OnModuleInit {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(Cases) private readonly cases: Cases,
    @Inject(AwayContent) private readonly away: AwayContent,
  ) {}

  onModuleInit(): void {
    this.outbox.schedule({ name: 'threads.tidy', cron: '35 3 * * *', run: async () => this.tidy() });
  }

  async tidy(): Promise<void> {
    // Asked again under the lock: a moderator may just have restored it, or shown it again.
    await this.inPieces(
      KEPT_DAYS.deleted,
      this.found(`select id from post where deleted_at < $1 and (body <> '' or html <> '') and id > $2 order by id limit ${POSTS_AT_ONCE}`),
      async (tx, ids, before) => this.empty(tx, `update post set body = '', html = '', plain_text = '' where id = any($1::uuid[]) and deleted_at < $2 returning id`, [ids, before]),
    );
    await this.away.forget('post', `select id from post where state = 'hidden' and deleted_at is null`, async (tx, _emit, ids) =>
      this.empty(
        tx,
        `update post set body = '', html = '', plain_text = '', deleted_at = $2, hidden_reason = null, hidden_by = null
         where id = any($1::uuid[]) and state = 'hidden' and deleted_at is null returning id`,
        [ids, this.clock.now()],
      ),
    );
    // A text was replaced when the next one was written.
    const replaced = `coalesce((select min(n.created_at) from post_revision n where n.post_id = r.post_id and n.number > r.number), (select p.edited_at from post p where p.id = r.post_id))`;
    await this.inPieces(
      KEPT_DAYS.former,
      this.found(`select distinct post_id as id from post_revision r where created_at < $1 and post_id > $2 and ${replaced} < $1 order by 1 limit ${POSTS_AT_ONCE}`),
      async (tx, ids, before) => {
        await tx.query(`delete from post_revision r where post_id = any($1::uuid[]) and created_at < $2 and ${replaced} < $2`, [ids, before]);
      },
    );
  }

  /** @param sql `$1` is the instant before which things go, `$2` the id after which the next piece begins. */
  private found(sql: string): (before: Date, after: string) => Promise<readonly string[]> {
    return async (before, after) => (await this.db.query<{ id: string }>(sql, [before, after])).map(({ id }) => id);
  }

  /** @param sql takes the texts away and returns the ids of the posts. */
  private async empty(tx: EntityManager, sql: string, parameters: readonly unknown[]): Promise<void> {
    const [emptied]: [{ id: string }[], number] = await tx.query(sql, [...parameters]);
    const gone = emptied.map(({ id }) => id);
    await tx.query('delete from post_revision where post_id = any($1::uuid[])', [gone]);
    await tx.query('delete from post_mention where post_id = any($1::uuid[])', [gone]);
  }

  /**
   * @param find posts to be looked at, in the order of their ids.
   * @param forget is given those that nobody waits to judge.
   */
  private async inPieces(
    days: number,
    find: (before: Date, after: string) => Promise<readonly string[]>,
    forget: (tx: EntityManager, ids: readonly string[], before: Date) => Promise<void>,
  ): Promise<void> {
    const before = new Date(this.clock.now().getTime() - days * 86_400_000);
    for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
      const ids = await find(before, after);
      const last = ids.at(-1);
      if (last === undefined) return;
      after = last;
      await this.db.write({ accountId: null }, async (tx) => {
        const waiting = await this.cases.waitingAmong(tx, 'post', ids);
        await forget(tx, ids.filter((id) => !waiting.has(id)), before);
      });
    }
  }
}
