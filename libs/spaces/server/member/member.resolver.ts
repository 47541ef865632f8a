import { Inject } from '@nestjs/common';
import { Args, Context, ID, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import { isMember, type Viewer } from '#access/server';
import { CurrentViewer, PageArgs, perRequest, type GraphqlContext, type Page } from '#platform/server';
import type { Space } from '../space/space.entity.js';
import { SpaceIdInput } from '../space/space.inputs.js';
import { canSeeMembers } from '../space/space.policy.js';
import { SpaceType } from '../space/space.type.js';
import { AppointModeratorInput, ChangeMemberRoleInput, RemoveMemberInput, SpaceMemberInput } from './member.inputs.js';
import { MemberQueries } from './member.queries.js';
import { MemberService } from './member.service.js';
import { SpaceMemberConnection, SpaceModerator, type SpaceMember } from './member.type.js';

interface Loaders {
  readonly count: DataLoader<string, number>;
  readonly moderators: DataLoader<string, readonly SpaceModerator[]>;
}

@Resolver(() => SpaceType)
export class MemberResolver {
  constructor(
    @Inject(MemberQueries) private readonly queries: MemberQueries,
    @Inject(MemberService) private readonly service: MemberService,
  ) {}

  @ResolveField(() => SpaceMemberConnection, { nullable: true, description: 'Who is in it; null for who may not see that.' })
  async members(
    @Parent() space: Space,
    @CurrentViewer() viewer: Viewer,
    @Args() page: PageArgs,
    @Args('name', { type: () => String, nullable: true, description: 'Only people with this piece in their name, however umlauts are written; longer than 60 characters is cut.' }) name?: string | null,
  ): Promise<Page<SpaceMember> | null> {
    return this.queries.page(viewer, space, page.first, page.after ?? null, name ?? null);
  }

  @ResolveField(() => Int, { nullable: true, description: 'How many members it has; null for who may not see them.' })
  async memberCount(@Parent() space: Space, @Context() context: GraphqlContext): Promise<number | null> {
    return canSeeMembers(context.viewer, space) ? this.loaders(context).count.load(space.id) : null;
  }

  @ResolveField(() => [SpaceModerator], { description: 'Who looks after it, by name; empty for who is no member of the programme.' })
  async moderators(@Parent() space: Space, @Context() context: GraphqlContext): Promise<readonly SpaceModerator[]> {
    return isMember(context.viewer) ? this.loaders(context).moderators.load(space.id) : [];
  }

  @Mutation(() => SpaceType, { description: 'Gives a member another role. For moderators. NOT_FOUND for a space the viewer does not know of; FORBIDDEN for who does not moderate it, `space.archived` while it is archived; NOT_FOUND for who is no member; CONFLICT `space.lastModerator` where nobody would be left to look after it.' })
  async changeMemberRole(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The member and the role they shall have.' }) input: ChangeMemberRoleInput,
  ): Promise<Space> {
    return this.service.changeRole(viewer, input.spaceId, input.accountId, input.role);
  }

  @Mutation(() => SpaceType, { description: 'Shows a member out; told to them by mail with the reason. They come back by a moderator’s decision only. For moderators. NOT_FOUND for a space the viewer does not know of; FORBIDDEN for who does not moderate it, `space.archived` while it is archived; NOT_FOUND for who is no member; CONFLICT `space.lastModerator`.' })
  async removeMember(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The member who goes, and why.' }) input: RemoveMemberInput): Promise<Space> {
    return this.service.remove(viewer, input.spaceId, input.accountId, input.reason);
  }

  @Mutation(() => ID, { description: 'Leaves a space, an archived one too; own drafts stay. Answers with the id of the space. NOT_FOUND for a space the viewer does not know of; FORBIDDEN `space.noMember`; CONFLICT `space.lastModerator`: hand over first.' })
  async leaveSpace(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The space one is no member of any more.' }) input: SpaceIdInput): Promise<string> {
    await this.service.leave(viewer, input.spaceId);
    return input.spaceId;
  }

  @Mutation(() => SpaceType, { description: 'Makes another member moderator and oneself an ordinary member, in one step. For moderators. NOT_FOUND for a space the viewer does not know of; FORBIDDEN for who does not moderate it, `space.archived` while it is archived; NOT_FOUND for who is no member or suspended; `space.handOverToOther` at `accountId` for oneself.' })
  async handOverSpace(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The space and who takes it over.' }) input: SpaceMemberInput,
  ): Promise<Space> {
    return this.service.handOver(viewer, input.spaceId, input.accountId);
  }

  @Mutation(() => ID, { description: 'Gives a space that nobody looks after any more a moderator, logged and told. For coordinators; NOT_FOUND for everybody else and for an unknown space. Answers with the id of the space. `space.appointAnother` at `accountId` for oneself; CONFLICT `space.hasModerator` where somebody looks after it; FORBIDDEN `space.archived`, `space.onlyForApproved` or `space.limitedToRole`.' })
  async appointModerator(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The space, who shall look after it, and why.' }) input: AppointModeratorInput,
  ): Promise<string> {
    await this.service.appointModerator(viewer, input.spaceId, input.accountId, input.reason);
    return input.spaceId;
  }

  private loaders(context: GraphqlContext): Loaders {
    return perRequest(context, this, () => ({
      count: new DataLoader(async (ids: readonly string[]) => {
        const counts = await this.queries.counts(ids);
        return ids.map((id) => counts.get(id) ?? 0);
      }),
      moderators: new DataLoader(async (ids: readonly string[]) => {
        const rows = await this.queries.moderators(ids);
        return ids.map((id) => rows.filter((row) => row.spaceId === id));
      }),
    }));
  }
}
