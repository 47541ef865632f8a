import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '#access/server';
import { accountOf } from '#accounts/server';
import { Notices } from '#notifications/server';
import { CLOCK, Db, type Clock } from '#platform/server';
import { AppError } from '#platform/shared';
import { ThreadNews } from './thread-news.js';
import { ThreadQueries } from './thread.queries.js';

/** How far each person has read each thread. */
@Injectable()
export class ReadMarks {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ThreadQueries) private readonly threads: ThreadQueries,
    @Inject(ThreadNews) private readonly news: ThreadNews,
    @Inject(Notices) private readonly notices: Notices,
  ) {}

  /** @throws {AppError} UNAUTHENTICATED for guests, NOT_FOUND for a thread out of sight. */
  async read(viewer: Viewer, threadId: string, position: number): Promise<void> {
    const accountId = accountOf(viewer);
    const thread = await this.threads.byId(viewer, threadId);
    if (thread === null) throw AppError.notFound();
    const reached = (await this.isAllBehind(accountId, threadId, Math.max(position, thread.lastReadPosition))) ? thread.lastPosition : Math.min(position, thread.lastPosition);
    // Also against a second device that scrolls behind: marks only move forward.
    if (reached <= thread.lastReadPosition) return;
    await this.db.write(viewer, async (tx) => {
      await this.moveForward(tx, accountId, threadId, reached);
      const group = { kind: 'thread', id: threadId };
      if (reached >= thread.lastPosition) await this.notices.read(tx, accountId, group);
      else await this.notices.read(tx, accountId, group, await this.postsBetween(tx, threadId, thread.lastReadPosition, reached));
      this.news.tellRead(tx, thread, accountId, reached);
    });
  }

  /** Behind it there is nothing to read for this person: own, hidden, deleted and moved posts only. A page never reports their positions. */
  private async isAllBehind(accountId: string, threadId: string, position: number): Promise<boolean> {
    const [more] = await this.db.query(`select 1 from post where thread_id = $1 and position > $2 and state = 'published' and deleted_at is null and author_ids[1] <> $3 limit 1`, [threadId, position, accountId]);
    return more === undefined;
  }

  private async postsBetween(tx: EntityManager, threadId: string, after: number, until: number): Promise<readonly string[]> {
    const rows: { id: string }[] = await tx.query('select id from post where thread_id = $1 and position > $2 and position <= $3', [threadId, after, until]);
    return rows.map((row) => row.id);
  }

  /** Never beyond what is there, never back. */
  async moveForward(tx: EntityManager, accountId: string, threadId: string, position: number): Promise<void> {
    await tx.query(
      `insert into thread_read (account_id, thread_id, position, read_at)
       select $1, t.id, least($3::int, t.last_position), $4 from thread t where t.id = $2
       on conflict (account_id, thread_id) do update set position = excluded.position, read_at = excluded.read_at
         where thread_read.position < excluded.position`,
      [accountId, threadId, position, this.clock.now()],
    );
  }

  /**
   * Everything of these threads counts as read now.
   * @param threadIds only those the viewer may see.
   */
  async readAll(tx: EntityManager, accountId: string, threadIds: readonly string[]): Promise<void> {
    await tx.query(
      `insert into thread_read (account_id, thread_id, position, read_at)
       select $1, t.id, t.last_position, $3 from thread t where t.id = any($2::uuid[]) order by t.id
       on conflict (account_id, thread_id) do update set position = excluded.position, read_at = excluded.read_at
         where thread_read.position < excluded.position`,
      [accountId, threadIds, this.clock.now()],
    );
  }
}
