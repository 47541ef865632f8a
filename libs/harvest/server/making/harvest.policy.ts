import { isMember, moderates, type SpaceContent, type Viewer } from '#access/server';

/** What the rules need to know about a discussion. */
export interface HarvestedFacts extends SpaceContent {
  readonly solvedAt: Date | null;
}

/**
 * Whoever asked, answered or moderates, once it is solved: those who know whether the answer holds.
 * @param hasWritten whether a post in it is the viewer's.
 */
export function canHarvest(viewer: Viewer, discussion: HarvestedFacts, hasWritten: boolean): boolean {
  if (!isMember(viewer) || viewer.accountId === null || discussion.state !== 'published' || discussion.solvedAt === null) return false;
  return hasWritten || discussion.authorIds.includes(viewer.accountId) || moderates(viewer, discussion.spaceId);
}
