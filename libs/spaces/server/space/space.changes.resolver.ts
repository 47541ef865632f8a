import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Viewer } from '#access/server';
import { CurrentViewer } from '#platform/server';
import type { Space } from './space.entity.js';
import { ChangeSpaceVisibilityInput, CreateSpaceInput, ReopenSpaceInput, SetSpaceGatesInput, SetSpacePublishersInput, SpaceIdInput, UpdateSpaceInput } from './space.inputs.js';
import { SpaceService } from './space.service.js';
import { SpaceType } from './space.type.js';

@Resolver(() => SpaceType)
export class SpaceChangesResolver {
  constructor(@Inject(SpaceService) private readonly service: SpaceService) {}

  @Mutation(() => SpaceType, { description: 'Makes a space. For coordinators; whoever makes it is a member only if named as moderator. FORBIDDEN for others; `required` at `moderatorIds`, or there the reason why somebody cannot be a member (`space.onlyForApproved`, `space.limitedToRole`, `notFound`); `space.slugTaken` or `space.slugUnreadable` at `slug`; `space.hiddenByInvitationOnly` at `gates`; `notFound`, `space.oneLevelOnly` or `space.archived` at `parentId`; CONFLICT `idReused`.' })
  async createSpace(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The new space and who looks after it.' }) input: CreateSpaceInput): Promise<Space> {
    return this.service.create(viewer, input);
  }

  @Mutation(() => SpaceType, { description: 'Changes name, address, words and look. For its moderators. NOT_FOUND for a space the viewer does not know of; FORBIDDEN for who does not moderate it, `space.archived` while it is archived; CONFLICT `space.stale` where somebody changed it meanwhile; `space.slugTaken` or `space.slugUnreadable` at `slug`.' })
  async updateSpace(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'All values as they shall be; a former address keeps leading here.' }) input: UpdateSpaceInput): Promise<Space> {
    return this.service.update(viewer, input);
  }

  @Mutation(() => SpaceType, {
    description: 'Changes who knows of a space and reads it. For its moderators. CONFLICT `space.confirmAudience` (params count) where more people would see it or could come in and that number was not confirmed, `space.unsettledTexts` (params count, titles) where texts in it came out of narrower spaces and more people may not read them before something is settled, `space.textsChanged` where these or what they came out of changed again and again during the check: send it later, `space.stale` where somebody changed it meanwhile. NOT_FOUND for a space the viewer does not know of; FORBIDDEN for who does not moderate it, `space.archived` while it is archived.',
  })
  async changeSpaceVisibility(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The visibility it shall have, and what the user agreed to.' }) input: ChangeSpaceVisibilityInput,
  ): Promise<Space> {
    return this.service.changeVisibility(viewer, input);
  }

  @Mutation(() => SpaceType, {
    description: 'Sets the ways into a space, its questions and password. For its moderators. CONFLICT `space.confirmEntrants` (params count) where more people could come in and that was not confirmed, `space.stale` where somebody changed it meanwhile. NOT_FOUND for a space the viewer does not know of; FORBIDDEN for who does not moderate it, `space.archived` while it is archived; `space.hiddenByInvitationOnly` at `gates`; `required` at `password` where the password gate opens without one.',
  })
  async setSpaceGates(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'All ways in as they shall be; what is left out closes.' }) input: SetSpaceGatesInput): Promise<Space> {
    return this.service.setGates(viewer, input);
  }

  @Mutation(() => SpaceType, { description: 'Sets who publishes tips without a review. For its moderators. NOT_FOUND for a space the viewer does not know of; FORBIDDEN for who does not moderate it, `space.archived` while it is archived; CONFLICT `space.stale` where somebody changed it meanwhile.' })
  async setSpacePublishers(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The space and who shall publish there.' }) input: SetSpacePublishersInput,
  ): Promise<Space> {
    return this.service.setPublishers(viewer, input);
  }

  @Mutation(() => SpaceType, { description: 'Makes a space read only: nobody joins, nobody writes. For its moderators; `reopenSpace` takes it back. NOT_FOUND for a space the viewer does not know of; FORBIDDEN for who does not moderate it, `space.archived` while it is archived already.' })
  async archiveSpace(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The space that is read only from now on.' }) input: SpaceIdInput): Promise<Space> {
    return this.service.archive(viewer, input.spaceId);
  }

  @Mutation(() => SpaceType, { description: 'Takes an archived space back into use; of one in use nothing changes. For its moderators. CONFLICT `space.confirmEntrants` (params count) where somebody could come in then and that was not confirmed. NOT_FOUND for a space the viewer does not know of; FORBIDDEN for who does not moderate it.' })
  async reopenSpace(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The archived space that is used again, and what the user agreed to.' }) input: ReopenSpaceInput): Promise<Space> {
    return this.service.reopen(viewer, input);
  }
}
