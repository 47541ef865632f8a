/** A discussion becomes a practice tip: passages, consent, the border between spaces, credit. */
import type { ServerDomain } from '#platform/server';
import { Harvest1700000000850 } from './harvest.migration.js';
import { HarvestForgetting1700000000853 } from './harvest.forgetting.migration.js';
import { HarvestLinkedIds1700000000852 } from './harvest.linked-ids.migration.js';
import { HarvestReminder1700000000851 } from './harvest.reminder.migration.js';
import { HarvestModule } from './harvest.module.js';

export { HarvestModule } from './harvest.module.js';

export const harvestDomain: ServerDomain = {
  name: 'harvest',
  module: HarvestModule,
  entities: [],
  migrations: [Harvest1700000000850, HarvestReminder1700000000851, HarvestLinkedIds1700000000852, HarvestForgetting1700000000853],
};
