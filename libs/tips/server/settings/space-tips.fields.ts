import { Inject } from '@nestjs/common';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Viewer } from '#access/server';
import { CurrentViewer } from '#platform/server';
import { canRead, SpaceType, type Space } from '#spaces/server';
import { TipSettingsService } from './tip-settings.service.js';
import { TipSettings } from './tip-settings.type.js';

/** What tips add to a space. */
@Resolver(() => SpaceType)
export class SpaceTipsFields {
  constructor(@Inject(TipSettingsService) private readonly service: TipSettingsService) {}

  @ResolveField(() => TipSettings, { nullable: true, description: 'How it keeps its tips, and what the viewer may do there; null for whoever does not read it.' })
  async tipSettings(@Parent() space: Space, @CurrentViewer() viewer: Viewer): Promise<TipSettings | null> {
    return canRead(viewer, space) ? this.service.of(viewer, space.id) : null;
  }
}
