import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { moderates, type Viewer } from '#access/server';
import { accountOf } from '#accounts/server';
import { ModerationGate, type Verdict } from '#moderation/server';
import { Following } from '#notifications/server';
import { CLOCK, Db, RateLimits, together, withCommit, type Clock } from '#platform/server';
import { AppError } from '#platform/shared';
import { ThreadNews } from '../thread/thread-news.js';
import { replyRefusal } from '../thread/thread.policy.js';
import { ThreadQueries } from '../thread/thread.queries.js';
import type { ThreadRow, ThreadStanding } from '../thread/thread.row.js';
import { ThreadSubjects } from '../thread/thread-subjects.js';
import { postEvents } from '../threads.outbox.js';
import { PostQueries } from './post.queries.js';
import type { PostRow } from './post.row.js';
import { PostStore } from './post-store.js';
import { PostTexts } from './post-texts.js';
import { WRITING } from './writing-limit.js';

export interface WriteRequest {
  readonly id: string;
  readonly threadId: string;
  readonly body: string;
  readonly replyToId?: string | null;
}

/** A reply: given its place under the thread's lock, once however often it is sent. */
@Injectable()
export class WritePost {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(RateLimits) private readonly limits: RateLimits,
    @Inject(ThreadQueries) private readonly threads: ThreadQueries,
    @Inject(ThreadSubjects) private readonly subjects: ThreadSubjects,
    @Inject(PostTexts) private readonly texts: PostTexts,
    @Inject(PostStore) private readonly store: PostStore,
    @Inject(PostQueries) private readonly posts: PostQueries,
    @Inject(ThreadNews) private readonly news: ThreadNews,
    @Inject(ModerationGate) private readonly gate: ModerationGate,
    @Inject(Following) private readonly following: Following,
  ) {}

  /**
   * @returns null where the writer does not see it (any more).
   * @throws {AppError} NOT_FOUND for a thread out of sight, FORBIDDEN with the reason of {@link replyRefusal} or `thread.slowMode`; and what moderation's gate throws.
   */
  async write(viewer: Viewer, { id, threadId, body, replyToId = null }: WriteRequest): Promise<PostRow | null> {
    const authorId = accountOf(viewer);
    await this.limits.countHere(WRITING, `account:${authorId}`);
    const seen = await this.threads.byId(viewer, threadId);
    if (seen === null) throw AppError.notFound();
    const text = this.texts.prepare(id, body);
    const written = await this.db.write(viewer, async (tx, emit) => {
      const [thread, isFirst, verdict] = await together(
        this.locked(tx, viewer, seen),
        this.db.isFirst(tx, viewer, id, { threadId, body, replyToId }),
        judged(this.gate.judge(viewer, seen.spaceId, text.plainText, { tx })),
      );
      // The first try counts, also where the thread was closed, or its author silenced, before the second one arrived.
      if (!isFirst) return null;
      // Who may not write here at all is told that first.
      await this.ensureOpen(tx, viewer, thread);
      const { outcome, notes } = verdict();
      const heldReasons = outcome === 'hold' ? notes.map(({ reason }) => reason) : null;
      const added = this.store.insert(tx, thread, { id, authorId, text, replyToId, isOpening: false, heldReasons, hasReadAll: seen.unreadCount === 0 && thread.lastPosition === seen.lastPosition });
      const event = { postId: id, threadId: thread.id, spaceId: thread.spaceId, byId: authorId };
      emit(heldReasons === null ? postEvents.written(event) : postEvents.held(event));
      withCommit(tx, added, this.following.follow(tx, authorId, { kind: 'thread', id: thread.id }));
      await together(
        this.gate.record(tx, emit, { kind: 'post', id, spaceId: thread.spaceId, authorId, verdict: verdict() }),
        this.store.link(tx, viewer, id, thread.spaceId, text),
      );
      if (heldReasons === null) {
        if (text.quotedIds.length > 0) await this.news.tellQuoted(tx, thread, id);
        withCommit(tx, this.subjects.changed(tx, thread), added.then((position) => this.news.publish(tx, thread, 'written', { position, postId: id })));
      } else this.news.tellHeld(tx, thread, authorId);
      const found = this.posts.find(tx, viewer, id);
      withCommit(tx, found);
      return { found };
    });
    const placed = written === null ? await this.posts.byId(viewer, id) : await this.posts.shown(viewer, await written.found);
    return placed?.post ?? null;
  }

  /** The thread's row, locked; made now where this is the first post under its subject. */
  private async locked(tx: EntityManager, viewer: Viewer, seen: ThreadRow): Promise<ThreadStanding> {
    const hold = this.subjects.find(seen.subjectKind);
    if (seen.lastPosition === 0 && hold?.hold !== undefined) {
      const subject = await hold.hold(tx, seen.subjectId);
      if (subject === null) throw AppError.notFound();
      await tx.query(
        `insert into thread (id, subject_kind, subject_id, space_id, author_ids, state, title, created_at, topic_ids) values ($1, $2, $1, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
        [subject.id, seen.subjectKind, subject.spaceId, subject.authorIds, subject.state, subject.title, this.clock.now(), subject.topicIds ?? []],
      );
    }
    const thread = await this.threads.lock(tx, viewer, seen.id);
    // Under this id somebody else may have opened another one meanwhile.
    if (thread === null || thread.subjectKind !== seen.subjectKind || thread.subjectId !== seen.subjectId) throw AppError.notFound();
    return thread;
  }

  private async ensureOpen(tx: EntityManager, viewer: Viewer, thread: ThreadStanding): Promise<void> {
    const refusal = replyRefusal(viewer, thread);
    if (refusal !== null) throw AppError.forbidden(refusal);
    if (thread.slowModeSeconds === 0 || moderates(viewer, thread.spaceId)) return;
    // Read anew under the lock: whoever sends two at once has both wait here.
    const [last]: { at: Date | null }[] = await tx.query('select max(created_at) as at from post where author_ids[1] = $1 and thread_id = $2', [viewer.accountId, thread.id]);
    const waitMs = (last?.at?.getTime() ?? 0) + thread.slowModeSeconds * 1000 - this.clock.now().getTime();
    if (waitMs > 0) throw new AppError('FORBIDDEN', 'thread.slowMode', { params: { retryAfterSeconds: Math.ceil(waitMs / 1000), minutes: Math.ceil(waitMs / 60_000) } });
  }
}

/** A refusal is kept until it is asked for: other rules come first. */
async function judged(verdict: Promise<Verdict>): Promise<() => Verdict> {
  return verdict.then(
    (given) => () => given,
    (error: unknown) => () => {
      throw error;
    },
  );
}
