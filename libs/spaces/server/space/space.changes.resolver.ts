import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Viewer } from '#access/server';
import { CurrentViewer } from '#platform/server';
import type { Space } from './space.entity.js';
import { ChangeSpaceVisibilityInput, CreateSpaceInput, SetSpaceGatesInput, SetSpacePublishersInput, SpaceIdInput, UpdateSpaceInput } from './space.inputs.js';
import { SpaceService } from './space.service.js';
import { SpaceType } from './space.type.js';

@Resolver(() => SpaceType)
export class SpaceChangesResolver {
  constructor(@Inject(SpaceService) private readonly service: SpaceService) {}

  @Mutation(() => SpaceType, { description: 'Makes a space. For coordinators; whoever makes it is a member only if named as moderator.' })
  async createSpace(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The new space.' }) input: CreateSpaceInput): Promise<Space> {
    return this.service.create(viewer, input);
  }

  @Mutation(() => SpaceType, { description: 'Changes name, address, words and look. For its moderators.' })
  async updateSpace(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'All values as they shall be.' }) input: UpdateSpaceInput): Promise<Space> {
    return this.service.update(viewer, input);
  }

  @Mutation(() => SpaceType, {
    description: 'Changes who knows of a space and reads it. For its moderators. CONFLICT `space.confirmAudience` where more people would see it and that was not confirmed.',
  })
  async changeSpaceVisibility(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The visibility it shall have.' }) input: ChangeSpaceVisibilityInput,
  ): Promise<Space> {
    return this.service.changeVisibility(viewer, input);
  }

  @Mutation(() => SpaceType, { description: 'Sets the ways into a space, its questions and password. For its moderators.' })
  async setSpaceGates(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'All ways as they shall be.' }) input: SetSpaceGatesInput): Promise<Space> {
    return this.service.setGates(viewer, input);
  }

  @Mutation(() => SpaceType, { description: 'Sets who publishes tips without a review. For its moderators.' })
  async setSpacePublishers(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Who shall publish.' }) input: SetSpacePublishersInput,
  ): Promise<Space> {
    return this.service.setPublishers(viewer, input.spaceId, input.publishers);
  }

  @Mutation(() => SpaceType, { description: 'Makes a space read only: nobody joins, nobody writes. For its moderators; `reopenSpace` takes it back.' })
  async archiveSpace(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The space.' }) input: SpaceIdInput): Promise<Space> {
    return this.service.archive(viewer, input.spaceId);
  }

  @Mutation(() => SpaceType, { description: 'Takes an archived space back into use. For its moderators.' })
  async reopenSpace(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The space.' }) input: SpaceIdInput): Promise<Space> {
    return this.service.reopen(viewer, input.spaceId);
  }
}
