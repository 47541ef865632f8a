import { uuidv7 } from '#platform/shared';
import type { HeadValues } from '../open/DiscussionFields.js';
import { emptyPoll, type PollValues } from '../poll/poll-values.js';

/** A discussion that is being written, as its form has it. */
export interface NewDiscussion extends HeadValues {
  /** The id it will have: sent twice it is still one. */
  readonly id: string;
  readonly body: string;
  readonly poll: PollValues;
  readonly hasPoll: boolean;
}

export const newDiscussion = (): NewDiscussion => ({ id: uuidv7(), kind: 'question', title: '', topicIds: [], body: '', hasPoll: false, poll: emptyPoll() });

/** Kind and topics alone are no words. */
export const isEmptyDiscussion = ({ title, body, hasPoll, poll }: NewDiscussion): boolean =>
  title.trim() === '' && body.trim() === '' && !(hasPoll && [poll.question, ...poll.options].some((words) => words.trim() !== ''));

/** The server's copy of a draft. */
export interface StoredDiscussion extends HeadValues {
  readonly id: string;
  readonly spaceId: string;
  readonly body: string;
  readonly poll: PollValues | null;
  readonly version: number;
  /** ISO 8601. */
  readonly savedAt: string;
}

/** The draft as its form takes it up again. */
export const discussionOf = ({ id, kind, title, topicIds, body, poll }: StoredDiscussion): NewDiscussion => ({ id, kind, title, topicIds, body, hasPoll: poll !== null, poll: poll ?? emptyPoll() });

/** What counts as written; the server cleans titles and choices of spaces that nobody sees. */
const wordsOf = ({ kind, title, topicIds, body, hasPoll, poll }: NewDiscussion): string =>
  JSON.stringify([kind, line(title), topicIds, body, hasPoll && [line(poll.question), poll.options.map(line), poll.isMultiple, poll.isAnonymous, poll.closesOn]]);

/** What the server cleans, as it was typed. */
export const linesOf = ({ title, poll }: NewDiscussion): Pick<NewDiscussion, 'title' | 'poll'> => ({ title, poll });

const line = (text: string): string => text.replace(/\s+/g, ' ').trim();

export const areSameWords = (one: NewDiscussion, other: NewDiscussion): boolean => wordsOf(one) === wordsOf(other);
