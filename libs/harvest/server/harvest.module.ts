import { Module } from '@nestjs/common';
import { AccountsModule } from '#accounts/server';
import { DiscussionsModule } from '#discussions/server';
import { NotificationsModule } from '#notifications/server';
import { SpacesModule } from '#spaces/server';
import { ThreadsModule } from '#threads/server';
import { TipsModule } from '#tips/server';
import { Borders } from './border/borders.js';
import { SettleCrossings } from './border/settle-crossings.js';
import { Consents } from './consent/consents.js';
import { RequestTargets } from './consent/request-targets.js';
import { HarvestNotices } from './harvest.notices.js';
import { HarvestObstacle } from './harvest.obstacle.js';
import { HarvestPersons } from './harvest.persons.js';
import { HarvestQueries } from './harvest.queries.js';
import { HarvestSchedule } from './harvest.schedule.js';
import { HarvestResolver } from './harvest.resolver.js';
import { MakeTip } from './making/make-tip.js';
import { TipHarvests } from './tip/tip-harvest.js';
import { DiscussionHarvestFields, HarvestCrossingFields, HarvestLoaders, HarvestPassageFields, TipHarvestDiscussion, TipHarvestFields } from './tip/tip-harvest.fields.js';

const reads = [HarvestQueries, HarvestLoaders, Borders, TipHarvests, RequestTargets];
const writes = [MakeTip, Consents, SettleCrossings];
const resolvers = [HarvestResolver, TipHarvestFields, TipHarvestDiscussion, HarvestPassageFields, HarvestCrossingFields, DiscussionHarvestFields];
const work = [HarvestObstacle, HarvestNotices, HarvestSchedule, HarvestPersons];

@Module({
  imports: [AccountsModule, SpacesModule, NotificationsModule, ThreadsModule, TipsModule, DiscussionsModule],
  providers: [...reads, ...writes, ...resolvers, ...work],
})
export class HarvestModule {}
