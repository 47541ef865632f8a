import { Inject } from '@nestjs/common';
import { Args, Context, InputType, Mutation, Resolver } from '@nestjs/graphql';
import type { Viewer } from '#access/server';
import { CurrentViewer, IdInput, SecretInput, type GraphqlContext } from '#platform/server';
import type { Space } from '../space/space.entity.js';
import { SpaceIdInput } from '../space/space.inputs.js';
import { SpaceType } from '../space/space.type.js';
import { DoorService } from './door.service.js';

@InputType({ description: 'A space and the password passed on for it.' })
export class JoinByPasswordInput {
  @IdInput({ description: 'Id of the space; one the viewer does not know of is answered like an unknown one.' })
  readonly spaceId: string;

  @SecretInput({ description: 'Its password as the moderators passed it on.', max: 200 })
  readonly password: string;
}

@Resolver(() => SpaceType)
export class DoorResolver {
  constructor(@Inject(DoorService) private readonly doors: DoorService) {}

  @Mutation(() => SpaceType, { description: 'Becomes a member through the open gate; who is one already stays one. NOT_FOUND for a space the viewer does not know of; UNAUTHENTICATED for guests; FORBIDDEN with `space.onlyForApproved`, `space.gateClosed`, `space.archived`, `space.limitedToRole` (params role) or, after having been removed, `space.wasRemoved`.' })
  async joinSpace(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The space to become a member of.' }) input: SpaceIdInput): Promise<Space> {
    return this.doors.joinOpen(viewer, input.spaceId);
  }

  @Mutation(() => SpaceType, { description: 'Becomes a member with the password of the space. `space.wrongPassword` at `password`; RATE_LIMITED after 10 tries of an account or 30 of a network within 15 minutes; aliases count one by one. NOT_FOUND for a space the viewer does not know of; UNAUTHENTICATED for guests; FORBIDDEN with `space.onlyForApproved`, `space.gateClosed`, `space.archived`, `space.limitedToRole` (params role) or, after having been removed, `space.wasRemoved`.' })
  async joinSpaceByPassword(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The space and its password as typed.' }) input: JoinByPasswordInput,
    @Context() context: GraphqlContext,
  ): Promise<Space> {
    return this.doors.joinByPassword(viewer, input.spaceId, input.password, context.ip);
  }
}
