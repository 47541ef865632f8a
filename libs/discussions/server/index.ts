/** Questions and exchanges: opening, solving, lists, catching up, polls, moving, splitting, merging. */
import type { ServerDomain } from '#platform/server';
import { Discussions1700000000800 } from './discussions.migration.js';
import { DiscussionsModule } from './discussions.module.js';

export { DiscussionsModule } from './discussions.module.js';

export const discussionsDomain: ServerDomain = {
  name: 'discussions',
  module: DiscussionsModule,
  entities: [],
  migrations: [Discussions1700000000800],
};
