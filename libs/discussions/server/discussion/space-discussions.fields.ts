import { Inject } from '@nestjs/common';
import { Context, Field, Int, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphqlContext } from '#platform/server';
import { canRead, SpaceType, type Space } from '#spaces/server';
import { DiscussionLoaders } from './discussion.loaders.js';
import { canOpen } from './discussion.policy.js';

@ObjectType({ description: 'Discussions of one space, from the viewer’s side.' })
export class SpaceDiscussions {
  @Field(() => Boolean, { description: 'Whether the viewer may open discussions in it: `openDiscussion`.' })
  readonly viewerCanOpen: boolean;

  @Field(() => Int, { description: 'Discussions of the last 90 days with something unread, counted up to 100: show 100 as "99+". 0 for guests.' })
  readonly unreadCount: number;
}

/** What discussions add to a space. */
@Resolver(() => SpaceType)
export class SpaceDiscussionsFields {
  constructor(@Inject(DiscussionLoaders) private readonly loaders: DiscussionLoaders) {}

  @ResolveField(() => SpaceDiscussions, { nullable: true, description: 'What the viewer finds of discussions in it, and what they may do; null for whoever does not read it.' })
  async discussions(@Parent() space: Space, @Context() context: GraphqlContext): Promise<SpaceDiscussions | null> {
    if (!canRead(context.viewer, space)) return null;
    const { place, unreadInSpace } = this.loaders.of(context);
    const [where, unreadCount] = await Promise.all([place.load(space.id), unreadInSpace.load(space.id)]);
    return { viewerCanOpen: canOpen(context.viewer, where), unreadCount };
  }
}
