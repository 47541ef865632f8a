import { Inject } from '@nestjs/common';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Viewer } from '#access/server';
import { CurrentViewer } from '#platform/server';
import { AppError } from '#platform/shared';
import { canKeepTopics } from './topic.policy.js';
import type { TopicRow } from './topic.row.js';
import { TopicService } from './topic.service.js';
import { ChangeTopicInput, CreateTopicInput, MergeTopicsInput, Topic, TopicInput } from './topic.type.js';

const input = { description: 'The topic and its words; wrong fields come back together in `extensions.fields`.' };

/** The vocabulary. */
@Resolver(() => Topic)
export class TopicResolver {
  constructor(@Inject(TopicService) private readonly service: TopicService) {}

  @Query(() => [Topic], { description: 'The programme-wide vocabulary, by name.' })
  async topics(
    @Args('withRetired', { type: () => Boolean, defaultValue: false, description: 'Whether those no longer offered come too; false unless given.' }) withRetired: boolean,
  ): Promise<readonly TopicRow[]> {
    return this.service.all(withRetired);
  }

  @Query(() => Topic, { description: 'One topic by its address; that of a merged topic leads to the one it became. NOT_FOUND where there is none.' })
  async topic(@Args('slug', { type: () => String, description: 'Its address, also that of a topic merged into another one.' }) slug: string): Promise<TopicRow> {
    const topic = await this.service.bySlug(slug);
    if (topic === null) throw AppError.notFound();
    return topic;
  }

  @Query(() => Boolean, { description: 'Whether the viewer keeps the vocabulary: coordinators and moderators of any space do.' })
  viewerCanKeepTopics(@CurrentViewer() viewer: Viewer): boolean {
    return canKeepTopics(viewer);
  }

  @Mutation(() => Topic, { description: 'Adds a topic. BAD_USER_INPUT `topic.nameTaken` at `name` where one bears that name; UNAUTHENTICATED for guests; FORBIDDEN `topic.mayNotKeep` for who keeps no vocabulary, see `viewerCanKeepTopics`; CONFLICT `idReused`.' })
  async createTopic(@CurrentViewer() viewer: Viewer, @Args('input', input) input: CreateTopicInput): Promise<TopicRow> {
    await this.service.create(viewer, input);
    return this.found(input.id);
  }

  @Mutation(() => Topic, { description: 'Changes name, description and synonyms of a topic; its address stays. UNAUTHENTICATED for guests; FORBIDDEN `topic.mayNotKeep`; NOT_FOUND for a topic that is gone or merged; `topic.nameTaken` at `name`.' })
  async changeTopic(@CurrentViewer() viewer: Viewer, @Args('input', input) input: ChangeTopicInput): Promise<TopicRow> {
    await this.service.change(viewer, input.topicId, input);
    return this.found(input.topicId);
  }

  @Mutation(() => Topic, { description: 'Offers a topic no longer for new tips; those that carry it keep it. UNAUTHENTICATED for guests; FORBIDDEN `topic.mayNotKeep`; NOT_FOUND for a topic that is gone or merged.' })
  async retireTopic(@CurrentViewer() viewer: Viewer, @Args('input', input) input: TopicInput): Promise<TopicRow> {
    await this.service.setRetired(viewer, input.topicId, true);
    return this.found(input.topicId);
  }

  @Mutation(() => Topic, { description: 'Offers a retired topic again. UNAUTHENTICATED for guests; FORBIDDEN `topic.mayNotKeep`; NOT_FOUND for a topic that is gone or merged; `topic.nameTaken` at `name`.' })
  async reviveTopic(@CurrentViewer() viewer: Viewer, @Args('input', input) input: TopicInput): Promise<TopicRow> {
    await this.service.setRetired(viewer, input.topicId, false);
    return this.found(input.topicId);
  }

  @Mutation(() => Topic, { description: 'Makes one of two topics that mean the same; the one that stays comes back. Cannot be taken back. UNAUTHENTICATED for guests; FORBIDDEN `topic.mayNotKeep`; NOT_FOUND where one of them is gone or merged; `topic.sameTopic` at `intoTopicId`.' })
  async mergeTopics(@CurrentViewer() viewer: Viewer, @Args('input', input) input: MergeTopicsInput): Promise<TopicRow> {
    await this.service.merge(viewer, input.fromTopicId, input.intoTopicId);
    return this.found(input.intoTopicId);
  }

  private async found(id: string): Promise<TopicRow> {
    const topic = await this.service.byId(id);
    if (topic === null) throw AppError.notFound();
    return topic;
  }
}
