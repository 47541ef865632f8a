import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '#access/server';
import { Audit, CLOCK, Db, type Clock } from '#platform/server';
import { AppError } from '#platform/shared';
import { Threads } from '#threads/server';
import { TopicService } from '#topics/server';
import { discussionEvents } from '../discussions.outbox.js';
import { DiscussionGate } from './discussion.gate.js';
import { canEdit, canSteer } from './discussion.policy.js';
import type { DiscussionRow } from './discussion.row.js';
import type { DiscussionKind } from './discussion.state.js';
import { DiscussionSlugs } from './discussion-slugs.js';
import { DiscussionNews } from './discussion-news.js';
import { UnheldWords } from './unheld-words.js';

export interface EditRequest {
  readonly discussionId: string;
  readonly baseVersion: number;
  readonly kind: DiscussionKind;
  readonly title: string;
  readonly topicIds: readonly string[];
}

/** What becomes of a discussion, apart from what is written in it. */
@Injectable()
export class DiscussionStanding {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(DiscussionGate) private readonly gate: DiscussionGate,
    @Inject(DiscussionSlugs) private readonly slugs: DiscussionSlugs,
    @Inject(TopicService) private readonly topics: TopicService,
    @Inject(Threads) private readonly threads: Threads,
    @Inject(DiscussionNews) private readonly news: DiscussionNews,
    @Inject(UnheldWords) private readonly words: UnheldWords,
  ) {}

  async edit(viewer: Viewer, request: EditRequest): Promise<void> {
    const { accountId, lock, seen } = await this.gate.admit(viewer, request.discussionId, canEdit, 'discussion.mayNotEdit');
    // A second try of what is there must not be refused because of what came in between.
    const verdict = isThere(seen, request) ? null : await this.words.judgeChange(viewer, seen.spaceId, request.title);
    await this.db.write(viewer, async (tx, emit) => {
      const row = await lock(tx);
      const topicIds = [...new Set(request.topicIds)];
      // The answer to the first try got lost on the way.
      if (isThere(row, request)) return;
      if (verdict === null || row.version !== request.baseVersion) throw stale(row);
      if (request.kind !== 'question' && row.solvedAt !== null) throw AppError.badInput('kind', 'discussion.solvedQuestion');
      if (!(await this.topics.areOffered(tx, topicIds.filter((id) => !row.topicIds.includes(id))))) throw AppError.badInput('topicIds', 'discussion.unknownTopic');
      const slug = row.title === request.title ? row.slug : await this.slugs.claim(tx, row.id, request.title);
      await tx.query('update discussion set title = $2, slug = $3, kind = $4, topic_ids = $5, version = version + 1, updated_at = $6 where id = $1', [
        row.id, request.title, slug, request.kind, topicIds, this.clock.now(),
      ]);
      await this.threads.sync(tx, emit, { kind: 'discussion', id: row.id }, { title: request.title, topicIds });
      if (row.title !== request.title) await this.words.record(tx, emit, { kind: 'discussion', id: row.id, spaceId: row.spaceId, authorId: row.authorIds[0] ?? accountId, verdict });
      this.news.tell(tx, row, 'edited');
      emit(discussionEvents.edited({ discussionId: row.id, spaceId: row.spaceId, byId: accountId }));
    });
  }

  async pin(viewer: Viewer, discussionId: string, isPinned: boolean): Promise<void> {
    await this.steer(viewer, discussionId, isPinned ? 'pinned' : 'unpinned', async (tx, row) => {
      if (isPinned === (row.pinnedAt !== null)) return false;
      await tx.query('update discussion set pinned_at = $2 where id = $1', [row.id, isPinned ? this.clock.now() : null]);
      return {};
    });
  }

  /** Closed twice it keeps the first one's reason. */
  async close(viewer: Viewer, discussionId: string, reason: string): Promise<void> {
    await this.steer(viewer, discussionId, 'closed', async (tx, row) => {
      if (row.closedAt !== null) return false;
      await tx.query('update discussion set closed_at = $2, closed_by = $3, closed_reason = $4 where id = $1', [row.id, this.clock.now(), viewer.accountId, reason]);
      return { isClosed: true };
    });
  }

  async reopen(viewer: Viewer, discussionId: string): Promise<void> {
    await this.steer(viewer, discussionId, 'reopened', async (tx, row) => {
      if (row.closedAt === null) return false;
      await tx.query(`update discussion set closed_at = null, closed_by = null, closed_reason = '' where id = $1`, [row.id]);
      return { isClosed: false };
    });
  }

  async slowDown(viewer: Viewer, discussionId: string, seconds: number): Promise<void> {
    await this.steer(viewer, discussionId, seconds === 0 ? 'sped' : 'slowed', async (tx, row) => {
      if (row.slowModeSeconds === seconds) return false;
      await tx.query('update discussion set slow_mode_seconds = $2 where id = $1', [row.id, seconds]);
      return { slowModeSeconds: seconds };
    });
  }

  /** @param change what the thread has to know of; false where nothing changed. */
  private async steer(
    viewer: Viewer,
    discussionId: string,
    act: string,
    change: (tx: EntityManager, row: DiscussionRow) => Promise<false | { readonly isClosed?: boolean; readonly slowModeSeconds?: number }>,
  ): Promise<void> {
    const { accountId, lock } = await this.gate.admit(viewer, discussionId, canSteer, 'discussion.moderatorsOnly');
    await this.db.write(viewer, async (tx, emit) => {
      const row = await lock(tx);
      const forThread = await change(tx, row);
      if (forThread === false) return;
      await this.threads.sync(tx, emit, { kind: 'discussion', id: row.id }, forThread);
      await this.audit.record(tx, viewer, { act: `discussions.${act}`, subjectKind: 'discussion', subjectId: row.id, spaceId: row.spaceId });
      this.news.tell(tx, row, 'steered');
      emit(discussionEvents.steered({ discussionId: row.id, spaceId: row.spaceId, byId: accountId, act }));
    });
  }
}

function isThere(row: DiscussionRow, request: EditRequest): boolean {
  return row.title === request.title && row.kind === request.kind && isSameSet(row.topicIds, [...new Set(request.topicIds)]);
}

function isSameSet(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((id) => right.includes(id));
}

/** Somebody else was faster: what stands there now comes along, so that no word is lost. */
function stale(row: DiscussionRow): AppError {
  return AppError.conflict('discussion.stale', { version: row.version, title: row.title });
}
