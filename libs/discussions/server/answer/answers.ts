import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '#access/server';
import { CLOCK, Db, type Clock } from '#platform/server';
import { AppError } from '#platform/shared';
import { discussionEvents } from '../discussions.outbox.js';
import { SOLVED_AT_SQL } from '../discussion/discussion-copies.js';
import { DiscussionNews } from '../discussion/discussion-news.js';
import { DiscussionGate } from '../discussion/discussion.gate.js';
import { canAccept } from '../discussion/discussion.policy.js';

/** More would say that none of them is the answer. */
export const ANSWERS_MAX = 5;

export interface AcceptedAnswerRow {
  readonly discussionId: string;
  readonly postId: string;
  readonly acceptedById: string | null;
  readonly acceptedAt: Date;
}

/** Which replies answered a question. */
@Injectable()
export class Answers {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(DiscussionGate) private readonly gate: DiscussionGate,
    @Inject(DiscussionNews) private readonly news: DiscussionNews,
  ) {}

  /** Accepted twice, or by two people at once, it is accepted once. */
  async accept(viewer: Viewer, discussionId: string, postId: string): Promise<void> {
    const { accountId, lock } = await this.gate.admit(viewer, discussionId, canAccept, 'discussion.mayNotAccept');
    await this.db.write(viewer, async (tx, emit) => {
      const row = await lock(tx);
      // A post of another thread, hidden, held, deleted or the question itself: none is an answer, and none tells which it is.
      const [post]: unknown[] = await tx.query(
        `select 1 from post where id = $1 and thread_id = $2 and state = 'published' and deleted_at is null and not is_opening`,
        [postId, row.id],
      );
      if (post === undefined) throw AppError.badInput('postId', 'discussion.noAnswer');
      const accepted: readonly { postId: string }[] = await tx.query(
        'select a.post_id as "postId" from accepted_answer a join post p on p.id = a.post_id where a.discussion_id = $1 and p.deleted_at is null', [row.id]);
      if (accepted.some((answer) => answer.postId === postId)) return;
      if (accepted.length >= ANSWERS_MAX) throw AppError.badInput('postId', 'discussion.tooManyAnswers', { max: ANSWERS_MAX });
      await tx.query('insert into accepted_answer (discussion_id, post_id, accepted_by, accepted_at) values ($1, $2, $3, $4)', [row.id, postId, accountId, this.clock.now()]);
      await refreshSolved(tx, row.id);
      this.news.tell(tx, row, 'answers');
      emit(discussionEvents.answerAccepted({ discussionId: row.id, spaceId: row.spaceId, byId: accountId, postId }));
    });
  }

  async withdraw(viewer: Viewer, discussionId: string, postId: string): Promise<void> {
    const { accountId, lock } = await this.gate.admit(viewer, discussionId, canAccept, 'discussion.mayNotAccept');
    await this.db.write(viewer, async (tx, emit) => {
      const row = await lock(tx);
      const [gone]: [unknown[]] = await tx.query('delete from accepted_answer where discussion_id = $1 and post_id = $2 returning 1', [row.id, postId]);
      if (gone.length === 0) return;
      await refreshSolved(tx, row.id);
      this.news.tell(tx, row, 'answers');
      emit(discussionEvents.answerWithdrawn({ discussionId: row.id, spaceId: row.spaceId, byId: accountId, postId }));
    });
  }

  /** Of these discussions, in the order of their places; the caller has made sure that the viewer sees the discussions. */
  async of(discussionIds: readonly string[]): Promise<readonly AcceptedAnswerRow[]> {
    return this.db.hotQuery<AcceptedAnswerRow>(
      `select a.discussion_id as "discussionId", a.post_id as "postId", a.accepted_by as "acceptedById", a.accepted_at as "acceptedAt"
       from accepted_answer a join post p on p.id = a.post_id where a.discussion_id = any($1::uuid[]) and p.deleted_at is null order by p.position`,
      [discussionIds],
    );
  }
}

export async function refreshSolved(tx: EntityManager, discussionId: string): Promise<void> {
  await tx.query(`update discussion d set solved_at = ${SOLVED_AT_SQL} where d.id = $1`, [discussionId]);
}
