import { Inject } from '@nestjs/common';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Viewer } from '#access/server';
import { CurrentViewer, IdArg } from '#platform/server';
import { TipSettingsService } from './tip-settings.service.js';
import { SaveTipSettingsInput, TipSettings } from './tip-settings.type.js';

/** How spaces keep their tips. */
@Resolver(() => TipSettings)
export class TipSettingsResolver {
  constructor(@Inject(TipSettingsService) private readonly service: TipSettingsService) {}

  @Query(() => TipSettings, { description: 'How a space keeps its tips, and what the viewer may do there. NOT_FOUND for a space whose content the viewer does not see.' })
  async tipSettings(@CurrentViewer() viewer: Viewer, @IdArg('spaceId', 'Id of the space; NOT_FOUND where the viewer does not read it.') spaceId: string): Promise<TipSettings> {
    return this.service.of(viewer, spaceId);
  }

  @Mutation(() => TipSettings, { description: 'A moderator decides how the space keeps its tips; on record. UNAUTHENTICATED for guests; NOT_FOUND for a space out of sight; FORBIDDEN for who does not moderate it and while it is archived; CONFLICT `tip.settingsStale` where somebody has changed them since.' })
  async saveTipSettings(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'All settings as they shall be; what is left out of the template is gone.' }) input: SaveTipSettingsInput): Promise<TipSettings> {
    await this.service.save(viewer, input);
    return this.service.of(viewer, input.spaceId);
  }
}
