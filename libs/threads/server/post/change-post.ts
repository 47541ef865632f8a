import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ensure, type Viewer } from '#access/server';
import { accountOf } from '#accounts/server';
import { ModerationGate } from '#moderation/server';
import { Audit, CLOCK, Db, RateLimits, type Clock } from '#platform/server';
import { AppError } from '#platform/shared';
import { ThreadNews } from '../thread/thread-news.js';
import { postEvents } from '../threads.outbox.js';
import { PostQueries, type PlacedPost, type PostForChange } from './post.queries.js';
import { PostStore } from './post-store.js';
import { PostTexts } from './post-texts.js';
import { WRITING } from './writing-limit.js';

export interface EditRequest {
  readonly postId: string;
  readonly body: string;
  readonly baseRevision: number;
}

/** What becomes of a post by its author's hand, and what moderators bring back. */
@Injectable()
export class ChangePost {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(PostQueries) private readonly posts: PostQueries,
    @Inject(PostTexts) private readonly texts: PostTexts,
    @Inject(PostStore) private readonly store: PostStore,
    @Inject(ThreadNews) private readonly news: ThreadNews,
    @Inject(ModerationGate) private readonly gate: ModerationGate,
    @Inject(RateLimits) private readonly limits: RateLimits,
  ) {}

  /** @throws {AppError} CONFLICT `post.stale` where the text was changed from elsewhere: the post's `body` then holds that one. */
  async edit(viewer: Viewer, { postId, body, baseRevision }: EditRequest): Promise<void> {
    const accountId = accountOf(viewer);
    await this.limits.countHere(WRITING, `account:${accountId}`);
    const { spaceId } = await this.seen(viewer, postId);
    const text = this.texts.prepare(postId, body);
    const verdict = await this.gate.judge(viewer, spaceId, text.plainText, { isEdit: true });
    await this.db.write(viewer, async (tx, emit) => {
      const found = await this.posts.lock(tx, viewer, postId);
      const { post, thread, body: before } = ensure(found, (seen) => seen.post.viewerCanEdit, 'post.mayNotEdit');
      // Also the answer to a first try that got lost on the way.
      if (before === body) return;
      if (post.revisionNumber !== baseRevision) throw AppError.conflict('post.stale', { revisionNumber: post.revisionNumber });
      // What was held nobody has read, and whoever releases it has not seen what stood there before: that is no history for others.
      if (!post.isHeld) await tx.query('insert into post_revision (post_id, number, body, created_at) values ($1, $2, $3, $4)', [post.id, post.revisionNumber, before, post.editedAt ?? post.createdAt]);
      await tx.query('update post set body = $2, html = $3, plain_text = $4, revision_number = revision_number + 1, edited_at = $5 where id = $1', [
        post.id, text.body, text.html, text.plainText, this.clock.now(),
      ]);
      await this.store.link(tx, viewer, post.id, post.spaceId, text, false);
      await this.gate.record(tx, emit, { kind: 'post', id: post.id, spaceId: post.spaceId, authorId: accountId, verdict });
      emit(postEvents.edited({ postId: post.id, threadId: post.threadId, spaceId: post.spaceId, byId: accountId }));
      if (post.isHeld) this.news.tellHeld(tx, thread, accountId);
      else await this.news.tell(tx, thread, 'edited', { position: post.position, postId: post.id });
      if (!post.isHeld && text.quotedIds.length > 0) await this.news.tellQuoted(tx, thread, post.id);
    });
  }

  /** Its author takes it back; the place stays. A second time changes nothing. */
  async delete(viewer: Viewer, postId: string): Promise<void> {
    const accountId = accountOf(viewer);
    await this.db.write(viewer, async (tx, emit) => {
      const found = await this.posts.lock(tx, viewer, postId);
      const { post, thread } = ensure(found, ({ post: seen }) => seen.viewerCanDelete || (seen.isDeleted && seen.viewerIsAuthor), 'post.mayNotDelete');
      if (post.isDeleted) return;
      await tx.query('update post set deleted_at = $2, deleted_by = $3 where id = $1', [post.id, this.clock.now(), accountId]);
      await this.store.recount(tx, post.threadId);
      emit(postEvents.deleted({ postId: post.id, threadId: post.threadId, spaceId: post.spaceId }));
      await this.tell(tx, 'deleted', { post, thread });
    });
  }

  /** A moderator brings back what its author deleted. A second time changes nothing. */
  async restore(viewer: Viewer, postId: string): Promise<void> {
    accountOf(viewer);
    await this.db.write(viewer, async (tx, emit) => {
      const found = await this.posts.lock(tx, viewer, postId);
      const { post, thread } = ensure(found, ({ post: seen }) => seen.viewerCanRestore || (!seen.isDeleted && viewer.moderatedSpaceIds.has(seen.spaceId)), 'post.mayNotRestore');
      if (!post.isDeleted) return;
      await tx.query('update post set deleted_at = null, deleted_by = null where id = $1', [post.id]);
      await this.store.recount(tx, post.threadId);
      await this.audit.record(tx, viewer, { act: 'threads.postRestored', subjectKind: 'post', subjectId: post.id, spaceId: post.spaceId });
      emit(postEvents.restored({ postId: post.id, threadId: post.threadId, spaceId: post.spaceId }));
      await this.tell(tx, 'restored', { post, thread });
    });
  }

  /** Before anything dear is done with what was sent. */
  private async seen(viewer: Viewer, postId: string): Promise<PlacedPost['post']> {
    const placed = await this.posts.byId(viewer, postId);
    return ensure(placed?.post, (post) => post.viewerCanEdit, 'post.mayNotEdit');
  }

  private async tell(tx: EntityManager, happening: 'deleted' | 'restored', { post, thread }: Pick<PostForChange, 'post' | 'thread'>): Promise<void> {
    if (post.position === null) this.news.tellHeld(tx, thread, post.authorIds[0] ?? '');
    else await this.news.tell(tx, thread, happening, { position: post.position, postId: post.id });
  }
}
