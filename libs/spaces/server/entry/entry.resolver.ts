import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import type { Viewer } from '#access/server';
import { CurrentViewer, perRequest, type GraphqlContext } from '#platform/server';
import type { Space } from '../space/space.entity.js';
import { SpaceIdInput } from '../space/space.inputs.js';
import { SpaceType } from '../space/space.type.js';
import { EntryService } from './entry.service.js';
import { AdministeredSpace, EnterSpaceInput, SpaceEntry } from './entry.type.js';

@Resolver(() => SpaceType)
export class EntryResolver {
  constructor(@Inject(EntryService) private readonly entries: EntryService) {}

  @Query(() => [AdministeredSpace], { description: 'All spaces by name, hidden ones too, as far as running the programme needs it. For coordinators; NOT_FOUND for others.' })
  async administeredSpaces(@CurrentViewer() viewer: Viewer): Promise<readonly AdministeredSpace[]> {
    return this.entries.all(viewer);
  }

  @ResolveField(() => SpaceEntry, { nullable: true, description: "The viewer's running look inside as coordinator; null where there is none." })
  async myEntry(@Parent() space: Space, @Context() context: GraphqlContext): Promise<SpaceEntry | null> {
    const loader = perRequest(context, this, () => {
      return new DataLoader(async (ids: readonly string[]) => {
        const entries = await this.entries.entries(context.viewer, ids);
        return ids.map((id) => entries.get(id) ?? null);
      });
    });
    return loader.load(space.id);
  }

  @Mutation(() => AdministeredSpace, { description: 'Looks into a space one could not read, for 60 minutes. Logged and told to its moderators. For coordinators; NOT_FOUND for everybody else and for an unknown space, CONFLICT `space.alreadyInside` where one reads it already.' })
  async enterSpace(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The space and the reason for looking in.' }) input: EnterSpaceInput): Promise<AdministeredSpace> {
    return this.entries.enter(viewer, input.spaceId, input.reason);
  }

  @Mutation(() => AdministeredSpace, { description: 'Ends the look inside before its time; without one nothing happens. For coordinators; NOT_FOUND for everybody else and for an unknown space.' })
  async leaveEntry(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The space whose look inside ends.' }) input: SpaceIdInput): Promise<AdministeredSpace> {
    return this.entries.leave(viewer, input.spaceId);
  }
}
