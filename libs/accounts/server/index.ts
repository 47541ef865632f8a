/** Who has a login: registration, sign-in, sessions, profile, roles. */
import type { ServerDomain } from '#platform/server';
import { Account } from './account/account.entity.js';
import { Accounts1700000000110 } from './accounts.migration.js';
import { AccountsModule } from './accounts.module.js';
import { ConsentLocale1700000000114 } from './consent/consent.migration.js';
import { AccountLeaving1700000000115 } from './leaving/leaving.migration.js';
import { AccountLinkAddress1700000000112 } from './link/account-link.migration.js';
import { AccountLinkMail1700000000116 } from './link/link-mail.migration.js';
import { GrantedBy1700000000113 } from './registration/granted-by.migration.js';
import { Registration1700000000111 } from './registration/registration.migration.js';

export { Account } from './account/account.entity.js';
export type { AccountStanding } from './account/account.entity.js';
/** The guards of the three circles: signed in, approved, coordinator. Each returns the account's id or throws. */
export { accountOf, coordinatorOf, memberOf } from './account/account.policy.js';
export { ProgrammeRoleEnum, SiteRoleEnum } from './account/viewer.type.js';
export { AccountsModule } from './accounts.module.js';
/** The port through which whoever keeps the pages tells which wordings consents are given to. */
export { ConsentTexts } from './consent/consent-texts.js';
export type { ConsentKind, ConsentLocale, ConsentText, ConsentTextsNow, ConsentTextsSource } from './consent/consent-texts.js';
/** Members from a table; for the command line. */
export { MemberImport } from './import/member-import.js';
export { runMemberImport } from './import/import-command.js';
export type { ImportPreview } from './import/member-import.js';
/** `repeat()` at each start: whoever is gone stays gone, also where the database comes from an older backup. */
export { AccountErasure } from './leaving/account-erasure.js';
/** `repeat()` at each start: whoever wished to go goes, also where the database comes from a backup that is older than the wish. */
export { LeavingWishes } from './leaving/leaving-wishes.js';
/** What stays of somebody who leaves: each domain removes its own part. */
export { LeavingRegistry } from './leaving/leaving.registry.js';
export type { LeavingAccount, LeavingContribution, LeavingObstacle } from './leaving/leaving.registry.js';
/** What a person can take along: each domain contributes its part while it starts. */
export { OwnDataRegistry } from './own-data/own-data.registry.js';
/** For domains whose part is plain lists. */
export { ownLists } from './own-data/own-lists.js';
export type { OwnSight, OwnStatement } from './own-data/own-lists.js';
export type { OwnDataContribution, OwnDataPart } from './own-data/own-data.registry.js';
/** argon2id of a password; the same for a space's. */
export { hashPassword, isPassword } from './password/password.hashing.js';
/** People as members see them, and what search indexes of them. */
export { People } from './person/people.js';
export type { PersonDocument, PersonRow } from './person/people.js';
/** `byId(context, id)` for a field of the type {@link PersonType}. */
export { PersonLoaders } from './person/person.loaders.js';
export { PersonType } from './person/person.type.js';
/** The port through which spaces tells who shares a space with whom. */
export { SharedSpaces } from './person/shared-spaces.js';
export type { SharedSpacesSource } from './person/shared-spaces.js';
export { hashToken, sessionTokenOf } from './session/session.cookie.js';
export { Sessions } from './session/sessions.js';
/** The one-time code for the first coordinator: `issue()` at each start. */
export { SetupCode } from './setup/setup.service.js';

export const accountsDomain: ServerDomain = {
  name: 'accounts',
  module: AccountsModule,
  entities: [Account],
  migrations: [Accounts1700000000110, Registration1700000000111, AccountLinkAddress1700000000112, GrantedBy1700000000113, ConsentLocale1700000000114, AccountLeaving1700000000115, AccountLinkMail1700000000116],
};
