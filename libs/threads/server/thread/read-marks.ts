import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '#access/server';
import { accountOf } from '#accounts/server';
import { CLOCK, Db, type Clock } from '#platform/server';
import { AppError } from '#platform/shared';
import { ThreadQueries } from './thread.queries.js';

/** How far each person has read each thread. */
@Injectable()
export class ReadMarks {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ThreadQueries) private readonly threads: ThreadQueries,
  ) {}

  /** @throws {AppError} UNAUTHENTICATED for guests, NOT_FOUND for a thread out of sight. */
  async read(viewer: Viewer, threadId: string, position: number): Promise<void> {
    const accountId = accountOf(viewer);
    const thread = await this.threads.byId(viewer, threadId);
    if (thread === null) throw AppError.notFound();
    // Also against a second device that scrolls behind: marks only move forward.
    if (Math.min(position, thread.lastPosition) <= thread.lastReadPosition) return;
    await this.db.write(viewer, async (tx) => this.moveForward(tx, accountId, threadId, position));
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
