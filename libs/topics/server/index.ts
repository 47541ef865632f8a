/** The programme-wide vocabulary: words, synonyms, merging. */
import type { ServerDomain } from '#platform/server';
import { TopicsModule } from './topics.module.js';

export const topicsDomain: ServerDomain = {
  name: 'topics',
  module: TopicsModule,
  entities: [],
  migrations: [],
};
