import type { DomainEvent } from '#platform/server';
import type { SpaceRole } from './space/space.entity.js';

/** By which way somebody came in. */
export type AdmittedVia = 'open' | 'request' | 'password' | 'invitation' | 'link' | 'approval' | 'appointment' | 'creation';

/** Tells one happening from the next of its kind, so that an event that arrives twice is told of once. */
interface Occasion {
  readonly occasionId: string;
}

/** What happens in spaces. Ids and reasons only: consumers load again with the visibility of their own moment. */
export type SpacesEvent =
  | { readonly name: 'SpaceCreated' | 'SpaceChanged' | 'SpaceArchived' | 'SpaceReopened'; readonly payload: { readonly spaceId: string } }
  | { readonly name: 'SpaceVisibilityChanged'; readonly payload: { readonly spaceId: string } }
  | { readonly name: 'MemberJoined'; readonly payload: { readonly spaceId: string; readonly accountId: string; readonly via: AdmittedVia } }
  | { readonly name: 'MemberLeft'; readonly payload: { readonly spaceId: string; readonly accountId: string } }
  | { readonly name: 'MemberRemoved'; readonly payload: { readonly spaceId: string; readonly accountId: string } & Occasion }
  | {
      readonly name: 'MemberRoleChanged';
      readonly payload: { readonly spaceId: string; readonly accountId: string; readonly role: SpaceRole };
    }
  | { readonly name: 'MemberInvited' | 'MemberAssigned'; readonly payload: { readonly spaceId: string; readonly accountId: string } & Occasion }
  | { readonly name: `JoinRequest${JoinRequestAct}`; readonly payload: { readonly requestId: string; readonly spaceId: string } & Occasion }
  | { readonly name: 'SpaceEntered'; readonly payload: { readonly entryId: string; readonly spaceId: string } & Occasion }
  | { readonly name: 'ModeratorAppointed'; readonly payload: { readonly spaceId: string; readonly accountId: string } & Occasion };

type JoinRequestAct = 'Made' | 'AskedBack' | 'Answered' | 'Approved' | 'Declined' | 'Withdrawn' | 'Overdue';

/** `emit` with this domain's events only; a misspelt name does not compile. */
export type EmitSpaces = (event: SpacesEvent & DomainEvent) => void;
