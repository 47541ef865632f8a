import { Module } from '@nestjs/common';
import { AccountsModule } from '#accounts/server';
import { SpacesModule } from '#spaces/server';
import { ModerationGate } from './gate/moderation-gate.js';
import { ModeratedKinds } from './kinds/moderated-kinds.js';

@Module({
  imports: [AccountsModule, SpacesModule],
  providers: [ModeratedKinds, ModerationGate],
  exports: [ModeratedKinds, ModerationGate],
})
export class ModerationModule {}
