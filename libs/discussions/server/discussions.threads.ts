import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Viewer } from '#access/server';
import { Db, Outbox, type ConsumedEvent } from '#platform/server';
import { ThreadSubjects, type ThreadSubject, type ThreadSubjectKind } from '#threads/server';
import { DiscussionCopies } from './discussion/discussion-copies.js';
import { DiscussionQueries } from './discussion/discussion.queries.js';

/** Discussions bear threads; each is opened together with its discussion. */
@Injectable()
export class DiscussionsThreads implements ThreadSubjectKind, OnModuleInit {
  readonly kind = 'discussion';

  constructor(
    @Inject(ThreadSubjects) subjects: ThreadSubjects,
    @Inject(Db) private readonly db: Db,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(DiscussionQueries) private readonly discussions: DiscussionQueries,
    @Inject(DiscussionCopies) private readonly copies: DiscussionCopies,
  ) {
    subjects.contribute(this);
  }

  onModuleInit(): void {
    this.outbox.consume({
      name: 'discussions.copies',
      events: ['PostWritten', 'PostEdited', 'PostDeleted', 'PostRestored', 'PostHidden', 'PostsMoved'],
      batchSize: 50,
      handle: async (events) => this.refresh(events),
    });
  }

  async load(viewer: Viewer, ids: readonly string[]): Promise<ReadonlyMap<string, ThreadSubject>> {
    const rows = await this.discussions.byIds(viewer, ids);
    return new Map(rows.map(({ id, title, slug, spaceId, authorIds, state }) => [id, { id, title, path: `/d/${slug}`, spaceId, authorIds, state }]));
  }

  pathAt(subject: ThreadSubject, position: number): string {
    return `${subject.path}/${position}`;
  }

  private async refresh(events: readonly ConsumedEvent[]): Promise<void> {
    const ids = events.flatMap(({ payload }) => [payload['threadId'], payload['fromThreadId'], payload['toThreadId']]).filter((id) => typeof id === 'string');
    await this.db.write({ accountId: null }, async (tx) => this.copies.refresh(tx, [...new Set(ids)]));
  }
}
