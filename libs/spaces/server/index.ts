/** Places with members and rules: spaces, membership, gates, join requests; and who a request comes from. */
import type { ServerDomain } from '#platform/server';
import { Spaces1700000000200 } from './spaces.migration.js';
import { SpacesModule } from './spaces.module.js';

export { SpaceIdentity } from './identity/space-identity.js';
export { SpacesModule } from './spaces.module.js';

export const spacesDomain: ServerDomain = {
  name: 'spaces',
  module: SpacesModule,
  entities: [],
  migrations: [Spaces1700000000200],
};
