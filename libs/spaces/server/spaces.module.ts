import { Inject, Module } from '@nestjs/common';
import { AccountsModule, SharedSpaces } from '#accounts/server';
import { IDENTITY_SOURCE } from '#platform/server';
import { Audiences } from './audience/audience.queries.js';
import { SpaceReaders } from './audience/space-readers.js';
import { AudienceResolver } from './audience/audience.resolver.js';
import { EntryResolver } from './entry/entry.resolver.js';
import { EntryService } from './entry/entry.service.js';
import { DoorResolver } from './gate/door.resolver.js';
import { DoorService } from './gate/door.service.js';
import { GatesChanges } from './gate/gates-change.queries.js';
import { GatesChangeResolver } from './gate/gates-change.resolver.js';
import { InvitationResolver } from './gate/invitation.resolver.js';
import { InvitationService } from './gate/invitation.service.js';
import { SpaceIdentity } from './identity/space-identity.js';
import { MemberQueries } from './member/member.queries.js';
import { MemberResolver } from './member/member.resolver.js';
import { MemberService } from './member/member.service.js';
import { ApplicantResolver, MemberPersonResolver } from './member/person.resolver.js';
import { Reminders } from './request/reminders.js';
import { JoinRequestQueries } from './request/request.queries.js';
import { JoinRequestResolver, OwnJoinRequestResolver } from './request/request.resolver.js';
import { JoinRequestService } from './request/request.service.js';
import { SpaceChangesResolver } from './space/space.changes.resolver.js';
import { SpaceLoaders } from './space/space.loaders.js';
import { SpaceQueries } from './space/space.queries.js';
import { SpaceResolver } from './space/space.resolver.js';
import { SpaceService } from './space/space.service.js';
import { WideningObstacles } from './space/widening-obstacles.js';
import { SpacesApprovals } from './spaces.approvals.js';
import { SpacesLeaving } from './spaces.leaving.js';
import { spacesOwnData } from './spaces.own-data.js';
import { SpacesMails } from './spaces.mails.js';
import { SpaceDocuments } from './spaces.search.js';

const reads = [SpaceQueries, SpaceLoaders, Audiences, SpaceReaders, GatesChanges, MemberQueries, JoinRequestQueries, SpaceDocuments];
const writes = [SpaceService, MemberService, DoorService, InvitationService, JoinRequestService, EntryService];
const resolvers = [
  SpaceResolver,
  SpaceChangesResolver,
  AudienceResolver,
  GatesChangeResolver,
  MemberResolver,
  DoorResolver,
  InvitationResolver,
  JoinRequestResolver,
  OwnJoinRequestResolver,
  EntryResolver,
  MemberPersonResolver,
  ApplicantResolver,
];
const work = [SpacesMails, SpacesApprovals, spacesOwnData, SpacesLeaving, Reminders];

@Module({
  imports: [AccountsModule],
  providers: [SpaceIdentity, WideningObstacles, { provide: IDENTITY_SOURCE, useExisting: SpaceIdentity }, ...reads, ...writes, ...resolvers, ...work],
  exports: [SpaceIdentity, WideningObstacles, IDENTITY_SOURCE, ...reads],
})
export class SpacesModule {
  constructor(@Inject(SharedSpaces) sharedSpaces: SharedSpaces, @Inject(MemberQueries) members: MemberQueries) {
    // Accounts knows no spaces and asks through this port who may see what members of a space show each other.
    sharedSpaces.use(async (viewer, accountIds) => members.sharing(viewer, accountIds));
    sharedSpaces.useSharers(async (accountId) => members.sharers(accountId));
  }
}
