/** Telling people: notices, mails at once and in digests, following, preferences, mail policy of spaces. */
import type { ServerDomain } from '#platform/server';
import { NotificationsModule } from './notifications.module.js';

export const notificationsDomain: ServerDomain = {
  name: 'notifications',
  module: NotificationsModule,
  entities: [],
  migrations: [],
};
