import { Module } from '@nestjs/common';
import { AccountsModule } from '#accounts/server';
import { IDENTITY_SOURCE } from '#platform/server';
import { SpaceIdentity } from './identity/space-identity.js';

@Module({
  imports: [AccountsModule],
  providers: [SpaceIdentity, { provide: IDENTITY_SOURCE, useExisting: SpaceIdentity }],
  exports: [SpaceIdentity, IDENTITY_SOURCE],
})
export class SpacesModule {}
