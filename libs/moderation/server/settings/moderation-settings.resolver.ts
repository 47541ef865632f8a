import { Inject } from '@nestjs/common';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Viewer } from '#access/server';
import { CurrentViewer, IdArg } from '#platform/server';
import { ModerationSettingsService } from './moderation-settings.service.js';
import { ModerationSettings, SaveModerationSettingsInput } from './moderation-settings.type.js';

@Resolver(() => ModerationSettings)
export class ModerationSettingsResolver {
  constructor(@Inject(ModerationSettingsService) private readonly service: ModerationSettingsService) {}

  @Query(() => ModerationSettings, { description: 'What the gate of a space stops at. UNAUTHENTICATED for guests; NOT_FOUND for a space out of sight; FORBIDDEN `moderation.moderatorsOnly`.' })
  async moderationSettings(@CurrentViewer() viewer: Viewer, @IdArg('spaceId', 'Id of a space one moderates.') spaceId: string): Promise<ModerationSettings> {
    return this.service.of(viewer, spaceId);
  }

  @Mutation(() => ModerationSettings, {
    description:
      'Decides what the gate of a space stops at, from the next item on; on record. UNAUTHENTICATED for guests; NOT_FOUND for a space out of sight; FORBIDDEN `moderation.moderatorsOnly`; CONFLICT `moderation.settingsStale` (params version); `moderation.wordTooShort` and `tooLong` at `watchedWords.<n>`.',
  })
  async saveModerationSettings(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'All settings as they shall be.' }) input: SaveModerationSettingsInput): Promise<ModerationSettings> {
    await this.service.save(viewer, input);
    return this.service.of(viewer, input.spaceId);
  }
}
