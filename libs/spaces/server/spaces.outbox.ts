import type { DomainEvent } from '#platform/server';
import type { SpaceRole } from './space/space.entity.js';

/** By which way somebody came in. */
export type AdmittedVia = 'open' | 'request' | 'password' | 'invitation' | 'link' | 'approval' | 'creation';

/** What happens in spaces. Ids and reasons only: consumers load again with the visibility of their own moment. */
export type SpacesEvent =
  | { readonly name: 'SpaceCreated' | 'SpaceChanged' | 'SpaceArchived' | 'SpaceReopened'; readonly payload: { readonly spaceId: string } }
  | { readonly name: 'SpaceVisibilityChanged'; readonly payload: { readonly spaceId: string } }
  | { readonly name: 'MemberJoined'; readonly payload: { readonly spaceId: string; readonly accountId: string; readonly via: AdmittedVia } }
  | { readonly name: 'MemberLeft'; readonly payload: { readonly spaceId: string; readonly accountId: string } }
  | { readonly name: 'MemberRemoved'; readonly payload: { readonly spaceId: string; readonly accountId: string } }
  | {
      readonly name: 'MemberRoleChanged';
      readonly payload: { readonly spaceId: string; readonly accountId: string; readonly role: SpaceRole };
    }
  | { readonly name: 'MemberInvited'; readonly payload: { readonly spaceId: string; readonly accountId: string } }
  | { readonly name: `JoinRequest${JoinRequestAct}`; readonly payload: { readonly requestId: string; readonly spaceId: string } }
  | { readonly name: 'SpaceEntered'; readonly payload: { readonly entryId: string; readonly spaceId: string } }
  | { readonly name: 'ModeratorAppointed'; readonly payload: { readonly spaceId: string; readonly accountId: string } };

type JoinRequestAct = 'Made' | 'AskedBack' | 'Answered' | 'Approved' | 'Declined' | 'Withdrawn' | 'Overdue';

/** `emit` with this domain's events only; a misspelt name does not compile. */
export type EmitSpaces = (event: SpacesEvent & DomainEvent) => void;
