import { Module } from '@nestjs/common';
import { AccountsModule } from '#accounts/server';
import { IDENTITY_SOURCE } from '#platform/server';
import { Audiences } from './audience/audience.queries.js';
import { SpaceIdentity } from './identity/space-identity.js';
import { SpaceLoaders } from './space/space.loaders.js';
import { SpaceQueries } from './space/space.queries.js';
import { SpaceResolver } from './space/space.resolver.js';

@Module({
  imports: [AccountsModule],
  providers: [SpaceIdentity, { provide: IDENTITY_SOURCE, useExisting: SpaceIdentity }, SpaceQueries, SpaceLoaders, SpaceResolver, Audiences],
  exports: [SpaceIdentity, IDENTITY_SOURCE, SpaceQueries, SpaceLoaders, Audiences],
})
export class SpacesModule {}
