/** What somebody keeps for later, with a note and a date of reminder. */
import type { ServerDomain } from '#platform/server';
import { BookmarksModule } from './bookmarks.module.js';

export const bookmarksDomain: ServerDomain = {
  name: 'bookmarks',
  module: BookmarksModule,
  entities: [],
  migrations: [],
};
