import { Inject } from '@nestjs/common';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphqlContext } from '#platform/server';
import { DiscussionLoaders } from './discussion.loaders.js';
import { canAccept, canAskPoll, canEdit, canRearrange, canSteer, canVote, type DiscussionRule } from './discussion.policy.js';
import type { DiscussionRow } from './discussion.row.js';
import { Discussion } from './discussion.type.js';

/** What the viewer may do with a discussion, by the very functions that admit the acts. */
@Resolver(() => Discussion)
export class DiscussionAbilities {
  constructor(@Inject(DiscussionLoaders) private readonly loaders: DiscussionLoaders) {}

  @ResolveField(() => Boolean, { description: 'Whether the viewer may change title, kind and topics: `editDiscussion`.' })
  async viewerCanEdit(@Parent() discussion: DiscussionRow, @Context() context: GraphqlContext): Promise<boolean> {
    return this.may(context, discussion, canEdit);
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may say which replies answered the question: `acceptAnswer`, `withdrawAnswer`.' })
  async viewerCanAccept(@Parent() discussion: DiscussionRow, @Context() context: GraphqlContext): Promise<boolean> {
    return this.may(context, discussion, canAccept);
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may steer it: `pinDiscussion`, `closeDiscussion`, `reopenDiscussion`, `setSlowMode`.' })
  async viewerCanSteer(@Parent() discussion: DiscussionRow, @Context() context: GraphqlContext): Promise<boolean> {
    return this.may(context, discussion, canSteer);
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may move, split and merge it: `moveDiscussion`, `splitDiscussion`, `mergeDiscussions`.' })
  async viewerCanRearrange(@Parent() discussion: DiscussionRow, @Context() context: GraphqlContext): Promise<boolean> {
    return this.may(context, discussion, canRearrange);
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may put a poll into it: `askPoll`.' })
  async viewerCanAskPoll(@Parent() discussion: DiscussionRow, @Context() context: GraphqlContext): Promise<boolean> {
    return this.may(context, discussion, canAskPoll);
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may vote in its polls while they run: `vote`.' })
  async viewerCanVote(@Parent() discussion: DiscussionRow, @Context() context: GraphqlContext): Promise<boolean> {
    return this.may(context, discussion, canVote);
  }

  private async may(context: GraphqlContext, discussion: DiscussionRow, rule: DiscussionRule): Promise<boolean> {
    // Guests may do nothing; their pages need not ask about the space.
    if (context.viewer.accountId === null) return false;
    return rule(context.viewer, discussion, await this.loaders.of(context).place.load(discussion.spaceId));
  }
}
