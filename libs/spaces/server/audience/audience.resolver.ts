import { Inject } from '@nestjs/common';
import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import { isMember, type Viewer } from '#access/server';
import { CurrentViewer, perRequest, type GraphqlContext } from '#platform/server';
import { AppError } from '#platform/shared';
import { GatesChanges } from '../gate/gates-change.queries.js';
import type { Space } from '../space/space.entity.js';
import { canCreateSpaces, canModerate, canRead, gatesUnder } from '../space/space.policy.js';
import { SpaceQueries } from '../space/space.queries.js';
import { SpaceType } from '../space/space.type.js';
import type { Audience, AudienceChange } from './audience.js';
import { MoveAudienceChangeInput, NewSpaceAudienceInput, SpaceAudienceChangeInput } from './audience.inputs.js';
import { Audiences } from './audience.queries.js';
import { AudienceChangeType, AudienceType } from './audience.type.js';

/** "Who can see this?" for spaces, and the question before something becomes visible to more people. */
@Resolver(() => SpaceType)
export class AudienceResolver {
  constructor(
    @Inject(Audiences) private readonly audiences: Audiences,
    @Inject(SpaceQueries) private readonly spaces: SpaceQueries,
    @Inject(GatesChanges) private readonly gatesChanges: GatesChanges,
  ) {}

  @ResolveField(() => AudienceType, { nullable: true, description: 'Who can see what is published here; null for who may not read it.' })
  async audience(@Parent() space: Space, @Context() context: GraphqlContext): Promise<Audience | null> {
    if (!canRead(context.viewer, space)) return null;
    const loader = perRequest(context, this, () => {
      return new DataLoader(async (ids: readonly string[]) => {
        const audiences = await this.audiences.ofSpaces(ids);
        return ids.map((id) => audiences.get(id) ?? null);
      });
    });
    return loader.load(space.id);
  }

  @Query(() => AudienceChangeType, { description: 'Who would see the contents of a space with other settings. For its moderators: NOT_FOUND where one does not know the space, FORBIDDEN where one does not moderate it.' })
  async spaceAudienceChange(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The space and the settings it would have.' }) input: SpaceAudienceChangeInput,
  ): Promise<AudienceChangeType> {
    const space = await this.spaces.byId(viewer, input.spaceId);
    if (space === null) throw AppError.notFound();
    if (!canModerate(viewer, space)) throw AppError.forbidden();
    const next = { visibility: input.visibility, limitedToRole: input.limitedToRole ?? null };
    const change = present(await this.audiences.changeOfSpace(space.id, next));
    const entrants = await this.gatesChanges.of(space, { ...next, gates: gatesUnder(next.visibility, space.gates) });
    return { ...change, entrants, isWider: change.isWider || entrants.isWider };
  }

  @Query(() => AudienceType, { description: 'Who could see what is published in a space that is about to be made. For coordinators; FORBIDDEN for others.' })
  async newSpaceAudience(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The space in question.' }) input: NewSpaceAudienceInput,
  ): Promise<Audience> {
    if (!canCreateSpaces(viewer)) throw AppError.forbidden();
    const audience = await this.audiences.ofNewSpace({ name: input.name, visibility: input.visibility, limitedToRole: input.limitedToRole ?? null }, input.moderatorIds);
    if (audience === null) throw AppError.notFound();
    return audience;
  }

  @Query(() => AudienceChangeType, { description: 'Who would see something published if it moved between two spaces the viewer can read. NOT_FOUND where one of them is out of sight, and for guests.' })
  async moveAudienceChange(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The two spaces of the move in question.' }) input: MoveAudienceChangeInput,
  ): Promise<AudienceChangeType> {
    // Numbers of members are for members, also between public spaces.
    if (!isMember(viewer) || !canRead(viewer, { id: input.fromSpaceId }) || !canRead(viewer, { id: input.toSpaceId })) throw AppError.notFound();
    return { ...present(await this.audiences.changeOfMove(input.fromSpaceId, input.toSpaceId)), entrants: null };
  }
}

function present(change: AudienceChange | null): AudienceChange {
  if (change === null) throw AppError.notFound();
  return change;
}
