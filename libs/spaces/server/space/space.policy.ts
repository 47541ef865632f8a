import { isCoordinator, isMember, moderates, type Viewer } from '#access/server';
import type { Gate, Space, SpaceRole, Visibility } from './space.entity.js';

/** May read what lies in the space; the set comes from the one rule in identity. */
export function canRead(viewer: Viewer, space: Pick<Space, 'id'>): boolean {
  return viewer.readableSpaceIds.has(space.id);
}

/** Members' names are told to members of the programme who may read the space, to nobody else. */
export function canSeeMembers(viewer: Viewer, space: Pick<Space, 'id'>): boolean {
  return isMember(viewer) && canRead(viewer, space);
}

/** Whether a membership counts now: who lost the programme role a space is limited to rests until it returns. */
export function membershipHolds(viewer: Viewer, space: Pick<Space, 'limitedToRole'>, role: SpaceRole): boolean {
  return isMember(viewer) && (space.limitedToRole === null || viewer.programmeRoles.has(space.limitedToRole) || role === 'moderator');
}

export function canModerate(viewer: Viewer, space: Pick<Space, 'id'>): boolean {
  return moderates(viewer, space.id);
}

/** Settings and members change only while the space is in use; archived it must be reopened first. */
export function canChange(viewer: Viewer, space: Pick<Space, 'id' | 'archivedAt'>): boolean {
  return canModerate(viewer, space) && space.archivedAt === null;
}

/** The gates that remain under a visibility: whoever does not know a hidden space cannot stand at its door. */
export function gatesUnder(visibility: Visibility, gates: readonly Gate[]): readonly Gate[] {
  return visibility === 'hidden' ? ['invitation'] : gates;
}

export function canCreateSpaces(viewer: Viewer): boolean {
  return isCoordinator(viewer);
}

/** May write here at all: drafts, co-authorship, handing in for review. */
export function canWriteIn(space: Pick<Space, 'archivedAt'>, role: SpaceRole | null): boolean {
  return role !== null && space.archivedAt === null;
}

/**
 * May publish tips without somebody else's review, as the space has set it.
 * @param role the viewer's role in the space as `SpaceQueries.roleIn` tells it.
 */
export function canPublishTips(viewer: Viewer, space: Pick<Space, 'publishers' | 'archivedAt'>, role: SpaceRole | null): boolean {
  if (!canWriteIn(space, role)) return false;
  if (role === 'moderator' || role === 'author') return true;
  if (space.publishers === 'members') return true;
  return space.publishers === 'mentors' && viewer.programmeRoles.has('mentor');
}

/** May take the deliberate, logged step inside: coordinators who could not read otherwise. */
export function canEnter(viewer: Viewer, space: Pick<Space, 'id'>): boolean {
  return isCoordinator(viewer) && !canRead(viewer, space);
}
