/** Rows of posts under whatever content: writing, reading by position, quotes, mentions, reactions, read marks. */
import type { ServerDomain } from '#platform/server';
import { ThreadsModule } from './threads.module.js';

export const threadsDomain: ServerDomain = {
  name: 'threads',
  module: ThreadsModule,
  entities: [],
  migrations: [],
};
