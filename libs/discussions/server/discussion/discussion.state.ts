import { registerEnumType } from '@nestjs/graphql';

export const DiscussionKindEnum = { question: 'question', exchange: 'exchange' } as const;
export type DiscussionKind = keyof typeof DiscussionKindEnum;

registerEnumType(DiscussionKindEnum, {
  name: 'DiscussionKind',
  description: 'What a discussion is after.',
  valuesMap: {
    question: { description: 'Wants an answer; answers can be accepted, and until one comes it counts as unanswered.' },
    exchange: { description: 'Collects experiences and views; needs no answer.' },
  },
});

export const DiscussionStateEnum = { review: 'review', published: 'published', hidden: 'hidden' } as const;
export type DiscussionState = keyof typeof DiscussionStateEnum;

registerEnumType(DiscussionStateEnum, {
  name: 'DiscussionState',
  description: 'Whether readers see a discussion.',
  valuesMap: {
    review: { description: 'Held back until a moderator has looked at it; its author and the moderators of the space see it.' },
    published: { description: 'Whoever may read the space sees it.' },
    hidden: { description: 'Taken out of sight by moderation; its author and the moderators of the space see it.' },
  },
});

export const DiscussionFilterEnum = { all: 'all', new: 'new', unread: 'unread', unanswered: 'unanswered', solved: 'solved', mine: 'mine', followed: 'followed' } as const;
export type DiscussionFilter = keyof typeof DiscussionFilterEnum;

registerEnumType(DiscussionFilterEnum, {
  name: 'DiscussionFilter',
  description: 'Which discussions a list shows, and in which order.',
  valuesMap: {
    all: { description: 'All of them, the latest activity first; in the list of one space pinned ones stand before the others.' },
    new: { description: 'Opened within the last 90 days and never read by the viewer, the newest first.' },
    unread: { description: 'With posts of the last 90 days that the viewer has not read and did not mute, the latest activity first.' },
    unanswered: { description: 'Open questions that nobody but the asker has replied to: first those under topics of the viewer, then the others; of each the longest waiting first.' },
    solved: { description: 'Questions with an accepted answer, the latest solved first.' },
    mine: { description: 'Opened by the viewer, the latest activity first.' },
    followed: { description: 'Followed by the viewer, the latest activity first.' },
  },
});
