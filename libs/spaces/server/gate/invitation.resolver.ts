import { Inject } from '@nestjs/common';
import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import type { Viewer } from '#access/server';
import { CurrentViewer, perRequest, type GraphqlContext } from '#platform/server';
import { SpaceMemberInput } from '../member/member.inputs.js';
import type { Space, SpaceRole } from '../space/space.entity.js';
import { SpaceRoleEnum } from '../space/space.enums.js';
import { SpaceIdInput } from '../space/space.inputs.js';
import { SpaceType } from '../space/space.type.js';
import { InvitationService } from './invitation.service.js';
import {
  CreateSpaceInvitationInput,
  InviteToSpaceInput,
  SpaceInvitation,
  SpaceInvitationIdInput,
  SpaceInvitationOffer,
  SpaceInvitationTokenInput,
  SpaceInvitee,
} from './invitation.type.js';

@Resolver(() => SpaceType)
export class InvitationResolver {
  constructor(@Inject(InvitationService) private readonly invitations: InvitationService) {}

  @ResolveField(() => [SpaceInvitation], { description: 'Its invitation links, newest first; empty for who does not moderate it.' })
  async invitationLinks(@Parent() space: Space, @CurrentViewer() viewer: Viewer): Promise<readonly SpaceInvitation[]> {
    return this.invitations.links(viewer, space);
  }

  @ResolveField(() => [SpaceInvitee], { description: 'Who was asked in by name and has not answered; empty for who does not moderate it.' })
  async invitees(@Parent() space: Space, @CurrentViewer() viewer: Viewer): Promise<readonly SpaceInvitee[]> {
    return this.invitations.invitees(viewer, space);
  }

  @ResolveField(() => SpaceRoleEnum, { nullable: true, description: 'The role the viewer is asked in with by name; null for who is not.' })
  async myInvitation(@Parent() space: Space, @Context() context: GraphqlContext): Promise<SpaceRole | null> {
    const loader = perRequest(context, this, () => {
      return new DataLoader(async (ids: readonly string[]) => {
        const roles = await this.invitations.myInvitations(context.viewer, ids);
        return ids.map((id) => roles.get(id) ?? null);
      });
    });
    return loader.load(space.id);
  }

  @Query(() => SpaceInvitationOffer, {
    description: 'What an invitation link offers, for approved members. Opening uses nothing up. NOT_FOUND `space.invitationInvalid` for wrong, expired, revoked and used-up links alike; UNAUTHENTICATED for guests; FORBIDDEN `space.onlyForApproved`; RATE_LIMITED after 30 within 15 minutes.',
  })
  async spaceInvitationOffer(
    @CurrentViewer() viewer: Viewer,
    @Args('token', { type: () => String, description: 'The secret: what stands behind # in the link.' }) token: string,
    @Context() context: GraphqlContext,
  ): Promise<SpaceInvitationOffer> {
    return this.invitations.offer(viewer, token, context.ip);
  }

  @Mutation(() => SpaceInvitation, { description: 'Makes an invitation link; its secret is in this answer only. For moderators. NOT_FOUND for a space the viewer does not know of; FORBIDDEN for who does not moderate it, `space.archived` while it is archived, `space.gateClosed` without the invitation gate; CONFLICT `idReused`.' })
  async createSpaceInvitation(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The space, and what the new link gives for how long.' }) input: CreateSpaceInvitationInput,
  ): Promise<SpaceInvitation> {
    return this.invitations.createLink(viewer, input);
  }

  @Mutation(() => SpaceInvitation, { description: 'Makes an invitation link worthless; who came in by it stays. For moderators. NOT_FOUND for a link of a space one does not moderate.' })
  async revokeSpaceInvitation(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The link that shall work no more.' }) input: SpaceInvitationIdInput,
  ): Promise<SpaceInvitation> {
    return this.invitations.revokeLink(viewer, input.invitationId);
  }

  @Mutation(() => SpaceType, { description: 'Becomes a member by an invitation link. NOT_FOUND `space.invitationInvalid` for wrong, expired, revoked and used-up links alike; UNAUTHENTICATED for guests; FORBIDDEN `space.onlyForApproved`, `space.archived`, `space.limitedToRole` or `space.wasRemoved`; RATE_LIMITED after 30 within 15 minutes.' })
  async acceptSpaceInvitation(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The secret of the link that is accepted.' }) input: SpaceInvitationTokenInput,
    @Context() context: GraphqlContext,
  ): Promise<Space> {
    return this.invitations.acceptLink(viewer, input.token, context.ip);
  }

  @Mutation(() => SpaceType, { description: 'Asks somebody into a space by name; told to them by mail. Asking again changes the role and sends no second mail. For moderators. NOT_FOUND for a space the viewer does not know of; FORBIDDEN for who does not moderate it, `space.archived` while it is archived, `space.gateClosed` without the invitation gate; `notFound` at `accountId` for who is no approved member; CONFLICT `space.alreadyMember`; RATE_LIMITED after 60 within an hour.' })
  async inviteToSpace(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'Who is asked in, and with which role.' }) input: InviteToSpaceInput): Promise<Space> {
    return this.invitations.invite(viewer, input.spaceId, input.accountId, input.role);
  }

  @Mutation(() => SpaceType, { description: 'Takes an invitation by name back; without one nothing happens. For moderators. NOT_FOUND for a space the viewer does not know of; FORBIDDEN for who does not moderate it.' })
  async withdrawSpaceInvitation(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The space, and who was asked in.' }) input: SpaceMemberInput): Promise<Space> {
    return this.invitations.withdrawInvitation(viewer, input.spaceId, input.accountId);
  }

  @Mutation(() => SpaceType, { description: 'Becomes a member after having been asked in by name. NOT_FOUND for a space the viewer does not know of; FORBIDDEN `space.notInvited`, `space.gateClosed`, `space.archived` or `space.limitedToRole`.' })
  async joinSpaceByInvitation(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The space one was asked into.' }) input: SpaceIdInput): Promise<Space> {
    return this.invitations.accept(viewer, input.spaceId);
  }

  @Mutation(() => ID, { description: 'Says no to an invitation by name; without one nothing happens. Answers with the id of the space. NOT_FOUND for a space the viewer does not know of.' })
  async declineSpaceInvitation(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The space one was asked into.' }) input: SpaceIdInput): Promise<string> {
    await this.invitations.declineInvitation(viewer, input.spaceId);
    return input.spaceId;
  }
}
