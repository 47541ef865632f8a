/** Questions and exchanges: opening, solving, lists, catching up, polls, moving, splitting, merging. */
import type { ServerDomain } from '#platform/server';
import { DiscussionsModule } from './discussions.module.js';

export const discussionsDomain: ServerDomain = {
  name: 'discussions',
  module: DiscussionsModule,
  entities: [],
  migrations: [],
};
