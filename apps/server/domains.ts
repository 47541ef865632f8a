import { accountsDomain } from '#accounts/server';
import { administrationDomain } from '#administration/server';
import { bookmarksDomain } from '#bookmarks/server';
import { discussionsDomain } from '#discussions/server';
import { feedsDomain } from '#feeds/server';
import { harvestDomain } from '#harvest/server';
import { moderationDomain } from '#moderation/server';
import { notificationsDomain } from '#notifications/server';
import type { ServerDomain } from '#platform/server';
import { searchDomain } from '#search/server';
import { spacesDomain } from '#spaces/server';
import { threadsDomain } from '#threads/server';
import { tipsDomain } from '#tips/server';
import { topicsDomain } from '#topics/server';

/** The product, a line per domain. */
export const domains: readonly ServerDomain[] = [
  accountsDomain,
  spacesDomain,
  searchDomain,
  topicsDomain,
  notificationsDomain,
  moderationDomain,
  bookmarksDomain,
  feedsDomain,
  threadsDomain,
  tipsDomain,
  discussionsDomain,
  harvestDomain,
  administrationDomain,
];
