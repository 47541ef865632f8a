import { Module } from '@nestjs/common';
import { AccountsModule } from '#accounts/server';
import { BookmarksModule } from '#bookmarks/server';
import { FeedsModule } from '#feeds/server';
import { ModerationModule } from '#moderation/server';
import { NotificationsModule } from '#notifications/server';
import { SearchModule } from '#search/server';
import { SpacesModule } from '#spaces/server';
import { ThreadsModule } from '#threads/server';
import { TopicsModule } from '#topics/server';
import { TipDraftFields, TipKeptDraftFields, TipWorkingCopyFields } from './draft/draft.fields.js';
import { DraftQueries } from './draft/draft.queries.js';
import { DraftResolver } from './draft/draft.resolver.js';
import { DraftService } from './draft/draft.service.js';
import { WorkingCopies } from './draft/working-copies.js';
import { ExportController } from './export/export.controller.js';
import { ExportQueries } from './export/export.queries.js';
import { FeedbackResolver, TipFeedbackFields } from './feedback/feedback.resolver.js';
import { FeedbackService } from './feedback/feedback.service.js';
import { HandbookExport } from './handbook/handbook-export.js';
import { HandbookHistoryFields, HandbookRevisionResolver } from './handbook/handbook-revision.resolver.js';
import { HandbookRevisions } from './handbook/handbook-revisions.js';
import { HandbookQueries } from './handbook/handbook.queries.js';
import { HandbookEntryFields, HandbookResolver } from './handbook/handbook.resolver.js';
import { HandbookService } from './handbook/handbook.service.js';
import { ImportAuthors } from './import/import-authors.js';
import { ImportTopics } from './import/import-topics.js';
import { RunImport } from './import/run-import.js';
import { TipImportResolver } from './import/tip-import.resolver.js';
import { TipImports } from './import/tip-imports.js';
import { UploadController } from './import/upload.controller.js';
import { RestoreRevision } from './revision/restore-revision.js';
import { RevisionQueries } from './revision/revision.queries.js';
import { RevisionResolver, TipRevisionFields } from './revision/revision.resolver.js';
import { SpaceTipsFields } from './settings/space-tips.fields.js';
import { TipPlaces } from './settings/tip-places.js';
import { TipSettingsResolver } from './settings/tip-settings.resolver.js';
import { TipSettingsService } from './settings/tip-settings.service.js';
import { HandOverTip } from './tip/hand-over-tip.js';
import { NewTips } from './tip/new-tips.js';
import { PublishObstacles } from './tip/publish-obstacles.js';
import { PublishTip } from './tip/publish-tip.js';
import { RenderBudget } from './tip/render-budget.js';
import { ReviewTip } from './tip/review-tip.js';
import { TipHiding } from './tip/tip-hiding.js';
import { TipRelease } from './tip/tip-release.js';
import { TipStanding } from './tip/tip-standing.js';
import { TipAbilities } from './tip/tip.abilities.js';
import { TipFields } from './tip/tip.fields.js';
import { TipGate } from './tip/tip.gate.js';
import { TipLoaders } from './tip/tip.loaders.js';
import { TipMutations } from './tip/tip.mutations.js';
import { TipQueries } from './tip/tip.queries.js';
import { TipResolver } from './tip/tip.resolver.js';
import { TipTexts } from './tip/tip.texts.js';
import { TipWriterFields } from './tip/tip-writer.fields.js';
import { TipsFeeds } from './tips.feeds.js';
import { TipsBookmarks } from './tips.bookmarks.js';
import { TipNames } from './tips.names.js';
import { TipsNotices } from './tips.notices.js';
import { TipsLeaving } from './tips.leaving.js';
import { TipsModeration } from './tips.moderation.js';
import { tipsOwnData } from './tips.own-data.js';
import { TipsSchedule } from './tips.schedule.js';
import { TipsContribution } from './tips.search.js';
import { TipsThreads, TipThreadFields } from './tips.threads.js';
import { TipsTopics, TopicTipsFields } from './tips.topics.js';

const reads = [TipQueries, TipPlaces, TipLoaders, DraftQueries, RevisionQueries, HandbookQueries, HandbookRevisions, ExportQueries, HandbookExport, RenderBudget];
const writes = [
  PublishObstacles, TipTexts, TipGate, NewTips, WorkingCopies, TipRelease, TipHiding, PublishTip, ReviewTip, HandOverTip, TipStanding, DraftService, RestoreRevision, FeedbackService,
  TipSettingsService, HandbookService, TipImports, ImportAuthors, ImportTopics, RunImport,
];
const resolvers = [
  TipResolver, TipFields, TipAbilities, TipMutations, DraftResolver, TipDraftFields, TipWorkingCopyFields, TipKeptDraftFields, RevisionResolver,
  TipRevisionFields, FeedbackResolver, TipFeedbackFields, TopicTipsFields, TipSettingsResolver, HandbookResolver, HandbookEntryFields, HandbookRevisionResolver, HandbookHistoryFields, TipImportResolver,
  TipWriterFields, SpaceTipsFields, TipThreadFields,
];
const work = [TipsNotices, TipsModeration, TipsBookmarks, TipsSchedule, TipsContribution, TipsFeeds, tipsOwnData, TipNames, TipsLeaving, TipsTopics, TipsThreads];

@Module({
  imports: [AccountsModule, BookmarksModule, SpacesModule, SearchModule, FeedsModule, ModerationModule, NotificationsModule, TopicsModule, ThreadsModule],
  controllers: [UploadController, ExportController],
  providers: [...reads, ...writes, ...resolvers, ...work],
  exports: [PublishObstacles, TipQueries, TipLoaders, TipSettingsService, DraftService, DraftQueries],
})
export class TipsModule {}
