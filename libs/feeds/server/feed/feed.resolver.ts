import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Viewer } from '#access/server';
import { CurrentViewer, type GraphqlContext } from '#platform/server';
import { AppError } from '#platform/shared';
import { SpaceLoaders, SpaceType, type Space } from '#spaces/server';
import { FeedAddresses, type FeedRow } from './feed.addresses.js';
import { FeedTexts, type FeedText } from './feed-text.js';
import { CreatedFeed, CreateFeedInput, Feed, FeedTextEnum, RevokeFeedInput } from './feed.type.js';

/** One's own feeds. */
@Resolver(() => Feed)
export class FeedResolver {
  constructor(
    @Inject(FeedAddresses) private readonly addresses: FeedAddresses,
    @Inject(SpaceLoaders) private readonly spaces: SpaceLoaders,
    @Inject(FeedTexts) private readonly texts: FeedTexts,
  ) {}

  @Query(() => [Feed], { description: "The viewer's feeds of spaces they read now, the oldest first. UNAUTHENTICATED for guests." })
  async myFeeds(@CurrentViewer() viewer: Viewer): Promise<readonly FeedRow[]> {
    return this.addresses.mine(viewer);
  }

  @Mutation(() => CreatedFeed, { description: 'Makes the secret address of the feed of a space; where there is one already, it ends and a new one takes its place. UNAUTHENTICATED for guests; FORBIDDEN for who is not approved; NOT_FOUND for a space out of sight; RATE_LIMITED after 60 within an hour.' })
  async createFeed(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'Which space the feed shall bring news of.' }) { spaceId }: CreateFeedInput): Promise<{ readonly feed: FeedRow; readonly address: string }> {
    return this.addresses.create(viewer, spaceId);
  }

  @Mutation(() => [Feed], { description: 'Ends an address: from now on it answers like one that never was. What remains comes back. UNAUTHENTICATED for guests; NOT_FOUND for a feed that is not the viewer’s own.' })
  async revokeFeed(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'Which of the viewer’s feeds shall end.' }) { feedId }: RevokeFeedInput): Promise<readonly FeedRow[]> {
    await this.addresses.revoke(viewer, feedId);
    return this.addresses.mine(viewer);
  }

  @ResolveField(() => SpaceType, { description: 'The space whose news it brings.' })
  async space(@Parent() feed: FeedRow, @Context() context: GraphqlContext): Promise<Space> {
    const space = await this.spaces.byId(context, feed.spaceId);
    if (space === null) throw AppError.notFound();
    return space;
  }

  @ResolveField(() => FeedTextEnum, { description: 'How much of the texts it carries: as the space has it for its mails, looked up at each reading.' })
  async text(@Parent() feed: FeedRow): Promise<FeedText> {
    return this.texts.of(feed.spaceId);
  }
}
