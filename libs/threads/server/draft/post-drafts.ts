import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '#access/server';
import { accountOf } from '#accounts/server';
import { CLOCK, Db, type Clock } from '#platform/server';
import { AppError } from '#platform/shared';
import { ThreadQueries } from '../thread/thread.queries.js';
import type { PostDraft } from './draft.type.js';

const COLUMNS = 'd.thread_id as "threadId", d.reply_to_id as "replyToId", d.body, d.version, d.saved_at as "savedAt"';
/** Nobody writes in more places at once; the newest are what is looked for. */
const DRAFTS = 100;

export interface SaveRequest {
  readonly threadId: string;
  readonly body: string;
  readonly version: number;
  readonly replyToId?: string | null;
}

/** What somebody is writing: saved every few seconds, so nothing is rendered and nobody is told. Each person's own. */
@Injectable()
export class PostDrafts {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ThreadQueries) private readonly threads: ThreadQueries,
  ) {}

  /** @throws {AppError} NOT_FOUND for a thread out of sight, CONFLICT `post.draftStale` where it was saved, sent or discarded from elsewhere. */
  async save(viewer: Viewer, { threadId, body, version, replyToId = null }: SaveRequest): Promise<PostDraft> {
    const accountId = accountOf(viewer);
    if ((await this.threads.byId(viewer, threadId)) === null) throw AppError.notFound();
    return this.db.write(viewer, async (tx) => {
      const values = [accountId, threadId, body, version + 1, this.clock.now(), replyToId];
      const [saved]: PostDraft[] =
        version === 0
          ? await tx.query(`insert into post_draft as d (account_id, thread_id, body, version, saved_at, reply_to_id) values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning ${COLUMNS}`, values)
          : (((await tx.query(
              `update post_draft d set body = $3, version = $4, saved_at = $5, reply_to_id = $6 where account_id = $1 and thread_id = $2 and version = $4 - 1 returning ${COLUMNS}`,
              values,
            )) as [PostDraft[]])[0]);
      if (saved !== undefined) return saved;
      const [there]: PostDraft[] = await tx.query(`select ${COLUMNS} from post_draft d where account_id = $1 and thread_id = $2`, [accountId, threadId]);
      // The answer to the first try got lost on the way.
      if (there?.body === body && there.replyToId === replyToId) return there;
      throw AppError.conflict('post.draftStale', { version: there?.version ?? 0 });
    });
  }

  /** Whether there was one or not, and whether the thread is still in sight: afterwards there is none. */
  async discard(viewer: Viewer, threadId: string): Promise<void> {
    const accountId = accountOf(viewer);
    await this.db.write(viewer, async (tx) => tx.query('delete from post_draft where account_id = $1 and thread_id = $2', [accountId, threadId]));
  }

  /** Newest first; also of threads out of sight: what was typed stays its author's. */
  async mine(viewer: Viewer): Promise<readonly PostDraft[]> {
    return this.db.query<PostDraft>(`select ${COLUMNS} from post_draft d where d.account_id = $1 and d.body <> '' order by d.saved_at desc, d.thread_id limit ${DRAFTS}`, [accountOf(viewer)]);
  }

  async ofThreads(viewer: Viewer, threadIds: readonly string[]): Promise<ReadonlyMap<string, PostDraft>> {
    if (viewer.accountId === null) return new Map();
    const rows = await this.db.query<PostDraft>(`select ${COLUMNS} from post_draft d where d.account_id = $1 and d.thread_id = any($2::uuid[])`, [viewer.accountId, threadIds]);
    return new Map(rows.map((row) => [row.threadId, row]));
  }
}
