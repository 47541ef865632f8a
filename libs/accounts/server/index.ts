/** Who has a login: registration, sign-in, sessions, profile, roles. */
import type { ServerDomain } from '#platform/server';
import { Account } from './account/account.entity.js';
import { Accounts1700000000110 } from './accounts.migration.js';
import { AccountsModule } from './accounts.module.js';

export { Account } from './account/account.entity.js';
export type { AccountStanding } from './account/account.entity.js';
export { ProgrammeRoleEnum } from './account/viewer.type.js';
export { AccountsModule } from './accounts.module.js';
export { hashToken, sessionTokenOf } from './session/session.cookie.js';
export { Sessions } from './session/sessions.js';

export const accountsDomain: ServerDomain = {
  name: 'accounts',
  module: AccountsModule,
  entities: [Account],
  migrations: [Accounts1700000000110],
};
