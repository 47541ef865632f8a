import { Inject, Injectable } from '@nestjs/common';
import { ensure, type Viewer } from '#access/server';
import { accountOf } from '#accounts/server';
import { Following } from '#notifications/server';
import { CLOCK, Db, RateLimits, type Clock, type Limit } from '#platform/server';
import { PostQueries } from '../post/post.queries.js';
import { ThreadNews } from '../thread/thread-news.js';
import { postEvents } from '../threads.outbox.js';
import type { ReactionKind } from './reaction.type.js';

/** Each counts anew and wakes all open pages of the thread; reading through a long one with thanks stays far below. */
const REACTING: Limit = { name: 'threads.react', tries: 300, withinSeconds: 3600 };

/** One word to a post; each person counts once per word. */
@Injectable()
export class React {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(PostQueries) private readonly posts: PostQueries,
    @Inject(ThreadNews) private readonly news: ThreadNews,
    @Inject(Following) private readonly following: Following,
    @Inject(RateLimits) private readonly limits: RateLimits,
  ) {}

  /** @throws {AppError} NOT_FOUND for a post out of sight, FORBIDDEN `post.mayNotReact`. */
  async react(viewer: Viewer, postId: string, kind: ReactionKind): Promise<void> {
    const accountId = accountOf(viewer);
    await this.limits.count(REACTING, `account:${accountId}`);
    await this.db.write(viewer, async (tx, emit) => {
      const found = await this.posts.lock(tx, viewer, postId);
      const { post, thread } = ensure(found, (seen) => seen.post.viewerCanReact, 'post.mayNotReact');
      const added: unknown[] = await tx.query('insert into post_reaction (post_id, account_id, kind, created_at) values ($1, $2, $3, $4) on conflict do nothing returning 1', [
        post.id, accountId, kind, this.clock.now(),
      ]);
      if (added.length === 0) return;
      await tx.query(COUNT_ANEW, [post.id]);
      // Whoever has the same question waits for the same answers.
      if (kind === 'sameHere' && post.isOpening) await this.following.follow(tx, accountId, { kind: 'thread', id: thread.id });
      this.news.publish(tx, thread, 'reacted', { position: post.position, postId: post.id });
      emit(postEvents.reacted({ postId: post.id, threadId: post.threadId, spaceId: post.spaceId, byId: accountId, kind }));
    });
  }

  /** Whoever may no longer react may still take back what they said. */
  async unreact(viewer: Viewer, postId: string, kind: ReactionKind): Promise<void> {
    const accountId = accountOf(viewer);
    await this.limits.count(REACTING, `account:${accountId}`);
    await this.db.write(viewer, async (tx) => {
      const found = await this.posts.lock(tx, viewer, postId);
      const { post, thread } = ensure(found, () => true);
      await tx.query('delete from post_reaction where post_id = $1 and account_id = $2 and kind = $3', [post.id, accountId, kind]);
      await tx.query(COUNT_ANEW, [post.id]);
      if (post.position !== null) this.news.publish(tx, thread, 'reacted', { position: post.position, postId: post.id });
    });
  }
}

/** Under the post's lock: adding one would drift when two do it at once. */
export const COUNT_ANEW = `update post set reactions = coalesce((select jsonb_object_agg(kind, people) from (
  select kind, count(*) as people from post_reaction where post_id = post.id group by kind) counted), '{}') where id = $1`;
