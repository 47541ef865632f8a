import { isCoordinator, isMember, type Viewer } from '#access/server';

/** The vocabulary belongs to the whole programme. */
export function canKeepTopics(viewer: Viewer): boolean {
  return isCoordinator(viewer) || (isMember(viewer) && viewer.moderatedSpaceIds.size > 0);
}
