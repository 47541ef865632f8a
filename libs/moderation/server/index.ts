/** Reports, queue, holding, hiding, objections, measures against accounts, the log. */
import type { ServerDomain } from '#platform/server';
import { ModerationModule } from './moderation.module.js';

export const moderationDomain: ServerDomain = {
  name: 'moderation',
  module: ModerationModule,
  entities: [],
  migrations: [],
};
