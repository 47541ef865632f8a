import { registerEnumType } from '@nestjs/graphql';
import { MAIL_CHOICES, NOTICE_CATEGORIES } from '../preference/categories.js';
import { NOTICE_REASONS } from './notice.registry.js';

const enumOf = <const Names extends readonly string[]>(names: Names) => Object.fromEntries(names.map((name) => [name, name])) as { readonly [Name in Names[number]]: Name };

export const NoticeCategoryEnum = enumOf(NOTICE_CATEGORIES);
registerEnumType(NoticeCategoryEnum, {
  name: 'NoticeCategory',
  description: 'What one can choose about: whether notices of this category are shown and mailed.',
  valuesMap: {
    mentions: { description: 'Somebody addresses you: mentions, quotes, answers.' },
    followed: { description: 'Something new where you follow a thread, a topic, a space.' },
    own: { description: 'What happens to what you wrote: released, returned, found helpful, accepted.' },
    moderation: { description: 'Work for who looks after a space or the programme: reports, reviews, requests; and what became of your own reports.' },
    spaces: { description: 'Spaces and memberships: requests decided, invitations, appointments.' },
    reminders: { description: 'What you wanted to be reminded of.' },
  },
});

export const MailChoiceEnum = enumOf(MAIL_CHOICES);
registerEnumType(MailChoiceEnum, {
  name: 'NoticeMail',
  description: 'Whether and when notices come by mail.',
  valuesMap: {
    now: { description: 'At once; several of one thread within two minutes become one mail.' },
    daily: { description: 'In one summary a day, at the hour you chose.' },
    weekly: { description: 'In one summary a week, on the weekday and at the hour you chose.' },
    none: { description: 'Never by mail; the page is chosen separately.' },
  },
});

export const NoticeReasonEnum = enumOf(NOTICE_REASONS);
registerEnumType(NoticeReasonEnum, {
  name: 'NoticeReason',
  description: 'Why somebody is told of something.',
  valuesMap: {
    mentioned: { description: 'You are named in it.' },
    quoted: { description: 'Your words are quoted in it.' },
    answered: { description: 'It answers something you wrote.' },
    followsThread: { description: 'You follow this thread.' },
    followsTopic: { description: 'You follow a topic it carries.' },
    followsSpace: { description: 'You follow the space it lies in.' },
    ownContent: { description: 'It is about something you wrote.' },
    moderates: { description: 'You look after the space.' },
    coordinates: { description: 'You belong to the coordination.' },
    reported: { description: 'It is about what became of your report.' },
    objected: { description: 'You objected to a decision about it.' },
    asked: { description: 'You asked for it, or are asked by it.' },
    reminder: { description: 'You wanted to be reminded.' },
    membership: { description: 'It is about your part in a space or the programme.' },
  },
});
