import { Inject } from '@nestjs/common';
import { Args, Query, Resolver } from '@nestjs/graphql';
import type { Viewer } from '#access/server';
import { CurrentViewer } from '#platform/server';
import { AppError } from '#platform/shared';
import { canModerate } from '../space/space.policy.js';
import { SpaceQueries } from '../space/space.queries.js';
import type { GatesChange } from './gates-change.js';
import { GatesChanges } from './gates-change.queries.js';
import { GatesChangeType, SpaceGatesChangeInput } from './gates-change.type.js';

@Resolver(() => GatesChangeType)
export class GatesChangeResolver {
  constructor(
    @Inject(SpaceQueries) private readonly spaces: SpaceQueries,
    @Inject(GatesChanges) private readonly changes: GatesChanges,
  ) {}

  @Query(() => GatesChangeType, { description: 'Who could come into a space by other gates. For its moderators: NOT_FOUND where one does not know the space, FORBIDDEN where one does not moderate it.' })
  async spaceGatesChange(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The space and the gates it would have.' }) input: SpaceGatesChangeInput,
  ): Promise<GatesChange> {
    const space = await this.spaces.byId(viewer, input.spaceId);
    if (space === null) throw AppError.notFound();
    if (!canModerate(viewer, space)) throw AppError.forbidden();
    // Nobody comes into an archived space: reopened, it has all its gates open anew.
    const before = space.archivedAt === null ? space : { ...space, gates: [] };
    return this.changes.of(before, { ...space, gates: input.gates });
  }
}
