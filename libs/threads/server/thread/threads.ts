import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ContentState, Viewer } from '#access/server';
import { accountOf } from '#accounts/server';
import { Cases, changedMeanwhile } from '#moderation/server';
import { Notices } from '#notifications/server';
import { CLOCK, type Clock, type Emit } from '#platform/server';
import { AppError } from '#platform/shared';
import { PlacePosts } from '../post/place-posts.js';
import { PostStore } from '../post/post-store.js';
import { PostTexts, type PreparedText } from '../post/post-texts.js';
import { ThreadNews, type ChangedThread } from './thread-news.js';
import { ThreadSubjects } from './thread-subjects.js';
import { postEvents } from '../threads.outbox.js';

export interface SubjectKey {
  readonly kind: string;
  readonly id: string;
}

/** What a thread copies of its subject. */
export interface SubjectFacts {
  readonly spaceId: string;
  readonly authorIds: readonly string[];
  readonly state: ContentState;
  readonly title: string;
  /** For who follows a topic. */
  readonly topicIds: readonly string[];
  readonly isClosed: boolean;
  readonly slowModeSeconds: number;
}

export interface FirstPost {
  /** Made by the client; the caller has made sure that it is new (`Db.isFirst`). */
  readonly id: string;
  readonly threadId: string;
  readonly text: PreparedText;
  /** Reasons to hold it back, from moderation; absent: published at once. */
  readonly heldReasons?: readonly string[];
}

/** Columns of a {@link ChangedThread}. */
const CHANGED = `t.id, t.space_id as "spaceId", t.state, t.author_ids as "authorIds", t.subject_kind as "subjectKind", t.subject_id as "subjectId"`;
/** Payloads of events stay small. */
const IDS_PER_EVENT = 500;

/**
 * Threads in the hands of content domains, always inside the transaction that changes the subject: what a thread copies
 * can then never lag behind. Of subjects whose thread the first post opens, lock the subject before calling; of others
 * the thread comes first (`lock`).
 */
