import { uuidv7 } from '#platform/shared';
import { shelfOf, type Shelf } from '#threads/web';
import { emptyPoll, type PollValues } from '../poll/poll-values.js';
import type { HeadValues } from './DiscussionFields.js';

/** A discussion that is being written, as it lies in this browser until it was opened. */
export interface NewDiscussion extends HeadValues {
  /** The id it will have: sent twice it is still one. */
  readonly id: string;
  readonly body: string;
  readonly poll: PollValues;
  readonly hasPoll: boolean;
}

export const newDiscussion = (): NewDiscussion => ({ id: uuidv7(), kind: 'question', title: '', topicIds: [], body: '', hasPoll: false, poll: emptyPoll() });

export const isEmptyDiscussion = ({ title, body }: NewDiscussion): boolean => title.trim() === '' && body.trim() === '';

/** One per space: several can be begun at once. */
export const newDiscussionShelf = (accountId: string): Shelf<NewDiscussion> => shelfOf<NewDiscussion>(accountId, 'discussion');
