import { Inject } from '@nestjs/common';
import { Args, Context, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import { toSql, visibleTo, type Viewer } from '#access/server';
import { CurrentViewer, Db, perRequest, type GraphqlContext } from '#platform/server';
import { AppError } from '#platform/shared';
import { canKeepTopics } from '../tip/tip.policy.js';
import type { TopicRow } from '../tip/tip.row.js';
import { TopicService } from './topic.service.js';
import { ChangeTopicInput, CreateTopicInput, MergeTopicsInput, Topic, TopicInput } from './topic.type.js';

const input = { description: 'What is asked for.' };

/** The vocabulary. */
@Resolver(() => Topic)
export class TopicResolver {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(TopicService) private readonly service: TopicService,
  ) {}

  @Query(() => [Topic], { description: 'The programme-wide vocabulary, by name.' })
  async topics(
    @Args('withRetired', { type: () => Boolean, defaultValue: false, description: 'Also those no longer offered.' }) withRetired: boolean,
  ): Promise<readonly TopicRow[]> {
    return this.service.all(withRetired);
  }

  @Query(() => Topic, { description: 'One topic by its address; that of a merged topic leads to the one it became.' })
  async topic(@Args('slug', { type: () => String, description: 'Its address.' }) slug: string): Promise<TopicRow> {
    const topic = await this.service.bySlug(slug);
    if (topic === null) throw AppError.notFound();
    return topic;
  }

  @Query(() => Boolean, { description: 'Whether the viewer keeps the vocabulary: coordinators and moderators of any space do.' })
  viewerCanKeepTopics(@CurrentViewer() viewer: Viewer): boolean {
    return canKeepTopics(viewer);
  }

  @Mutation(() => Topic, { description: 'Adds a topic. BAD_USER_INPUT `topic.nameTaken` where one bears that name.' })
  async createTopic(@CurrentViewer() viewer: Viewer, @Args('input', input) input: CreateTopicInput): Promise<TopicRow> {
    await this.service.create(viewer, input);
    return this.found(input.id);
  }

  @Mutation(() => Topic, { description: 'Changes name, description and synonyms of a topic; its address stays.' })
  async changeTopic(@CurrentViewer() viewer: Viewer, @Args('input', input) input: ChangeTopicInput): Promise<TopicRow> {
    await this.service.change(viewer, input.topicId, input);
    return this.found(input.topicId);
  }

  @Mutation(() => Topic, { description: 'Offers a topic no longer for new tips; those that carry it keep it.' })
  async retireTopic(@CurrentViewer() viewer: Viewer, @Args('input', input) input: TopicInput): Promise<TopicRow> {
    await this.service.setRetired(viewer, input.topicId, true);
    return this.found(input.topicId);
  }

  @Mutation(() => Topic, { description: 'Offers a retired topic again.' })
  async reviveTopic(@CurrentViewer() viewer: Viewer, @Args('input', input) input: TopicInput): Promise<TopicRow> {
    await this.service.setRetired(viewer, input.topicId, false);
    return this.found(input.topicId);
  }

  @Mutation(() => Topic, { description: 'Makes one of two topics that mean the same; the one that stays comes back.' })
  async mergeTopics(@CurrentViewer() viewer: Viewer, @Args('input', input) input: MergeTopicsInput): Promise<TopicRow> {
    await this.service.merge(viewer, input.fromTopicId, input.intoTopicId);
    return this.found(input.intoTopicId);
  }

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

  private async found(id: string): Promise<TopicRow> {
    const topic = await this.service.byId(id);
    if (topic === null) throw AppError.notFound();
    return topic;
  }
}
