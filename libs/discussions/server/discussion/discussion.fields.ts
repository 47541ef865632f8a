import { Inject } from '@nestjs/common';
import { Context, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { isMember, moderates } from '#access/server';
import type { GraphqlContext } from '#platform/server';
import { AudienceType, SpaceLoaders, SpaceType, type Audience, type Space } from '#spaces/server';
import { Thread, ThreadLoaders, type ThreadRow } from '#threads/server';
import { Topic, type TopicRow } from '#topics/server';
import type { CatchUpGroup } from './catch-up.js';
import { DiscussionsInSpace } from './catch-up.type.js';
import { DiscussionLoaders } from './discussion.loaders.js';
import type { DiscussionRow, Writer } from './discussion.row.js';
import { Discussion, DiscussionWriter } from './discussion.type.js';

/** What a discussion tells its readers, beyond its columns. */
@Resolver(() => Discussion)
export class DiscussionFields {
  constructor(
    @Inject(DiscussionLoaders) private readonly loaders: DiscussionLoaders,
    @Inject(SpaceLoaders) private readonly spaces: SpaceLoaders,
    @Inject(ThreadLoaders) private readonly threads: ThreadLoaders,
  ) {}

  @ResolveField(() => String, { description: 'Own path of its page, `/d/<slug>`; with `/<position>` behind it opens there.' })
  path(@Parent() discussion: DiscussionRow): string {
    return `/d/${discussion.slug}`;
  }

  @ResolveField(() => SpaceType, { nullable: true, description: 'The space it lies in; null where the viewer does not know it.' })
  async space(@Parent() discussion: DiscussionRow, @Context() context: GraphqlContext): Promise<Space | null> {
    return this.spaces.byId(context, discussion.spaceId);
  }

  @ResolveField(() => DiscussionWriter, { nullable: true, description: 'Who opened it; null for whoever is no member of the programme.' })
  async author(@Parent() discussion: DiscussionRow, @Context() context: GraphqlContext): Promise<Writer | null> {
    const [accountId] = discussion.authorIds;
    if (accountId === undefined || discussion.authorName === undefined) return this.loaders.writer(context, accountId);
    return { accountId, name: discussion.authorName };
  }

  @ResolveField(() => DiscussionWriter, { nullable: true, description: 'Who wrote the last post; null for whoever is no member of the programme, and before the first one.' })
  async lastPostBy(@Parent() discussion: DiscussionRow, @Context() context: GraphqlContext): Promise<Writer | null> {
    const { lastPostById, lastPostByName } = discussion;
    if (lastPostById === null || lastPostByName === undefined) return this.loaders.writer(context, lastPostById);
    return { accountId: lastPostById, name: lastPostByName };
  }

  @ResolveField(() => [Topic], { description: 'The topics it is filed under, by name.' })
  async topics(@Parent() discussion: DiscussionRow, @Context() context: GraphqlContext): Promise<readonly TopicRow[]> {
    return discussion.topics ?? this.loaders.topics(context, discussion.topicIds);
  }

  @ResolveField(() => Thread, { nullable: true, description: 'What is written in it, read by position; null where nothing was written yet.' })
  async thread(@Parent() discussion: DiscussionRow, @Context() context: GraphqlContext): Promise<ThreadRow | null> {
    return discussion.thread ?? this.threads.byId(context, discussion.id);
  }

  @ResolveField(() => AudienceType, { nullable: true, description: 'Who can see it as it stands; null for guests.' })
  async audience(@Parent() discussion: DiscussionRow, @Context() context: GraphqlContext): Promise<Audience | null> {
    return isMember(context.viewer) && context.viewer.readableSpaceIds.has(discussion.spaceId) ? this.loaders.of(context).audience.load(discussion) : null;
  }

  @ResolveField(() => Boolean, { description: 'Whether an answer was accepted; `answers` tells which.' })
  isSolved(@Parent() discussion: DiscussionRow): boolean {
    return discussion.solvedAt !== null;
  }

  @ResolveField(() => Boolean, { description: 'Whether it stands above the others of its space.' })
  isPinned(@Parent() discussion: DiscussionRow): boolean {
    return discussion.pinnedAt !== null;
  }

  @ResolveField(() => Boolean, { description: 'Whether nobody but moderators can reply.' })
  isClosed(@Parent() discussion: DiscussionRow): boolean {
    return discussion.closedAt !== null;
  }

  @ResolveField(() => Int, { description: 'Up to which position the viewer has read; 0 before the first visit and for guests.' })
  async lastReadPosition(@Parent() discussion: DiscussionRow, @Context() context: GraphqlContext): Promise<number> {
    return discussion.readPosition ?? this.loaders.of(context).readPosition.load(discussion.id);
  }

  @ResolveField(() => Boolean, { description: 'Whether something stands behind what the viewer has read; `thread { unreadCount }` tells how many posts. False for guests.' })
  async isUnread(@Parent() discussion: DiscussionRow, @Context() context: GraphqlContext): Promise<boolean> {
    return context.viewer.accountId !== null && discussion.lastPosition > (await this.lastReadPosition(discussion, context));
  }

  @ResolveField(() => String, { nullable: true, description: 'Why moderation hid it; null where it did not, and for whoever neither opened it nor moderates its space.' })
  hiddenReason(@Parent() discussion: DiscussionRow, @Context() { viewer }: GraphqlContext): string | null {
    const isInside = (viewer.accountId !== null && discussion.authorIds.includes(viewer.accountId)) || moderates(viewer, discussion.spaceId);
    return isInside ? discussion.hiddenReason : null;
  }
}

/** The space of a group of news. */
@Resolver(() => DiscussionsInSpace)
export class DiscussionsInSpaceFields {
  constructor(@Inject(SpaceLoaders) private readonly spaces: SpaceLoaders) {}

  @ResolveField(() => SpaceType, { nullable: true, description: 'The space they lie in; null where the viewer does not know it.' })
  async space(@Parent() group: CatchUpGroup, @Context() context: GraphqlContext): Promise<Space | null> {
    return this.spaces.byId(context, group.spaceId);
  }
}
