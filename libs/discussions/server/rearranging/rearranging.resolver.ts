import { Inject } from '@nestjs/common';
import { Args, Info, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Viewer } from '#access/server';
import { askedFields, CurrentViewer } from '#platform/server';
import { AppError } from '#platform/shared';
import { AudienceChangeType } from '#spaces/server';
import type { DiscussionRow } from '../discussion/discussion.row.js';
import { DiscussionSeen } from '../discussion/discussion-seen.js';
import { Discussion } from '../discussion/discussion.type.js';
import { BranchOff } from './branch-off.js';
import { DiscussionSpots, type Spot } from './discussion-spots.js';
import { MergeDiscussions } from './merge-discussions.js';
import { MoveDiscussion } from './move-discussion.js';
import { DiscussionSpot, MergeDiscussionsInput, MoveDiscussionInput, MoveDiscussionPreviewInput, SplitDiscussionInput, TurnIntoDiscussionInput } from './rearranging.inputs.js';

const input = { description: 'What goes where; wrong fields come back together in `extensions.fields`.' };

/** Moving, splitting, merging: links keep leading to every post. */
@Resolver(() => Discussion)
export class RearrangingResolver {
  constructor(
    @Inject(MoveDiscussion) private readonly moving: MoveDiscussion,
    @Inject(BranchOff) private readonly branching: BranchOff,
    @Inject(MergeDiscussions) private readonly merging: MergeDiscussions,
    @Inject(DiscussionSpots) private readonly spots: DiscussionSpots,
    @Inject(DiscussionSeen) private readonly discussions: DiscussionSeen,
  ) {}

  @Query(() => DiscussionSpot, { description: 'Where the address `/d/<slug>/<position>` leads today, also after the post was moved by splitting or merging. NOT_FOUND for a discussion out of sight.' })
  async discussionSpot(
    @CurrentViewer() viewer: Viewer,
    @Args('slug', { type: () => String, description: 'Address or id of the discussion, also one that was merged into another.' }) slug: string,
    @Args('position', { type: () => Int, description: 'The position of the post as the link has it.' }) position: number,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Spot> {
    const spot = await this.spots.find(viewer, slug, position, askedFields(info));
    if (spot === null) throw AppError.notFound();
    return spot;
  }

  @Query(() => AudienceChangeType, { description: 'Who would see a discussion in another space and who no longer; ask before `moveDiscussion`. UNAUTHENTICATED for guests; NOT_FOUND for a discussion or space out of sight; FORBIDDEN `discussion.moderatorsOnly`, and `discussion.mayNotOpen` where the viewer does not belong to the other space; `discussion.sameSpace` at `toSpaceId`.' })
  async moveDiscussionPreview(@CurrentViewer() viewer: Viewer, @Args('input', input) input: MoveDiscussionPreviewInput): Promise<AudienceChangeType> {
    return { ...(await this.moving.preview(viewer, input.discussionId, input.toSpaceId)), entrants: null };
  }

  @Mutation(() => Discussion, { description: 'Moves a discussion to another space. Whoever does not read that one loses its notices, unsent mails and bookmarks. CONFLICT `discussion.confirmAudience` where more people would see it and `confirmAudience` is not their present number; else as `moveDiscussionPreview`: UNAUTHENTICATED, NOT_FOUND, FORBIDDEN, `discussion.sameSpace`.' })
  async moveDiscussion(@CurrentViewer() viewer: Viewer, @Args('input', input) input: MoveDiscussionInput): Promise<DiscussionRow> {
    await this.moving.move(viewer, input.discussionId, input.toSpaceId, input.confirmAudience ?? null);
    return this.discussions.now(viewer, input.discussionId);
  }

  @Mutation(() => Discussion, { description: 'Makes a discussion of its own of some posts; the new one comes back, by whoever wrote the first of them. UNAUTHENTICATED for guests; NOT_FOUND for a discussion out of sight; FORBIDDEN `discussion.moderatorsOnly`; `discussion.notThesePosts` at `postIds` for the first post, hidden, held and deleted ones and those of other threads; `discussion.unknownTopic` at `topicIds`; CONFLICT `idReused`.' })
  async splitDiscussion(@CurrentViewer() viewer: Viewer, @Args('input', input) input: SplitDiscussionInput): Promise<DiscussionRow> {
    await this.branching.split(viewer, input.discussionId, input);
    return this.discussions.now(viewer, input.id);
  }

  @Mutation(() => Discussion, { description: 'Makes a discussion of comments, of a question under a tip for instance; it lies in the same space and links last. For moderators, and for whoever wrote all of the posts. UNAUTHENTICATED for guests; NOT_FOUND for posts out of sight; FORBIDDEN `discussion.moderatorsOnly`, `discussion.mayNotOpen`, `discussion.cannotBeHeld` where a moderator would have to look at the title first, `moderation.silenced`, `moderation.suspended` with `until`; RATE_LIMITED `moderation.slowed` and after 30 within an hour; `discussion.notThesePosts` and `discussion.alreadyOne` at `postIds`; `discussion.unknownTopic` at `topicIds`; CONFLICT `idReused`.' })
  async turnIntoDiscussion(@CurrentViewer() viewer: Viewer, @Args('input', input) input: TurnIntoDiscussionInput): Promise<DiscussionRow> {
    await this.branching.turn(viewer, input);
    return this.discussions.now(viewer, input.id);
  }

  @Mutation(() => Discussion, { description: 'Makes one of two discussions of a space; the one that stays comes back. Cannot be taken back. UNAUTHENTICATED for guests; NOT_FOUND for a discussion out of sight; FORBIDDEN `discussion.moderatorsOnly`; `discussion.otherSpace` and `discussion.sameDiscussion` at `intoDiscussionId`.' })
  async mergeDiscussions(@CurrentViewer() viewer: Viewer, @Args('input', input) input: MergeDiscussionsInput): Promise<DiscussionRow> {
    await this.merging.merge(viewer, input.fromDiscussionId, input.intoDiscussionId);
    return this.discussions.now(viewer, input.intoDiscussionId);
  }
}
