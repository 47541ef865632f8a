/** The programme-wide vocabulary: words, synonyms, merging. */
import type { ServerDomain } from '#platform/server';
import { TopicEntity } from './topic/topic.entity.js';
import { Topics1700000000500 } from './topic/topic.migration.js';
import { TopicsModule } from './topics.module.js';

/** What domains whose things carry topics hand in, in the constructor of one of their providers: `carriers.contribute(…)`. */
export { replaceInTable, TopicCarriers } from './topic/topic.carriers.js';
export type { TopicCarrier } from './topic/topic.carriers.js';
/** For hand-written SQL over things with a column `topic_ids`. */
export { TOPIC_COLUMNS, topicIdsBySlug, topicsAsJson } from './topic/topic.row.js';
export type { TopicRow } from './topic/topic.row.js';
/** `all`, `bySlug`, `offered` … for whoever files things under topics. */
export { TopicService } from './topic/topic.service.js';
/** Arguments `space` and `topic` for lists of what carries topics. */
export { TopicalArgs } from './topic/topical-args.js';
/** The GraphQL type, for fields of other domains. */
export { Topic } from './topic/topic.type.js';
export { TopicsModule } from './topics.module.js';

export const topicsDomain: ServerDomain = {
  name: 'topics',
  module: TopicsModule,
  entities: [TopicEntity],
  migrations: [Topics1700000000500],
};
