import { Inject, Injectable } from '@nestjs/common';
import { Context, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import type { EntityManager } from 'typeorm';
import { assumingState, toSql, visibleTo, type Viewer } from '#access/server';
import { Db, perRequest, type GraphqlContext } from '#platform/server';
import { replaceInTable, Topic, TopicCarriers, type TopicCarrier, type TopicRow } from '#topics/server';

/** Discussions are filed under topics. */
@Injectable()
export class DiscussionsTopics implements TopicCarrier {
  readonly name = 'discussions';

  constructor(@Inject(TopicCarriers) carriers: TopicCarriers) {
    carriers.contribute(this);
  }

  async replace(tx: EntityManager, fromId: string, intoId: string): Promise<void> {
    // Threads before discussions, as everywhere; they know topics for whom to tell.
    await replaceInTable(tx, 'thread', fromId, intoId);
    await replaceInTable(tx, 'discussion', fromId, intoId);
  }
}

/** What discussions add to a topic. */
@Resolver(() => Topic)
export class TopicDiscussionsFields {
  constructor(@Inject(Db) private readonly db: Db) {}

  @ResolveField(() => Int, { description: 'How many discussions carry it, of those the viewer may see.' })
  async discussionCount(@Parent() topic: TopicRow, @Context() context: GraphqlContext): Promise<number> {
    const loader = perRequest(context, this, () => new DataLoader(async (ids: readonly string[]) => this.countsOf(context.viewer, ids)));
    return loader.load(topic.id);
  }

  private async countsOf(viewer: Viewer, ids: readonly string[]): Promise<readonly number[]> {
    const { sql, parameters } = toSql(assumingState(visibleTo(viewer), 'published'), 'd', 2);
    const rows = await this.db.query<{ id: string; count: number }>(
      `select k.id, count(*)::int as count from discussion d cross join lateral unnest(d.topic_ids) k(id)
       where k.id = any($1::uuid[]) and d.topic_ids && $1::uuid[] and d.state = 'published' and d.merged_into_id is null and ${sql} group by k.id`,
      [ids, ...parameters],
    );
    const counts = new Map(rows.map((row) => [row.id, row.count]));
    return ids.map((id) => counts.get(id) ?? 0);
  }
}
