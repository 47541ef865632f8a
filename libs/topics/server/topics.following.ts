import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '#access/server';
import { Following, FollowTargets, type FollowTargetKind, type FollowTargetView } from '#notifications/server';
import { Db } from '#platform/server';
import { TopicCarriers } from './topic/topic.carriers.js';

/** Topics can be followed: of everything new under them one is told, as far as one may see it. */
@Injectable()
export class TopicsFollowing implements FollowTargetKind {
  readonly kind = 'topic';

  constructor(
    @Inject(FollowTargets) targets: FollowTargets,
    @Inject(Following) following: Following,
    @Inject(TopicCarriers) carriers: TopicCarriers,
    @Inject(Db) private readonly db: Db,
  ) {
    targets.register(this);
    carriers.contribute({
      name: 'following',
      replace: async (tx, fromId, intoId) => following.merge(tx, { kind: 'topic', id: fromId }, { kind: 'topic', id: intoId }),
    });
  }

  /** The vocabulary is everybody's to read. */
  async load(_viewer: Viewer, ids: readonly string[]): Promise<ReadonlyMap<string, FollowTargetView>> {
    const rows = await this.db.hotQuery<{ id: string; name: string; slug: string }>('select id, name, slug from topic where id = any($1::uuid[]) and merged_into_id is null', [ids]);
    return new Map(rows.map(({ id, name, slug }) => [id, { title: name, path: `/diskussionen?thema=${encodeURIComponent(slug)}` }]));
  }
}
