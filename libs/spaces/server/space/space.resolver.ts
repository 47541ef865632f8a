import { Inject } from '@nestjs/common';
import { Args, Context, GraphQLISODateTime, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { isMember, type Viewer } from '#access/server';
import { CurrentViewer, type GraphqlContext } from '#platform/server';
import { AppError } from '#platform/shared';
import type { Space, SpaceRole } from './space.entity.js';
import { SpaceRoleEnum } from './space.enums.js';
import { SpaceLoaders } from './space.loaders.js';
import { canChange, canEnter, canModerate, canPublishTips, canRead, canSeeMembers, canWriteIn } from './space.policy.js';
import { SpaceQueries } from './space.queries.js';
import { SpaceType } from './space.type.js';

@Resolver(() => SpaceType)
export class SpaceResolver {
  constructor(
    @Inject(SpaceQueries) private readonly queries: SpaceQueries,
    @Inject(SpaceLoaders) private readonly loaders: SpaceLoaders,
  ) {}

  @Query(() => SpaceType, {
    description: 'One space by its present or a former address. NOT_FOUND for what the viewer does not know of; compare `slug` to send old links on.',
  })
  async space(
    @CurrentViewer() viewer: Viewer,
    @Args('slug', { type: () => String, description: 'Its present or a former address, as in /raum/<slug>.' }) slug: string,
  ): Promise<Space> {
    const space = await this.queries.bySlug(viewer, slug);
    if (space === null) throw AppError.notFound();
    return space;
  }

  @Query(() => [SpaceType], { description: 'All spaces the viewer knows of, by name, sub-spaces among them.' })
  async spaces(@CurrentViewer() viewer: Viewer): Promise<readonly Space[]> {
    return this.queries.listed(viewer);
  }

  @Query(() => [SpaceType], { description: 'The spaces the viewer is a member of, by name; empty for guests.' })
  async mySpaces(@CurrentViewer() viewer: Viewer): Promise<readonly Space[]> {
    return this.queries.mine(viewer);
  }

  @ResolveField(() => SpaceType, { nullable: true, description: 'The space it belongs to; null where it is no sub-space or the viewer does not know the parent.' })
  async parent(@Parent() space: Space, @Context() context: GraphqlContext): Promise<Space | null> {
    return space.parentId === null ? null : this.loaders.byId(context, space.parentId);
  }

  @ResolveField(() => [SpaceType], { description: 'The sub-spaces the viewer knows of, by name. Access to each is its own.' })
  async children(@Parent() space: Space, @Context() context: GraphqlContext): Promise<readonly Space[]> {
    return space.parentId === null ? this.loaders.childrenOf(context, space.id) : [];
  }

  @ResolveField(() => SpaceRoleEnum, { nullable: true, description: 'The role the viewer has here; null for who is no member.' })
  async myRole(@Parent() space: Space, @Context() context: GraphqlContext): Promise<SpaceRole | null> {
    return this.loaders.roleIn(context, space.id);
  }

  @ResolveField(() => GraphQLISODateTime, { nullable: true, description: 'Until when the viewer has no access here by a measure of the moderation, whatever the membership: no way in leads past it. Null for nearly everybody.' })
  async viewerShutOutUntil(@Parent() space: Space, @Context() context: GraphqlContext): Promise<Date | null> {
    return this.loaders.shutOutUntil(context, space.id);
  }

  @ResolveField(() => [String], { description: 'What moderators ask whoever wants to join; empty for guests and without the request gate.' })
  questions(@Parent() space: Space, @CurrentViewer() viewer: Viewer): readonly string[] {
    return isMember(viewer) && space.gates.includes('request') ? space.questions : [];
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may read what lies in it.' })
  viewerCanRead(@Parent() space: Space, @CurrentViewer() viewer: Viewer): boolean {
    return canRead(viewer, space);
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may see who its members are.' })
  viewerCanSeeMembers(@Parent() space: Space, @CurrentViewer() viewer: Viewer): boolean {
    return canSeeMembers(viewer, space);
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer looks after it: requests, members, releases.' })
  viewerCanModerate(@Parent() space: Space, @CurrentViewer() viewer: Viewer): boolean {
    return canModerate(viewer, space);
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may change settings and members now; not while it is archived.' })
  viewerCanChange(@Parent() space: Space, @CurrentViewer() viewer: Viewer): boolean {
    return canChange(viewer, space);
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may write here: drafts, co-authorship, handing in for review.' })
  async viewerCanWrite(@Parent() space: Space, @Context() context: GraphqlContext): Promise<boolean> {
    return canWriteIn(space, await this.loaders.roleIn(context, space.id));
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may publish tips here without a review.' })
  async viewerCanPublishTips(@Parent() space: Space, @Context() context: GraphqlContext): Promise<boolean> {
    return canPublishTips(context.viewer, space, await this.loaders.roleIn(context, space.id));
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer, a coordinator, could look inside by a logged step (`enterSpace`).' })
  viewerCanEnter(@Parent() space: Space, @CurrentViewer() viewer: Viewer): boolean {
    return canEnter(viewer, space);
  }
}
