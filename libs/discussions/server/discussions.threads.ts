import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '#access/server';
import { ReaderLinks, ThreadSubjects, type ThreadSubject, type ThreadSubjectKind } from '#threads/server';
import { DiscussionCopies } from './discussion/discussion-copies.js';
import { DiscussionQueries } from './discussion/discussion.queries.js';

/** Discussions bear threads; each is opened together with its discussion. */
@Injectable()
export class DiscussionsThreads implements ThreadSubjectKind {
  readonly kind = 'discussion';

  constructor(
    @Inject(ThreadSubjects) subjects: ThreadSubjects,
    @Inject(ReaderLinks) links: ReaderLinks,
    @Inject(DiscussionQueries) private readonly discussions: DiscussionQueries,
    @Inject(DiscussionCopies) private readonly copies: DiscussionCopies,
  ) {
    subjects.contribute(this);
    links.contribute('d', async (viewer, slugs) => this.discussions.seenSlugs(viewer, slugs));
  }

  async load(viewer: Viewer, ids: readonly string[]): Promise<ReadonlyMap<string, ThreadSubject>> {
    const rows = await this.discussions.byIds(viewer, ids);
    return new Map(rows.map(({ id, title, slug, spaceId, authorIds, state }) => [id, { id, title, path: `/d/${slug}`, spaceId, authorIds, state }]));
  }

  pathAt(subject: ThreadSubject, position: number): string {
    return `${subject.path}/${position}`;
  }

  async changed(tx: EntityManager, discussionIds: readonly string[]): Promise<void> {
    await this.copies.refresh(tx, discussionIds);
  }
}
