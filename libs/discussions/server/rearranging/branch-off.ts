import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { moderates, type Viewer } from '#access/server';
import { accountOf } from '#accounts/server';
import { Following, Notices } from '#notifications/server';
import { Audit, Db, RateLimits, type Emit } from '#platform/server';
import { AppError } from '#platform/shared';
import { PostQueries, Threads } from '#threads/server';
import { refreshSolved } from '../answer/answers.js';
import { discussionEvents } from '../discussions.outbox.js';
import { DiscussionCopies } from '../discussion/discussion-copies.js';
import { DiscussionNews } from '../discussion/discussion-news.js';
import { DiscussionGate } from '../discussion/discussion.gate.js';
import { canRearrange } from '../discussion/discussion.policy.js';
import { lockThreads } from '../discussion/discussion.queries.js';
import type { DiscussionKind } from '../discussion/discussion.state.js';
import { NewDiscussions } from '../discussion/new-discussions.js';
import { OPENING } from '../discussion/open-discussion.js';
import { UnheldWords } from '../discussion/unheld-words.js';

export interface BranchRequest {
  readonly id: string;
  readonly postIds: readonly string[];
  readonly kind: DiscussionKind;
  readonly title: string;
  readonly topicIds: readonly string[];
}

/** Posts become a discussion of their own: out of another discussion, or from under a tip. */
@Injectable()
export class BranchOff {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(DiscussionGate) private readonly gate: DiscussionGate,
    @Inject(NewDiscussions) private readonly discussions: NewDiscussions,
    @Inject(DiscussionCopies) private readonly copies: DiscussionCopies,
    @Inject(PostQueries) private readonly posts: PostQueries,
    @Inject(Threads) private readonly threads: Threads,
    @Inject(Following) private readonly following: Following,
    @Inject(Notices) private readonly notices: Notices,
    @Inject(DiscussionNews) private readonly news: DiscussionNews,
    @Inject(UnheldWords) private readonly words: UnheldWords,
    @Inject(RateLimits) private readonly limits: RateLimits,
  ) {}

  /** A moderator takes posts out of a discussion. Sent twice it splits once. */
  async split(viewer: Viewer, discussionId: string, request: BranchRequest): Promise<void> {
    const { lock, seen } = await this.gate.admit(viewer, discussionId, canRearrange, 'discussion.moderatorsOnly');
    const source = { kind: 'discussion', id: seen.id, spaceId: seen.spaceId };
    await this.db.write(viewer, async (tx, emit) => {
      if (!(await this.isFirst(tx, viewer, seen.id, request))) return;
      const { spaceId } = await lock(tx);
      const authorId = await this.authorOf(tx, seen.id, request.postIds);
      await this.branch(tx, emit, viewer, { ...source, spaceId }, authorId, request);
      await this.takeAnswersAlong(tx, seen.id, request);
      this.news.tell(tx, seen, 'split');
      emit(discussionEvents.split({ discussionId: seen.id, spaceId, newId: request.id, byId: viewer.accountId }));
    });
  }

  /** A moderator, or whoever wrote all of it, makes a discussion of comments. Sent twice it makes one. */
  async turn(viewer: Viewer, request: BranchRequest): Promise<void> {
    const accountId = accountOf(viewer);
    const first = (await this.posts.byIds(viewer, request.postIds)).at(0);
    if (first === undefined) throw AppError.notFound();
    const { thread } = first;
    // Of what became a discussion already, the first try tells below.
    const isDone = thread.id === request.id;
    if (thread.subjectKind === 'discussion' && !isDone) throw AppError.badInput('postIds', 'discussion.alreadyOne');
    await this.gate.admitToSpace(viewer, thread.spaceId);
    await this.limits.count(OPENING, `account:${accountId}`);
    const verdict = isDone ? null : await this.words.judge(viewer, thread.spaceId, request.title);
    await this.db.write(viewer, async (tx, emit) => {
      if (!(await this.isFirst(tx, viewer, 'comments', request)) || verdict === null) return;
      await lockThreads(tx, [thread.id]);
      const [now]: { spaceId: string }[] = await tx.query('select space_id as "spaceId" from thread where id = $1', [thread.id]);
      // Moved meanwhile: it would come out where it no longer belongs.
      if (now?.spaceId !== thread.spaceId) throw AppError.notFound();
      const authorId = await this.authorOf(tx, thread.id, request.postIds);
      if (!moderates(viewer, thread.spaceId)) await this.ensureOwn(tx, accountId, request.postIds);
      await this.branch(tx, emit, viewer, { kind: thread.subjectKind, id: thread.id, spaceId: thread.spaceId }, authorId, request);
      await this.words.record(tx, emit, { kind: 'discussion', id: request.id, spaceId: thread.spaceId, authorId: accountId, verdict });
      emit(discussionEvents.opened({ discussionId: request.id, spaceId: thread.spaceId, byId: authorId }));
    });
  }

  private async isFirst(tx: EntityManager, viewer: Viewer, from: string, { id, postIds, kind, title, topicIds }: BranchRequest): Promise<boolean> {
    return this.db.isFirst(tx, viewer, id, { from, postIds, kind, title, topicIds });
  }

  /**
   * Whose discussion it becomes: who wrote the first of the posts.
   * @throws {AppError} BAD_USER_INPUT `discussion.notThesePosts` at `postIds` where one does not stand there, visible to all, or opens the discussion.
   */
  private async authorOf(tx: EntityManager, threadId: string, postIds: readonly string[]): Promise<string> {
    const rows: { authorId: string }[] = await tx.query(
      `select author_ids[1] as "authorId" from post where thread_id = $1 and id = any($2::uuid[]) and state = 'published' and deleted_at is null and not is_opening order by position`,
      [threadId, postIds],
    );
    const [first] = rows;
    if (first === undefined || rows.length !== new Set(postIds).size) throw AppError.badInput('postIds', 'discussion.notThesePosts');
    return first.authorId;
  }

  private async ensureOwn(tx: EntityManager, accountId: string, postIds: readonly string[]): Promise<void> {
    const [others]: unknown[] = await tx.query('select 1 from post where id = any($1::uuid[]) and author_ids[1] <> $2 limit 1', [postIds, accountId]);
    if (others !== undefined) throw AppError.forbidden('discussion.moderatorsOnly');
  }

  private async branch(tx: EntityManager, emit: Emit, viewer: Viewer, from: { readonly kind: string; readonly id: string; readonly spaceId: string }, authorId: string, request: BranchRequest): Promise<void> {
    const { id, postIds, kind, title, topicIds } = request;
    await this.discussions.insert(tx, { id, spaceId: from.spaceId, authorId, state: 'published', kind, title, topicIds });
    await this.threads.movePosts(tx, emit, from.id, postIds, id);
    await this.copies.refresh(tx, [id, from.id]);
    this.news.tellOpened(tx, from.spaceId);
    await this.notices.regroup(tx, postIds, { kind: 'thread', id }, from.spaceId);
    const authors: { id: string }[] = await tx.query('select distinct author_ids[1] as id from post where thread_id = $1', [id]);
    for (const author of authors) await this.following.follow(tx, author.id, { kind: 'thread', id });
    await this.audit.record(tx, viewer, { act: 'discussions.split', subjectKind: from.kind, subjectId: from.id, spaceId: from.spaceId, details: { newId: id, posts: postIds.length } });
  }

  /** What answered the question there answers the one here, where it is one. */
  private async takeAnswersAlong(tx: EntityManager, fromId: string, { id, postIds, kind }: BranchRequest): Promise<void> {
    const isMoved = 'discussion_id = $1 and post_id = any($2::uuid[])';
    if (kind === 'question') {
      await tx.query(`update accepted_answer set discussion_id = $3 where ${isMoved} and post_id not in (select p.id from post p where p.thread_id = $3 and p.is_opening)`, [fromId, postIds, id]);
    }
    await tx.query(`delete from accepted_answer where ${isMoved}`, [fromId, postIds]);
    await refreshSolved(tx, fromId);
    await refreshSolved(tx, id);
  }
}
