/** The programme around the content: its settings, its pages, the record of deliberate acts, work that failed. */
import type { ServerDomain } from '#platform/server';
import { Administration1700000000500 } from './administration.migration.js';
import { AdministrationModule } from './administration.module.js';
import { ConsentNeed1700000000501 } from './page/consent-need.migration.js';

export { AdministrationModule } from './administration.module.js';

export const administrationDomain: ServerDomain = {
  name: 'administration',
  module: AdministrationModule,
  entities: [],
  migrations: [Administration1700000000500, ConsentNeed1700000000501],
};
