import type { DomainEvent } from '#platform/server';
import { uuidv7 } from '#platform/shared';

interface DiscussionAct {
  readonly discussionId: string;
  readonly spaceId: string;
  readonly byId: string | null;
}

/** An event that people are told of: it names the happening, so that it tells them once however often it arrives. */
function telling(name: string, payload: DomainEvent['payload']): DomainEvent {
  return { name, payload: { ...payload, occasionId: uuidv7() } };
}

/** What happens to discussions. Ids and reasons only; consumers load again with today's visibility. */
export const discussionEvents = {
  /** Readable for everybody who reads the space; also one that was held back, when it is released. */
  opened: (discussion: DiscussionAct): DomainEvent => telling('DiscussionOpened', { ...discussion }),
  /** Title, kind or topics. */
  edited: (discussion: DiscussionAct): DomainEvent => ({ name: 'DiscussionEdited', payload: { ...discussion } }),
  /** Hidden or shown again by moderation. */
  stateChanged: (discussion: DiscussionAct & { readonly state: string }): DomainEvent => telling('DiscussionStateChanged', { ...discussion }),
  /** Pinned, closed, reopened, slowed down. */
  steered: (discussion: DiscussionAct & { readonly act: string }): DomainEvent => ({ name: 'DiscussionSteered', payload: { ...discussion } }),
  moved: (move: DiscussionAct & { readonly fromSpaceId: string }): DomainEvent => telling('DiscussionMoved', { ...move }),
  /** Went into another one, which is the `discussionId`. */
  merged: (merge: DiscussionAct & { readonly fromId: string }): DomainEvent => ({ name: 'DiscussionsMerged', payload: { ...merge } }),
  /** Some of its posts became the discussion `newId`. */
  split: (split: DiscussionAct & { readonly newId: string }): DomainEvent => ({ name: 'DiscussionSplit', payload: { ...split } }),
  answerAccepted: (answer: DiscussionAct & { readonly postId: string }): DomainEvent => telling('AnswerAccepted', { ...answer }),
  answerWithdrawn: (answer: DiscussionAct & { readonly postId: string }): DomainEvent => ({ name: 'AnswerWithdrawn', payload: { ...answer } }),
} as const;

/** Events after which a discussion reads differently for searchers; a changed topic's discussions are found by other words. */
export const SEARCH_EVENTS = [
  'DiscussionOpened', 'DiscussionEdited', 'DiscussionStateChanged', 'DiscussionMoved', 'DiscussionsMerged', 'DiscussionSplit', 'AnswerAccepted', 'AnswerWithdrawn',
  'PostEdited', 'PostDeleted', 'PostRestored', 'PostHidden', 'PostsRenamed', 'TopicChanged',
] as const;
