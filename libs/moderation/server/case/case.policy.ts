import { isCoordinator, moderates, type ContentState, type Viewer } from '#access/server';
import type { CaseDecision } from './case.enums.js';
import type { CaseRow } from './case.row.js';

type Parties = Pick<CaseRow, 'spaceId' | 'authorIds' | 'state' | 'decidedById' | 'objection' | 'hasModerator'>;

export const isWaiting = ({ state, objection }: Pick<CaseRow, 'state' | 'objection'>): boolean => state === 'open' || objection?.decidedAt === null;

/**
 * Who sees a case and may act on it: the moderators of its space, but nobody judges what they wrote themselves. Where no
 * moderator may decide (one alone, who wrote it or decided first), the coordination steps in, as far as it reads the
 * space: by membership or by the logged entry.
 */
export function canHandle(viewer: Viewer, one: Parties): boolean {
  if (viewer.accountId === null || one.authorIds.includes(viewer.accountId)) return false;
  return moderates(viewer, one.spaceId) || stepsIn(viewer, one);
}

/** A coordinator in a moderator's place, for this case and while it waits. */
export function stepsIn(viewer: Viewer, one: Parties): boolean {
  return isCoordinator(viewer) && isWaiting(one) && !one.hasModerator && viewer.readableSpaceIds.has(one.spaceId) && !moderates(viewer, one.spaceId);
}

/**
 * The viewer with a moderator's sight of the spaces of cases they handle: what is hidden must be read to be judged. What it
 * shows of each case passes {@link inItsSpace}: a case opens no other space than its own.
 */
export function asJudge(viewer: Viewer, ...cases: readonly Parties[]): Viewer {
  const steppedInto = cases.filter((one) => stepsIn(viewer, one)).map(({ spaceId }) => spaceId);
  return steppedInto.length === 0 ? viewer : { ...viewer, moderatedSpaceIds: new Set([...viewer.moderatedSpaceIds, ...steppedInto]) };
}

/** The item a case is about, as far as it lies in that case's space; elsewhere others judge it. */
export function inItsSpace<Item extends { readonly spaceId: string }>(one: Pick<CaseRow, 'spaceId'>, item: Item | undefined): Item | null {
  return item?.spaceId === one.spaceId ? item : null;
}

/** An objection is decided by somebody else than the decision it is about. */
export function canDecideObjection(viewer: Viewer, one: Parties): boolean {
  return canHandle(viewer, one) && one.objection?.decidedAt === null && one.decidedById !== viewer.accountId;
}

/**
 * What can be decided about an item in this state.
 * @param state null where it is gone or out of the viewer's sight: then a case can only be closed.
 */
export function decisionsFor(viewer: Viewer, one: Parties & Pick<CaseRow, 'isHeld' | 'decision'>, state: ContentState | null): readonly CaseDecision[] {
  if (!canHandle(viewer, one)) return [];
  if (one.state === 'decided') {
    // What was taken out of sight can be shown again at any time, by whoever took it too.
    const isAway = one.decision === 'hide' || one.decision === 'reject';
    return isAway && state === 'hidden' ? ['restore'] : [];
  }
  switch (state) {
    case null:
    case 'draft':
      return ['keep'];
    case 'review':
      return one.isHeld ? ['release', 'reject'] : ['keep'];
    case 'hidden':
      return ['keep', 'restore'];
    case 'published':
    case 'retired':
      return ['keep', 'hide'];
  }
}

/** These are told to the author with a reason. */
export function needsReason(decision: CaseDecision): boolean {
  return decision === 'hide' || decision === 'reject';
}
