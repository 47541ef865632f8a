import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '#access/server';
import { Bookmarks } from '#bookmarks/server';
import { Following, Notices } from '#notifications/server';
import { Audit, Db } from '#platform/server';
import { AppError } from '#platform/shared';
import { Threads } from '#threads/server';
import { refreshSolved } from '../answer/answers.js';
import { discussionEvents } from '../discussions.outbox.js';
import { DiscussionCopies } from '../discussion/discussion-copies.js';
import { DiscussionNews } from '../discussion/discussion-news.js';
import { DiscussionGate } from '../discussion/discussion.gate.js';
import { canRearrange } from '../discussion/discussion.policy.js';
import { lockThreads } from '../discussion/discussion.queries.js';

/** Two discussions about the same become one. */
@Injectable()
export class MergeDiscussions {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(DiscussionGate) private readonly gate: DiscussionGate,
    @Inject(DiscussionCopies) private readonly copies: DiscussionCopies,
    @Inject(Threads) private readonly threads: Threads,
    @Inject(Following) private readonly following: Following,
    @Inject(Notices) private readonly notices: Notices,
    @Inject(Bookmarks) private readonly bookmarks: Bookmarks,
    @Inject(DiscussionNews) private readonly news: DiscussionNews,
  ) {}

  /** Only within one space: merging must not change who sees what. The one that went keeps its row as a signpost. */
  async merge(viewer: Viewer, fromId: string, intoId: string): Promise<void> {
    const from = await this.gate.admit(viewer, fromId, canRearrange, 'discussion.moderatorsOnly');
    const into = await this.gate.admit(viewer, intoId, canRearrange, 'discussion.moderatorsOnly');
    // Also the second try: the first one has led there already.
    if (from.seen.id === into.seen.id) {
      if (fromId === intoId) throw AppError.badInput('intoDiscussionId', 'discussion.sameDiscussion');
      return;
    }
    if (from.place.spaceId !== into.place.spaceId) throw AppError.badInput('intoDiscussionId', 'discussion.otherSpace');
    const [gone, stays] = [from.seen.id, into.seen.id];
    await this.db.write(viewer, async (tx, emit) => {
      await lockThreads(tx, [gone, stays]);
      // Rows in the order of their ids, as somebody who merges the other way round does.
      const [first, second] = gone < stays ? [from, into] : [into, from];
      const { spaceId } = await first.lock(tx);
      await second.lock(tx);
      const posts: { id: string }[] = await tx.query('select id from post where thread_id = $1', [gone]);
      const postIds = posts.map(({ id }) => id);
      await this.threads.movePosts(tx, emit, gone, postIds, stays);
      // Whoever was about to reply to it is told: read it can still be, where links to its places lead on.
      await this.threads.sync(tx, emit, { kind: 'discussion', id: gone }, { state: 'retired' });
      await tx.query('update discussion set merged_into_id = $2, pinned_at = null where id = $1 or merged_into_id = $1', [gone, stays]);
      await tx.query('update poll set discussion_id = $2 where discussion_id = $1', [gone, stays]);
      await tx.query(`update accepted_answer set discussion_id = $2 where discussion_id = $1 and exists (select from discussion d where d.id = $2 and d.kind = 'question')`, [gone, stays]);
      await tx.query('delete from accepted_answer where discussion_id = $1', [gone]);
      await refreshSolved(tx, gone);
      await refreshSolved(tx, stays);
      await this.copies.refresh(tx, [gone, stays]);
      await this.notices.regroup(tx, postIds, { kind: 'thread', id: stays }, spaceId);
      await this.notices.withdraw(tx, { subjectIds: [gone] });
      await this.following.merge(tx, { kind: 'thread', id: gone }, { kind: 'thread', id: stays });
      await this.bookmarks.lead(tx, 'discussion', gone, stays);
      await this.audit.record(tx, viewer, { act: 'discussions.merged', subjectKind: 'discussion', subjectId: stays, spaceId, details: { fromId: gone, posts: postIds.length } });
      for (const { seen } of [from, into]) this.news.tell(tx, seen, 'merged');
      emit(discussionEvents.merged({ discussionId: stays, spaceId, fromId: gone, byId: viewer.accountId }));
    });
  }
}
