import { accountsDomain } from '#accounts/server';
import { administrationDomain } from '#administration/server';
import type { ServerDomain } from '#platform/server';
import { searchDomain } from '#search/server';
import { spacesDomain } from '#spaces/server';
import { tipsDomain } from '#tips/server';

/** The product, a line per domain. */
export const domains: readonly ServerDomain[] = [
  accountsDomain,
  spacesDomain,
  searchDomain,
  tipsDomain,
  administrationDomain,
];
