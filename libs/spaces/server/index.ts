/** Places with members and rules: spaces, membership, gates, join requests; and who a request comes from. */
import type { ServerDomain } from '#platform/server';
import { Gates1700000000210 } from './gates.migration.js';
import { Space } from './space/space.entity.js';
import { SpaceVersion1700000000220 } from './space-version.migration.js';
import { Spaces1700000000200 } from './spaces.migration.js';
import { SpacesModule } from './spaces.module.js';
import { SpaceSuspension1700000000230 } from './suspension/suspension.migration.js';

export { EVERYBODY } from './audience/audience.js';
export type { Audience, AudienceChange, AudienceKind, AudienceSubject } from './audience/audience.js';
/** Who can see something, counted by the reading rule itself; `ofContents` for tips' "who can see this?". */
export { Audiences } from './audience/audience.queries.js';
export { AudienceChangeType, AudienceType } from './audience/audience.type.js';
/** Which accounts may read a space now: for mentions and whoever tells people. */
export { SpaceReaders } from './audience/space-readers.js';
export type { SpaceReader } from './audience/space-readers.js';
/** Who can look after a space now, as SQL: for whoever needs to know that somebody does. */
export { ableModeratorsSql } from './identity/readable-spaces.js';
/** For lists of own data that tell no more than the person sees now: `ownLists(name, statements, asViewer)`. */
export { asViewer } from './identity/as-viewer.js';
export { SpaceIdentity } from './identity/space-identity.js';
/** `spaceAsJson` brings a space along with what lies in it, in one statement. */
export { Space, spaceAsJson, spaceFromJson } from './space/space.entity.js';
export type { SpaceJson } from './space/space.entity.js';
export type { Publishers, SpaceRole, Visibility } from './space/space.entity.js';
export { SpaceRoleEnum } from './space/space.enums.js';
/** Reads gathered over one request: `byId` for a `space` field, `roleIn` for abilities. */
export { SpaceLoaders } from './space/space.loaders.js';
export { MemberQueries } from './member/member.queries.js';
/** Content domains keep a space from being widened while texts in it wait for a decision. */
export { WideningObstacles } from './space/widening-obstacles.js';
export type { UnsettledTexts, WideningObstacle } from './space/widening-obstacles.js';
/** What a viewer may do in a space, as pure functions. */
export { canChange, canModerate, canPublishTips, canRead, canSeeMembers, canWriteIn } from './space/space.policy.js';
/** Every read of spaces, each bound to its viewer. */
export { SpaceQueries } from './space/space.queries.js';
/** The GraphQL type `Space`, for fields of other domains. */
export { SpaceType } from './space/space.type.js';
export type { SpacesEvent } from './spaces.outbox.js';
/** For whoever composes search: documents for the index, hits loaded again. */
export { SpaceDocuments } from './spaces.search.js';
export type { SpaceAudience, SpaceDocument } from './spaces.search.js';
export { SpacesModule } from './spaces.module.js';
/** Shutting somebody out of a space for a time; for the hub of moderation, which knows why. */
export { endSpaceSuspension, suspendFromSpace } from './suspension/space-suspensions.js';
export type { SpaceSuspensionWish } from './suspension/space-suspensions.js';

export const spacesDomain: ServerDomain = {
  name: 'spaces',
  module: SpacesModule,
  entities: [Space],
  migrations: [Spaces1700000000200, Gates1700000000210, SpaceVersion1700000000220, SpaceSuspension1700000000230],
};
