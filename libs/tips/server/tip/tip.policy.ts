import { isMember, moderates, type SpaceContent, type Viewer } from '#access/server';
import { canPublishTips, canWriteIn, type Publishers, type SpaceRole } from '#spaces/server';

/** What the rules need to know about the space a tip lies in, from the viewer's side. */
export interface TipPlace {
  readonly spaceId: string;
  /** Null for those who read without belonging: guests, the programme, a coordinator's entry. */
  readonly role: SpaceRole | null;
  readonly publishers: Publishers;
  readonly archivedAt: Date | null;
  readonly isReviewNeeded: boolean;
  readonly checkAfterMonths: number;
}

/** The columns of a tip that the rules read. */
export type TipFacts = SpaceContent;

const isAuthor = (viewer: Viewer, tip: TipFacts): boolean => viewer.accountId !== null && tip.authorIds.includes(viewer.accountId);
const isKeeper = (viewer: Viewer, tip: TipFacts): boolean => isAuthor(viewer, tip) || moderates(viewer, tip.spaceId);

/** Every member may write; who releases is another question. */
export function canWrite(viewer: Viewer, place: TipPlace): boolean {
  return isMember(viewer) && canWriteIn(place, place.role);
}

/** Releasing without a moderator's look. */
export function canPublishIn(viewer: Viewer, place: TipPlace): boolean {
  return isMember(viewer) && canPublishTips(viewer, place, place.role) && (place.role === 'moderator' || !place.isReviewNeeded);
}

/** A draft can always be written on by its authors, also after they left the space: what was typed stays theirs. */
export function canEdit(viewer: Viewer, tip: TipFacts, place: TipPlace): boolean {
  if (tip.state === 'draft') return isAuthor(viewer, tip);
  return canWrite(viewer, place) && isKeeper(viewer, tip);
}

export function canPublish(viewer: Viewer, tip: TipFacts, place: TipPlace): boolean {
  return tip.state !== 'hidden' && canEdit(viewer, tip, place) && canPublishIn(viewer, place);
}

export function canSubmit(viewer: Viewer, tip: TipFacts, place: TipPlace): boolean {
  return tip.state !== 'hidden' && canEdit(viewer, tip, place) && canWrite(viewer, place);
}

/** Releasing what was submitted, or sending it back. */
export function canReview(viewer: Viewer, tip: TipFacts, place: TipPlace): boolean {
  return tip.state !== 'hidden' && tip.state !== 'draft' && canWrite(viewer, place) && moderates(viewer, tip.spaceId);
}

export function canRetire(viewer: Viewer, tip: TipFacts, place: TipPlace): boolean {
  return tip.state === 'published' && canWrite(viewer, place) && isKeeper(viewer, tip);
}

/** Back among the living: as releasing, because readers rely on it again. */
export function canRevive(viewer: Viewer, tip: TipFacts, place: TipPlace): boolean {
  return tip.state === 'retired' && canPublish(viewer, tip, place);
}

export function canHide(viewer: Viewer, tip: TipFacts, place: TipPlace): boolean {
  return tip.state !== 'hidden' && tip.state !== 'draft' && canWrite(viewer, place) && moderates(viewer, tip.spaceId);
}

export function canUnhide(viewer: Viewer, tip: TipFacts, place: TipPlace): boolean {
  return tip.state === 'hidden' && canWrite(viewer, place) && moderates(viewer, tip.spaceId);
}

export function canCheck(viewer: Viewer, tip: TipFacts, place: TipPlace): boolean {
  return tip.state === 'published' && canWrite(viewer, place) && isKeeper(viewer, tip);
}

/** Saying "helped" or "outdated"; nobody applauds themselves. */
export function canGiveFeedback(viewer: Viewer, tip: TipFacts): boolean {
  return isMember(viewer) && tip.state === 'published' && !isAuthor(viewer, tip);
}

/** Names stand in the history, so guests do not get it. */
export function canSeeHistory(viewer: Viewer): boolean {
  return isMember(viewer);
}

/** What is being written beside the released text, readers' notes, reasons of moderation. */
export function canSeeInside(viewer: Viewer, tip: TipFacts): boolean {
  return isKeeper(viewer, tip);
}

/** The settings and handbooks of a space. */
export function canKeepSpaceTips(viewer: Viewer, place: TipPlace): boolean {
  return canWrite(viewer, place) && moderates(viewer, place.spaceId);
}

/** Another owner: the owner's own wish, or the moderators' where the owner is gone. */
export function canHandOver(viewer: Viewer, tip: TipFacts, place: TipPlace): boolean {
  return tip.state !== 'draft' && canWrite(viewer, place) && (tip.authorIds[0] === viewer.accountId || moderates(viewer, tip.spaceId));
}
