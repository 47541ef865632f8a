import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '#access/server';
import { Following, NoticeKinds, Notices, type NoticeReason, type NoticeView } from '#notifications/server';
import { Db, Outbox, type ConsumedEvent } from '#platform/server';
import { PostQueries } from '#threads/server';
import de from './i18n/de.json' with { type: 'json' };
import en from './i18n/en.json' with { type: 'json' };
import { DiscussionQueries } from './discussion/discussion.queries.js';

const texts = { de, en };
const ANSWER_ACCEPTED = 'discussions.answerAccepted';
const MOVED = 'discussions.moved';

/** What is told beside the posts themselves, of which the hub of threads tells. */
@Injectable()
export class DiscussionsNotices implements OnModuleInit {
  constructor(
    @Inject(NoticeKinds) kinds: NoticeKinds,
    @Inject(Db) private readonly db: Db,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(Notices) private readonly notices: Notices,
    @Inject(Following) private readonly following: Following,
    @Inject(PostQueries) private readonly posts: PostQueries,
    @Inject(DiscussionQueries) private readonly discussions: DiscussionQueries,
  ) {
    kinds.register({ kind: ANSWER_ACCEPTED, category: 'own', texts, load: async (viewer, ids) => this.answers(viewer, ids) });
    kinds.register({ kind: MOVED, category: 'own', texts, load: async (viewer, ids) => this.views(viewer, ids) });
  }

  onModuleInit(): void {
    this.outbox.consume({
      name: 'discussions.notices',
      events: ['AnswerAccepted', 'AnswerWithdrawn', 'DiscussionMoved'],
      handle: async (events) => {
        for (const event of events) await this.db.write({ accountId: null }, async (tx) => this.tellOf(tx, event));
      },
    });
  }

  private async tellOf(tx: EntityManager, { name, payload }: ConsumedEvent): Promise<void> {
    const discussionId = String(payload['discussionId']);
    const postId = String(payload['postId']);
    switch (name) {
      case 'AnswerAccepted':
        // Taken back before anybody was told.
        return this.tell(tx, payload, ANSWER_ACCEPTED, postId, 'ownContent', 'select p.author_ids[1] as id from accepted_answer a join post p on p.id = a.post_id where a.discussion_id = $1 and a.post_id = $2', [discussionId, postId]);
      case 'AnswerWithdrawn':
        return this.notices.withdraw(tx, { subjectIds: [postId], kinds: [ANSWER_ACCEPTED] });
      case 'DiscussionMoved':
        return this.tell(tx, payload, MOVED, discussionId, 'ownContent', 'select unnest(author_ids) as id from discussion where id = $1', [discussionId]);
    }
  }

  private async tell(tx: EntityManager, payload: ConsumedEvent['payload'], kind: string, subjectId: string, reason: NoticeReason, whom: string, parameters: readonly string[]): Promise<void> {
    const discussionId = String(payload['discussionId']);
    const spaceId = String(payload['spaceId']);
    const found: { id: string }[] = await tx.query(whom, [...parameters]);
    const to = await this.following.unmuted(tx, found.map(({ id }) => id), [{ kind: 'thread', id: discussionId }, { kind: 'space', id: spaceId }]);
    await this.notices.tell(tx, {
      occasionId: String(payload['occasionId']), kind, subjectId, group: { kind: 'thread', id: discussionId }, spaceId,
      actorId: typeof payload['byId'] === 'string' ? payload['byId'] : null, to: to.map((accountId) => ({ accountId, reason })),
    });
  }

  /** By post; what is no accepted answer any more is no news either. */
  private async answers(viewer: Viewer, postIds: readonly string[]): Promise<ReadonlyMap<string, NoticeView>> {
    const placed = await this.posts.byIds(viewer, postIds);
    const accepted = await this.db.query<{ postId: string; discussionId: string }>('select post_id as "postId", discussion_id as "discussionId" from accepted_answer where post_id = any($1::uuid[])', [postIds]);
    const discussions = new Map((await this.discussions.byIds(viewer, accepted.map(({ discussionId }) => discussionId))).map((row) => [row.id, row]));
    return new Map(
      placed.flatMap(({ post }): [string, NoticeView][] => {
        const discussion = discussions.get(accepted.find(({ postId }) => postId === post.id)?.discussionId ?? '');
        if (discussion === undefined || post.isDeleted || post.isHidden) return [];
        return [[post.id, { title: discussion.title, path: `/d/${discussion.slug}/${post.position ?? 1}`, spaceId: discussion.spaceId }]];
      }),
    );
  }

  private async views(viewer: Viewer, ids: readonly string[]): Promise<ReadonlyMap<string, NoticeView>> {
    const rows = await this.discussions.byIds(viewer, ids);
    return new Map(rows.map(({ id, title, slug, spaceId }) => [id, { title, path: `/d/${slug}`, spaceId }]));
  }
}
