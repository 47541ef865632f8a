/** Practice tips: writing, releasing, keeping right, bundling, carrying in and out. */
import type { ServerDomain } from '#platform/server';
import { WorkingCopyEntity } from './draft/working-copy.entity.js';
import { TipEntity } from './tip/tip.entity.js';
import { HandbookRevisions1700000000401 } from './handbook/handbook-revision.migration.js';
import { Tips1700000000400 } from './tips.migration.js';
import { TipSettingsVersion1700000000402 } from './settings/tip-settings-version.migration.js';
import { TipsLinkedIds1700000000403 } from './tips.linked-ids.migration.js';
import { TipsModule } from './tips.module.js';

/** The whole of an import from a folder, for `npm run import:tips`. */
export { runTipImport } from './import/import-command.js';
export type { ImportVoice } from './import/import-command.js';
export type { FolderImport } from './import/import-folder.js';
/** `save` begins a draft or goes on with one; for domains that make tips of something else. */
export { DraftService } from './draft/draft.service.js';
export { DraftQueries } from './draft/draft.queries.js';
export { TipSettingsService } from './settings/tip-settings.service.js';
/** What other domains want settled before a text is released. */
export { PublishObstacles } from './tip/publish-obstacles.js';
export type { PublishObstacle, TextToRelease } from './tip/publish-obstacles.js';
/** Who sees what is written beside a released text. */
export { canSeeInside } from './tip/tip.policy.js';
/** Reads of tips, each bound to its viewer; `TipLoaders` gathers them over one request. */
export { TipLoaders } from './tip/tip.loaders.js';
export { TipQueries } from './tip/tip.queries.js';
export type { TipRow, Writer } from './tip/tip.row.js';
/** The GraphQL types, for fields of other domains. */
export { Tip, TipWriter } from './tip/tip.type.js';
export { TipsModule } from './tips.module.js';

export const tipsDomain: ServerDomain = {
  name: 'tips',
  module: TipsModule,
  entities: [TipEntity, WorkingCopyEntity],
  migrations: [Tips1700000000400, HandbookRevisions1700000000401, TipSettingsVersion1700000000402, TipsLinkedIds1700000000403],
};
