/** What somebody keeps for later, with a note and a day of reminder. */
import type { ServerDomain } from '#platform/server';
import { Bookmarks1700000000670 } from './bookmarks.migration.js';
import { BookmarksModule } from './bookmarks.module.js';

/** For what goes, moves or becomes part of something else, within the caller's transaction. */
export { Bookmarks } from './bookmark/bookmarks.js';
/** What a domain hands in so that its things can be kept: `kinds.register({ kind, load })` in a provider's constructor. */
export { BookmarkKinds } from './contribution/bookmark-kinds.js';
export type { BookmarkCard, BookmarkContribution } from './contribution/bookmark.contribution.js';
export { BookmarksModule } from './bookmarks.module.js';

export const bookmarksDomain: ServerDomain = {
  name: 'bookmarks',
  module: BookmarksModule,
  entities: [],
  migrations: [Bookmarks1700000000670],
};
