import { Inject } from '@nestjs/common';
import { Args, Context, InputType, Mutation, Resolver } from '@nestjs/graphql';
import type { Viewer } from '#access/server';
import { CurrentViewer, IdInput, SecretInput, type GraphqlContext } from '#platform/server';
import type { Space } from '../space/space.entity.js';
import { SpaceIdInput } from '../space/space.inputs.js';
import { SpaceType } from '../space/space.type.js';
import { DoorService } from './door.service.js';

@InputType({ description: 'The password of a space.' })
export class JoinByPasswordInput {
  @IdInput({ description: 'The space.' })
  readonly spaceId: string;

  @SecretInput({ description: 'Its password as the moderators passed it on.', max: 200 })
  readonly password: string;
}

@Resolver(() => SpaceType)
export class DoorResolver {
  constructor(@Inject(DoorService) private readonly doors: DoorService) {}

  @Mutation(() => SpaceType, { description: 'Becomes a member through the open gate.' })
  async joinSpace(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The space.' }) input: SpaceIdInput): Promise<Space> {
    return this.doors.joinOpen(viewer, input.spaceId);
  }

  @Mutation(() => SpaceType, { description: 'Becomes a member with the password of the space. Few tries per account and network; aliases count one by one.' })
  async joinSpaceByPassword(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The space and its password.' }) input: JoinByPasswordInput,
    @Context() context: GraphqlContext,
  ): Promise<Space> {
    return this.doors.joinByPassword(viewer, input.spaceId, input.password, context.ip);
  }
}