@Injectable()
export class Threads {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(PostTexts) private readonly texts: PostTexts,
    @Inject(PostStore) private readonly store: PostStore,
    @Inject(PlacePosts) private readonly placing: PlacePosts,
    @Inject(ThreadNews) private readonly news: ThreadNews,
    @Inject(Notices) private readonly notices: Notices,
    @Inject(Cases) private readonly cases: Cases,
    @Inject(ThreadSubjects) private readonly subjects: ThreadSubjects,
  ) {}

  /**
   * Renders a text before the transaction begins.
   * @throws {AppError} BAD_USER_INPUT `required` at `body`, and as `renderMarkdown`
   */
  prepare(postId: string, body: string): PreparedText {
    return this.texts.prepare(postId, body);
  }

  /**
   * Opens the thread of a subject that was just made.
   * @throws {AppError} CONFLICT `idReused` where the id, made by a client, is that of something whose first post will open a thread.
   */
  async open(tx: EntityManager, thread: { readonly id: string; readonly subject: SubjectKey } & Pick<SubjectFacts, 'spaceId' | 'authorIds' | 'state' | 'title'> & Partial<Pick<SubjectFacts, 'topicIds'>>): Promise<void> {
    for (const kind of this.subjects.openedByFirstPost) {
      const other = kind.kind === thread.subject.kind ? null : await kind.hold?.(tx, thread.id);
      if (other !== null && other !== undefined) throw AppError.conflict('idReused');
    }
    await tx.query(
      `insert into thread (id, subject_kind, subject_id, space_id, author_ids, state, title, created_at, topic_ids) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [thread.id, thread.subject.kind, thread.subject.id, thread.spaceId, thread.authorIds, thread.state, thread.title, this.clock.now(), thread.topicIds ?? []],
    );
  }

  /** The first word of a subject, as its author; nobody's right to reply is asked. */
  async write(tx: EntityManager, emit: Emit, viewer: Viewer, { id, threadId, text, heldReasons }: FirstPost): Promise<void> {
    const authorId = accountOf(viewer);
    const [thread]: ChangedThread[] = await tx.query(`select ${CHANGED} from thread t where t.id = $1 for no key update`, [threadId]);
    if (thread === undefined) throw AppError.notFound();
    const position = await this.store.add(tx, viewer, thread, { id, authorId, text, replyToId: null, isOpening: true, heldReasons: heldReasons ?? null, hasReadAll: true });
    const event = { postId: id, threadId, spaceId: thread.spaceId, byId: authorId };
    emit(position === null ? postEvents.held(event) : postEvents.written(event));
    await this.news.tell(tx, thread, position === null ? 'held' : 'written', { position, postId: id });
  }

  /**
   * A first word that was held, together with its subject. Sync the subject's state before.
   * @throws {AppError} CONFLICT `moderation.changedMeanwhile` where it is not held (any more).
   */
  async release(tx: EntityManager, emit: Emit, postId: string): Promise<void> {
    const post = await this.placing.lock(tx, postId);
    if (post === null || post.isDeleted || post.state !== 'review') throw changedMeanwhile();
    await this.placing.release(tx, emit, post);
  }

  /** The subject has moved, changed its state, its title, its authors or whether one may reply. No thread yet: nothing happens. */
  async sync(tx: EntityManager, emit: Emit, subject: SubjectKey, change: Partial<SubjectFacts>): Promise<void> {
    const [rows]: [ChangedThread[]] = await tx.query(
      `update thread set space_id = coalesce($3, space_id), author_ids = coalesce($4::uuid[], author_ids), state = coalesce($5, state), title = coalesce($6, title),
         is_closed = coalesce($7, is_closed), slow_mode_seconds = coalesce($8, slow_mode_seconds), topic_ids = coalesce($9::uuid[], topic_ids)
       where subject_kind = $1 and subject_id = $2 returning ${CHANGED.replaceAll('t.', '')}`,
      [subject.kind, subject.id, change.spaceId ?? null, change.authorIds ?? null, change.state ?? null, change.title ?? null, change.isClosed ?? null, change.slowModeSeconds ?? null, change.topicIds ?? null],
    );
    const [thread] = rows;
    if (thread === undefined) return;
    if (change.spaceId !== undefined) {
      const [posts]: [{ id: string }[]] = await tx.query('update post set space_id = $2 where thread_id = $1 and space_id <> $2 returning id', [thread.id, thread.spaceId]);
      await this.cases.moved(tx, 'post', posts.map((post) => post.id), thread.spaceId);
      await this.notices.move(tx, { kind: 'thread', id: thread.id }, thread.spaceId);
    }
    // The subject is what changes here: it needs not be told.
    this.news.publish(tx, thread, 'changed', {});
    if (change.spaceId !== undefined || change.state !== undefined || change.title !== undefined || change.topicIds !== undefined) emit(postEvents.threadChanged({ threadId: thread.id, spaceId: thread.spaceId }));
  }

  /**
   * Posts go to the end of another thread, in their order. Their former positions remember them. What somebody
   * has read of them counts as read there, unless something before them is unread to that person: one mark says no more.
   * The first one to arrive in an empty thread becomes its opening post.
   * @param postIds posts of the one thread; others are passed over.
   * @returns their new positions; held posts have none.
   */
  async movePosts(tx: EntityManager, emit: Emit, fromThreadId: string, postIds: readonly string[], toThreadId: string): Promise<ReadonlyMap<string, number>> {
    const locked: (ChangedThread & { readonly lastPosition: number })[] = await tx.query(
      `select ${CHANGED}, t.last_position as "lastPosition" from thread t where t.id = any($1::uuid[]) order by t.id for no key update`,
      [[fromThreadId, toThreadId]],
    );
    const to = locked.find((thread) => thread.id === toThreadId);
    if (to === undefined || locked.length !== 2) throw AppError.notFound();
    const posts: { id: string; position: number | null }[] = await tx.query(
      'select id, position from post where thread_id = $1 and id = any($2::uuid[]) order by position nulls last, created_at for no key update',
      [fromThreadId, postIds],
    );
    if (posts.length === 0) return new Map();
    const placed = posts.filter((post) => post.position !== null);
    const positions = new Map(placed.map((post, index) => [post.id, to.lastPosition + index + 1]));
    await tx.query(
      `insert into post_moved (thread_id, position, post_id) select thread_id, position, id from post where thread_id = $1 and id = any($2::uuid[]) and position is not null`,
      [fromThreadId, placed.map((post) => post.id)],
    );
    await tx.query(
      `update post set thread_id = $1, space_id = $2, position = new.position, is_opening = ($5 and coalesce(new.position = 1, false))
       from unnest($3::uuid[], $4::int[]) as new(id, position) where post.id = new.id`,
      [toThreadId, to.spaceId, posts.map((post) => post.id), posts.map((post) => positions.get(post.id) ?? null), to.lastPosition === 0],
    );
    // Whoever answered a post that stays behind answers it no longer.
    await tx.query('update post set reply_to_id = null from post q where q.id = post.reply_to_id and post.thread_id <> q.thread_id and (post.id = any($1::uuid[]) or q.id = any($1::uuid[]))', [posts.map((post) => post.id)]);
    await this.carryReadMarks(tx, fromThreadId, to, placed.map((post) => post.position));
    await tx.query('update thread set last_position = last_position + $2 where id = $1', [toThreadId, placed.length]);
    await this.store.recount(tx, fromThreadId);
    await this.store.recount(tx, toThreadId);
    for (let at = 0; at < posts.length; at += IDS_PER_EVENT) {
      emit(postEvents.moved({ postIds: posts.slice(at, at + IDS_PER_EVENT).map((post) => post.id), fromThreadId, toThreadId, spaceId: to.spaceId }));
    }
    await this.cases.moved(tx, 'post', posts.map((post) => post.id), to.spaceId);
    await this.notices.regroup(tx, posts.map((post) => post.id), { kind: 'thread', id: toThreadId }, to.spaceId);
    for (const thread of locked) await this.news.tell(tx, thread, 'moved');
    return positions;
  }

  private async carryReadMarks(tx: EntityManager, fromThreadId: string, to: { readonly id: string; readonly lastPosition: number }, formerPositions: readonly (number | null)[]): Promise<void> {
    await tx.query(
      `insert into thread_read (account_id, thread_id, position, read_at)
       select r.account_id, $2, $3::int + n.count, r.read_at from thread_read r
       cross join lateral (select count(*)::int as count from unnest($4::int[]) former(position) where former.position <= r.position) n
       where r.thread_id = $1 and n.count > 0
         and not exists (select from post p where p.thread_id = $2 and p.position <= $3 and p.state = 'published' and p.deleted_at is null and p.author_ids[1] <> r.account_id
           and p.position > coalesce((select b.position from thread_read b where b.thread_id = $2 and b.account_id = r.account_id), 0))
       on conflict (account_id, thread_id) do update set position = excluded.position, read_at = excluded.read_at where thread_read.position < excluded.position`,
      [fromThreadId, to.id, to.lastPosition, formerPositions],
    );
  }
}
