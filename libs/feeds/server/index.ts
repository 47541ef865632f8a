/** Atom feeds of spaces behind revocable personal addresses. */
import type { ServerDomain } from '#platform/server';
import { Feeds1700000000680 } from './feeds.migration.js';
import { FeedsModule } from './feeds.module.js';

/** Content domains register what is new of their kind; see {@link FeedSource}. */
export { FeedSources } from './feed-sources.js';
export type { FeedEntry, FeedSource } from './feed-sources.js';
/** One statement over the table of a content, for a {@link FeedSource}. */
export { newestOf } from './feed-table.js';
export type { FeedTable } from './feed-table.js';
export { FeedsModule } from './feeds.module.js';

export const feedsDomain: ServerDomain = {
  name: 'feeds',
  module: FeedsModule,
  entities: [],
  migrations: [Feeds1700000000680],
};
