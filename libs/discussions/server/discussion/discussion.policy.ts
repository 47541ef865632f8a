import { isMember, moderates, type SpaceContent, type Viewer } from '#access/server';
import { canWriteIn, type SpaceRole } from '#spaces/server';
import type { DiscussionKind } from './discussion.state.js';

/** What the rules need to know about the space a discussion lies in, from the viewer's side. */
export interface DiscussionPlace {
  readonly spaceId: string;
  /** Null for those who read without belonging: guests, the programme, a coordinator's entry. */
  readonly role: SpaceRole | null;
  readonly archivedAt: Date | null;
}

/** The columns of a discussion that the rules read. */
export interface DiscussionFacts extends SpaceContent {
  readonly kind: DiscussionKind;
  readonly closedAt: Date | null;
}

export type DiscussionRule = (viewer: Viewer, discussion: DiscussionFacts, place: DiscussionPlace) => boolean;

const isAuthor = (viewer: Viewer, discussion: DiscussionFacts): boolean => viewer.accountId !== null && discussion.authorIds.includes(viewer.accountId);
const isKeeper = (viewer: Viewer, discussion: DiscussionFacts): boolean => isAuthor(viewer, discussion) || moderates(viewer, discussion.spaceId);

/** Every member of a space that is in use may open discussions there. */
export function canOpen(viewer: Viewer, place: DiscussionPlace): boolean {
  return isMember(viewer) && canWriteIn(place, place.role);
}

/** Title, kind and topics. What moderation has hidden is not worded anew by its author. */
export const canEdit: DiscussionRule = (viewer, discussion, place) =>
  canOpen(viewer, place) && isKeeper(viewer, discussion) && (discussion.state !== 'hidden' || moderates(viewer, discussion.spaceId));

/** The asker or a moderator says what answered the question, also of a closed one. */
export const canAccept: DiscussionRule = (viewer, discussion, place) =>
  canOpen(viewer, place) && discussion.kind === 'question' && discussion.state === 'published' && isKeeper(viewer, discussion);

/** Pinning, closing, reopening, slowing down. Ending a discussion silences others, so it is the moderators' decision. */
export const canSteer: DiscussionRule = (viewer, discussion, place) => canOpen(viewer, place) && moderates(viewer, discussion.spaceId) && discussion.state === 'published';

/** Moving, splitting, merging: of the space it lies in; where it goes to is a question of its own. */
export const canRearrange = canSteer;

/** By who opened the discussion, or a moderator. */
export const canAskPoll: DiscussionRule = (viewer, discussion, place) =>
  canOpen(viewer, place) && discussion.state === 'published' && discussion.closedAt === null && isKeeper(viewer, discussion);

/** Whoever could reply could vote. */
export const canVote: DiscussionRule = (viewer, discussion, place) => canOpen(viewer, place) && discussion.state === 'published' && discussion.closedAt === null;
