import { Inject } from '@nestjs/common';
import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Viewer } from '#access/server';
import { CurrentViewer, type GraphqlContext } from '#platform/server';
import { isUuid } from '#platform/shared';
import { SpaceLoaders, SpaceType, type Space } from '#spaces/server';
import { DiscussionDrafts } from './discussion-drafts.js';
import { DiscardDiscussionDraftInput, DiscussionDraft, DRAFTS_MAX, SaveDiscussionDraftInput } from './draft.type.js';

/** Discussions that the viewer is writing. */
@Resolver(() => DiscussionDraft)
export class DiscussionDraftResolver {
  constructor(
    @Inject(DiscussionDrafts) private readonly drafts: DiscussionDrafts,
    @Inject(SpaceLoaders) private readonly spaces: SpaceLoaders,
  ) {}

  @Query(() => [DiscussionDraft], { description: `Discussions that the viewer is writing and has not opened, the newest first (at most ${DRAFTS_MAX}). UNAUTHENTICATED for guests.` })
  async myDiscussionDrafts(@CurrentViewer() viewer: Viewer): Promise<readonly DiscussionDraft[]> {
    return this.drafts.mine(viewer);
  }

  @Query(() => DiscussionDraft, { nullable: true, description: 'One discussion that the viewer is writing; null where there is none of their own. UNAUTHENTICATED for guests.' })
  async discussionDraft(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID, description: 'Id of the draft; it is the one the discussion will have.' }) id: string): Promise<DiscussionDraft | null> {
    return isUuid(id) ? this.drafts.byId(viewer, id) : null;
  }

  @Mutation(() => DiscussionDraft, {
    description: `Keeps a discussion that is being written. UNAUTHENTICATED for guests; NOT_FOUND for a space out of sight; CONFLICT \`discussion.draftStale\` where it was saved or discarded from another device meanwhile: \`discussionDraft\` then gives that text; CONFLICT \`discussion.draftOpened\` where it has become a discussion of that id; CONFLICT \`discussion.tooManyDrafts\` beyond ${DRAFTS_MAX}; \`tooLong\` at \`title\`, \`body\` and the fields of \`poll\`.`,
  })
  async saveDiscussionDraft(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The draft with all its words; wrong fields come back together in `extensions.fields`.' }) input: SaveDiscussionDraftInput,
  ): Promise<DiscussionDraft> {
    return this.drafts.save(viewer, input);
  }

  @Mutation(() => Boolean, { description: 'Throws away a discussion that was being written. True also where there was none. UNAUTHENTICATED for guests.' })
  async discardDiscussionDraft(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The draft that is not wanted any more.' }) input: DiscardDiscussionDraftInput): Promise<boolean> {
    await this.drafts.discard(viewer, input.id);
    return true;
  }

  @ResolveField(() => SpaceType, { nullable: true, description: 'The space it is meant for; null where the viewer does not know it (any more): the words stay.' })
  async space(@Parent() draft: DiscussionDraft, @Context() context: GraphqlContext): Promise<Space | null> {
    return this.spaces.byId(context, draft.spaceId);
  }
}
