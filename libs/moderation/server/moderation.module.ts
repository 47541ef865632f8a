import { Module } from '@nestjs/common';
import { AccountsModule } from '#accounts/server';
import { NotificationsModule } from '#notifications/server';
import { SpacesModule } from '#spaces/server';
import { AwayContent } from './case/away-content.js';
import { CaseFields, CaseObjectionFields, ItemReportFields, ItemSurroundingFields, ModerationActFields } from './case/case.fields.js';
import { CaseLoaders } from './case/case.loaders.js';
import { CaseQueries } from './case/case.queries.js';
import { CaseResolver, SpaceModerationFields } from './case/case.resolver.js';
import { Cases } from './case/cases.js';
import { DecideCase } from './case/decide-case.js';
import { DirectActs } from './case/direct-acts.js';
import { ModerationGate } from './gate/moderation-gate.js';
import { ModeratedKinds } from './kinds/moderated-kinds.js';
import { LogQueries } from './log/log.queries.js';
import { LogResolver } from './log/log.resolver.js';
import { MeasureResolver, SpaceMeasureFields } from './measure/measure.resolver.js';
import { Measures } from './measure/measures.js';
import { OwnMeasures } from './measure/own-measures.js';
import { ModerationLeaving } from './moderation.leaving.js';
import { ModerationMails } from './moderation.mails.js';
import { ModerationNotices } from './moderation.notices.js';
import { moderationOwnData } from './moderation.own-data.js';
import { ModerationSchedule } from './moderation.schedule.js';
import { Objections } from './objection/objections.js';
import { OwnQueries } from './own/own.queries.js';
import { OwnResolver } from './own/own.resolver.js';
import { ReportResolver } from './report/report.resolver.js';
import { ReportService } from './report/report.service.js';
import { ModerationSettingsResolver } from './settings/moderation-settings.resolver.js';
import { ModerationSettingsService } from './settings/moderation-settings.service.js';

const reads = [CaseQueries, CaseLoaders, LogQueries, OwnQueries, OwnMeasures];
const writes = [Cases, AwayContent, ModeratedKinds, ModerationGate, DecideCase, DirectActs, Objections, ReportService, Measures, ModerationSettingsService];
const resolvers = [
  CaseResolver, CaseFields, CaseObjectionFields, ItemReportFields, ItemSurroundingFields, ModerationActFields, SpaceModerationFields,
  ReportResolver, OwnResolver, MeasureResolver, SpaceMeasureFields, LogResolver, ModerationSettingsResolver,
];
const work = [ModerationNotices, ModerationMails, ModerationSchedule, ModerationLeaving, moderationOwnData];

@Module({
  imports: [AccountsModule, SpacesModule, NotificationsModule],
  providers: [...reads, ...writes, ...resolvers, ...work],
  exports: [Cases, AwayContent, ModeratedKinds, ModerationGate, DirectActs, OwnMeasures],
})
export class ModerationModule {}
