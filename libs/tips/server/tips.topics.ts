import { Inject, Injectable } from '@nestjs/common';
import { Context, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import type { EntityManager } from 'typeorm';
import { toSql, visibleTo, type Viewer } from '#access/server';
import { Db, perRequest, type GraphqlContext } from '#platform/server';
import { replaceInTable, Topic, TopicCarriers, type TopicCarrier, type TopicRow } from '#topics/server';

/** Tips are filed under topics, released ones and working copies. */
@Injectable()
export class TipsTopics implements TopicCarrier {
  readonly name = 'tips';

  constructor(@Inject(TopicCarriers) carriers: TopicCarriers) {
    carriers.contribute(this);
  }

  async replace(tx: EntityManager, fromId: string, intoId: string): Promise<void> {
    await replaceInTable(tx, 'tip', fromId, intoId);
    await replaceInTable(tx, 'tip_working_copy', fromId, intoId);
  }
}

/** What tips add to a topic. */
@Resolver(() => Topic)
export class TopicTipsFields {
  constructor(@Inject(Db) private readonly db: Db) {}

  @ResolveField(() => Int, { description: 'How many released tips carry it, of those the viewer may see.' })
  async tipCount(@Parent() topic: TopicRow, @Context() context: GraphqlContext): Promise<number> {
    const loader = perRequest(context, this, () => new DataLoader(async (ids: readonly string[]) => this.countsOf(context.viewer, ids)));
    return loader.load(topic.id);
  }

  private async countsOf(viewer: Viewer, ids: readonly string[]): Promise<readonly number[]> {
    const { sql, parameters } = toSql(visibleTo(viewer), 't', 2);
    const rows = await this.db.query<{ id: string; count: number }>(
      `select k.id, count(*)::int as count from tip t cross join lateral unnest(t.topic_ids) k(id)
       where k.id = any($1::uuid[]) and t.topic_ids && $1::uuid[] and t.state = 'published' and ${sql} group by k.id`,
      [ids, ...parameters],
    );
    const counts = new Map(rows.map((row) => [row.id, row.count]));
    return ids.map((id) => counts.get(id) ?? 0);
  }
}
