/** Practice tips: writing, releasing, keeping right, bundling, carrying in and out. */
import type { ServerDomain } from '#platform/server';
import { WorkingCopyEntity } from './draft/working-copy.entity.js';
import { TipEntity } from './tip/tip.entity.js';
import { HandbookRevisions1700000000401 } from './handbook/handbook-revision.migration.js';
import { Tips1700000000400 } from './tips.migration.js';
import { TipSettingsVersion1700000000402 } from './settings/tip-settings-version.migration.js';
import { TipsModule } from './tips.module.js';

/** The whole of an import from a folder, for `npm run import:tips`. */
export { runTipImport } from './import/import-command.js';
export type { ImportVoice } from './import/import-command.js';
export type { FolderImport } from './import/import-folder.js';
export { TipsModule } from './tips.module.js';

export const tipsDomain: ServerDomain = {
  name: 'tips',
  module: TipsModule,
  entities: [TipEntity, WorkingCopyEntity],
  migrations: [Tips1700000000400, HandbookRevisions1700000000401, TipSettingsVersion1700000000402],
};
