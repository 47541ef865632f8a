import { Inject } from '@nestjs/common';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import { perRequest, type GraphqlContext } from '#platform/server';
import { canRead, SpaceType, type Space } from '#spaces/server';
import { TipSettingsService } from './tip-settings.service.js';
import { TipSettings } from './tip-settings.type.js';

/** What tips add to a space. */
@Resolver(() => SpaceType)
export class SpaceTipsFields {
  constructor(@Inject(TipSettingsService) private readonly service: TipSettingsService) {}

  @ResolveField(() => TipSettings, { nullable: true, description: 'How it keeps its tips, and what the viewer may do there; null for whoever does not read it.' })
  async tipSettings(@Parent() space: Space, @Context() context: GraphqlContext): Promise<TipSettings | null> {
    if (!canRead(context.viewer, space)) return null;
    const loader = perRequest(context, this, () => new DataLoader((ids: readonly string[]) => this.service.ofAll(context.viewer, ids)));
    return loader.load(space.id);
  }
}
