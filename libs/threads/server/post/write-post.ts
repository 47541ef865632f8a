import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { moderates, type Viewer } from '#access/server';
import { accountOf } from '#accounts/server';
import { ModerationGate, type Verdict } from '#moderation/server';
import { Following } from '#notifications/server';
import { CLOCK, Db, RateLimits, together, type Clock } from '#platform/server';
import { AppError } from '#platform/shared';
import { ThreadNews } from '../thread/thread-news.js';
import { replyRefusal } from '../thread/thread.policy.js';
import { ThreadQueries } from '../thread/thread.queries.js';
import type { ThreadRow, ThreadStanding } from '../thread/thread.row.js';
import { ThreadSubjects } from '../thread/thread-subjects.js';
import { postEvents } from '../threads.outbox.js';
import { PostStore } from './post-store.js';
import { PostTexts, type PreparedText } from './post-texts.js';
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
    @Inject(ThreadNews) private readonly news: ThreadNews,
    @Inject(ModerationGate) private readonly gate: ModerationGate,
    @Inject(Following) private readonly following: Following,
  ) {}

  /** @throws {AppError} NOT_FOUND for a thread out of sight, FORBIDDEN with the reason of {@link replyRefusal} or `thread.slowMode`; and what moderation's gate throws. */
  async write(viewer: Viewer, { id, threadId, body, replyToId = null }: WriteRequest): Promise<void> {
    const authorId = accountOf(viewer);
    await this.limits.countHere(WRITING, `account:${authorId}`);
    const seen = await this.threads.byId(viewer, threadId);
    if (seen === null) throw AppError.notFound();
    const text = this.texts.prepare(id, body);
    const verdict = await this.verdictOn(viewer, seen, id, text);
    await this.db.write(viewer, async (tx, emit) => {
      const [thread, isFirst] = await together(this.locked(tx, viewer, seen), this.db.isFirst(tx, viewer, id, { threadId, body, replyToId }));
      // The first try counts, also where the thread was closed before the second one arrived.
      if (!isFirst) return;
      await this.ensureOpen(tx, viewer, thread);
      // Without a verdict only the repetition of a first try comes this far.
      if (verdict === null) throw AppError.conflict('idReused');
      const heldReasons = verdict.outcome === 'hold' ? verdict.notes.map((note) => note.reason) : null;
      const position = await this.store.add(tx, viewer, thread, { id, authorId, text, replyToId, isOpening: false, heldReasons, hasReadAll: seen.unreadCount === 0 && thread.lastPosition === seen.lastPosition });
      const event = { postId: id, threadId: thread.id, spaceId: thread.spaceId, byId: authorId };
      emit(position === null ? postEvents.held(event) : postEvents.written(event));
      await together(
        this.gate.record(tx, emit, { kind: 'post', id, spaceId: thread.spaceId, authorId, verdict }),
        this.following.follow(tx, authorId, { kind: 'thread', id: thread.id }),
        ...(position === null ? [] : [this.news.tell(tx, thread, 'written', { position, postId: id })]),
      );
      if (position === null) this.news.tellHeld(tx, thread, authorId);
      if (position !== null && text.quotedIds.length > 0) await this.news.tellQuoted(tx, thread, id);
    });
  }

  /** Null where the gate refuses, but this very post was accepted before: then that answer holds. */
  private async verdictOn(viewer: Viewer, thread: ThreadRow, id: string, text: PreparedText): Promise<Verdict | null> {
    // Who may not write here at all is told that first, from within the transaction.
    if (replyRefusal(viewer, thread) !== null) return null;
    try {
      return await this.gate.judge(viewer, thread.spaceId, text.plainText);
    } catch (error) {
      const [sent] = await this.db.query('select 1 from post where id = $1 and author_ids[1] = $2', [id, viewer.accountId]);
      if (sent !== undefined) return null;
      throw error;
    }
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
