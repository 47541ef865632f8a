import { Module } from '@nestjs/common';
import { AccountManagement } from './account/account-management.js';
import { AccountQueries } from './account/account.queries.js';
import { Accounts } from './account/accounts.js';
import { AddressChange } from './account/address-change.js';
import { ManagedAccountLoaders } from './account/managed-account.loaders.js';
import { ManagedAccountResolver } from './account/managed-account.resolver.js';
import { OwnAccountResolver } from './account/own-account.resolver.js';
import { ViewerResolver } from './account/viewer.resolver.js';
import { AccountsHousekeeping } from './accounts.housekeeping.js';
import { AccountsMailing } from './accounts.mailing.js';
import { AccountsMails } from './accounts.mails.js';
import { ConsentResolver } from './consent/consent.resolver.js';
import { ConsentTexts } from './consent/consent-texts.js';
import { Consents } from './consent/consents.js';
import { MemberImport } from './import/member-import.js';
import { MemberImportController } from './import/member-import.controller.js';
import { InvitationResolver } from './invitation/invitation.resolver.js';
import { Invitations } from './invitation/invitations.js';
import { AccountErasure } from './leaving/account-erasure.js';
import { ErasedAccounts } from './leaving/erased-accounts.js';
import { AccountLeavingContribution } from './leaving/account-leaving.contribution.js';
import { LeavingWishes } from './leaving/leaving-wishes.js';
import { LeavingRegistry } from './leaving/leaving.registry.js';
import { LeavingResolver } from './leaving/leaving.resolver.js';
import { Leaving } from './leaving/leaving.service.js';
import { AccountLinks } from './link/account-links.js';
import { AccountDataContribution } from './own-data/account-data.contribution.js';
import { OwnDataController } from './own-data/own-data.controller.js';
import { OwnDataRegistry } from './own-data/own-data.registry.js';
import { Passwords } from './password/password.service.js';
import { People } from './person/people.js';
import { PersonLoaders } from './person/person.loaders.js';
import { PeopleResolver, PersonResolver } from './person/person.resolver.js';
import { SharedSpaces } from './person/shared-spaces.js';
import { Admission } from './registration/admission.js';
import { Decisions } from './registration/decisions.js';
import { RegistrationQueries } from './registration/registration.queries.js';
import { RegistrationResolver } from './registration/registration.resolver.js';
import { Registrations } from './registration/registration.service.js';
import { SessionResolver } from './session/session.resolver.js';
import { Sessions } from './session/sessions.js';
import { SignInLimits } from './session/sign-in.limits.js';
import { SignIn } from './session/sign-in.service.js';
import { SetupResolver } from './setup/setup.resolver.js';
import { SetupCode } from './setup/setup.service.js';
import { SheetFields } from './sheet/sheet-fields.js';
import { SheetResolver } from './sheet/sheet.resolver.js';
import { Sheets } from './sheet/sheets.js';

@Module({
  controllers: [MemberImportController, OwnDataController],
  providers: [
    Sessions,
    SignInLimits,
    SignIn,
    Accounts,
    AccountLinks,
    Passwords,
    AddressChange,
    AccountManagement,
    AccountQueries,
    ManagedAccountLoaders,
    SetupCode,
    OwnDataRegistry,
    AccountDataContribution,
    LeavingRegistry,
    AccountLeavingContribution,
    Leaving,
    AccountErasure,
    ErasedAccounts,
    LeavingWishes,
    ConsentTexts,
    Consents,
    Invitations,
    Admission,
    Registrations,
    Decisions,
    RegistrationQueries,
    Sheets,
    SheetFields,
    MemberImport,
    SharedSpaces,
    People,
    PersonLoaders,
    AccountsMails,
    AccountsMailing,
    AccountsHousekeeping,
    ViewerResolver,
    SessionResolver,
    OwnAccountResolver,
    ConsentResolver,
    LeavingResolver,
    ManagedAccountResolver,
    SetupResolver,
    RegistrationResolver,
    SheetResolver,
    InvitationResolver,
    PersonResolver,
    PeopleResolver,
  ],
  exports: [Sessions, SetupCode, MemberImport, SharedSpaces, ConsentTexts, OwnDataRegistry, LeavingRegistry, People, PersonLoaders],
})
export class AccountsModule {}
