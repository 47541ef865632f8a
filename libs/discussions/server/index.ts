/** Questions and exchanges: opening, solving, lists, catching up, polls, moving, splitting, merging. */
import type { ServerDomain } from '#platform/server';
import { DiscussionsActs1700000000802 } from './discussions.acts.migration.js';
import { DiscussionsCopies1700000000801 } from './discussions.copies.migration.js';
import { DiscussionsDrafts1700000000804 } from './discussions.drafts.migration.js';
import { Discussions1700000000800 } from './discussions.migration.js';
import { DiscussionsModule } from './discussions.module.js';
import { DiscussionsPolls1700000000803 } from './poll/polls.migration.js';

/** Reads of discussions, each bound to its viewer: what becomes a practice tip. */
export { DiscussionQueries } from './discussion/discussion.queries.js';
export type { DiscussionRow } from './discussion/discussion.row.js';
/** The GraphQL type `Discussion`, for fields of other domains. */
export { Discussion } from './discussion/discussion.type.js';
export { DiscussionsModule } from './discussions.module.js';

export const discussionsDomain: ServerDomain = {
  name: 'discussions',
  module: DiscussionsModule,
  entities: [],
  migrations: [Discussions1700000000800, DiscussionsCopies1700000000801, DiscussionsActs1700000000802, DiscussionsPolls1700000000803, DiscussionsDrafts1700000000804],
};
