/** Atom feeds of spaces behind revocable personal addresses. */
import type { ServerDomain } from '#platform/server';
import { FeedsModule } from './feeds.module.js';

export const feedsDomain: ServerDomain = {
  name: 'feeds',
  module: FeedsModule,
  entities: [],
  migrations: [],
};
