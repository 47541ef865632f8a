import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CLOCK, type Clock } from '#platform/server';
import { AppError } from '#platform/shared';
import { Threads } from '#threads/server';
import { TopicService } from '#topics/server';
import { DiscussionSlugs } from './discussion-slugs.js';
import type { DiscussionKind } from './discussion.state.js';

/** A discussion without its posts. */
export interface NewDiscussion {
  readonly id: string;
  readonly spaceId: string;
  readonly authorId: string;
  readonly state: 'published' | 'review';
  readonly kind: DiscussionKind;
  readonly title: string;
  readonly topicIds: readonly string[];
}

/** The row of a discussion, its address and its empty thread. */
@Injectable()
export class NewDiscussions {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(DiscussionSlugs) private readonly slugs: DiscussionSlugs,
    @Inject(TopicService) private readonly topics: TopicService,
    @Inject(Threads) private readonly threads: Threads,
  ) {}

  /** @throws {AppError} BAD_USER_INPUT `discussion.unknownTopic` at `topicIds` */
  async insert(tx: EntityManager, discussion: NewDiscussion): Promise<void> {
    const { id, spaceId, authorId, state, kind, title, topicIds } = discussion;
    if (!(await this.topics.areOffered(tx, topicIds))) throw AppError.badInput('topicIds', 'discussion.unknownTopic');
    const slug = await this.slugs.claim(tx, id, title);
    await tx.query(
      `insert into discussion (id, space_id, author_ids, state, slug, title, kind, topic_ids, last_activity_at, created_at, updated_at)
       values ($1, $2, array[$3::uuid], $4, $5, $6, $7, $8, $9, $9, $9)`,
      [id, spaceId, authorId, state, slug, title, kind, [...new Set(topicIds)], this.clock.now()],
    );
    await this.threads.open(tx, { id, subject: { kind: 'discussion', id }, spaceId, authorIds: [authorId], state, title, topicIds: [...new Set(topicIds)] });
  }
}
