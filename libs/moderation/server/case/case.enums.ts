import { registerEnumType } from '@nestjs/graphql';

export const ReportReasonEnum = {
  illegal: 'illegal', insult: 'insult', personalData: 'personalData', copyright: 'copyright', wrong: 'wrong', advertising: 'advertising', offTopic: 'offTopic', other: 'other',
} as const;
export type ReportReason = keyof typeof ReportReasonEnum;
registerEnumType(ReportReasonEnum, {
  name: 'ReportReason',
  description: 'What is wrong with something: the reason of a report, and of a decision as the public log tells it.',
  valuesMap: {
    illegal: { description: 'Against the law. The only reason that guests can name.' },
    insult: { description: 'Insulting, threatening or demeaning somebody.' },
    personalData: { description: 'Personal data that does not belong there.' },
    copyright: { description: 'Somebody else’s work without permission.' },
    wrong: { description: 'Factually wrong, so that following it could do harm.' },
    advertising: { description: 'Advertising or spam.' },
    offTopic: { description: 'Not where it belongs.' },
    other: { description: 'Something else; said in words.' },
  },
});

export const CaseDecisionEnum = { keep: 'keep', hide: 'hide', restore: 'restore', release: 'release', reject: 'reject' } as const;
export type CaseDecision = keyof typeof CaseDecisionEnum;
registerEnumType(CaseDecisionEnum, {
  name: 'CaseDecision',
  description: 'What a moderator does with the item of a case.',
  valuesMap: {
    keep: { description: 'Nothing is done: the item stays as readers see it now.' },
    hide: { description: 'Out of sight, for a reason that its author reads; the author can object once.' },
    restore: { description: 'What was hidden or rejected is shown again.' },
    release: { description: 'What the gate held is published.' },
    reject: { description: 'What the gate held stays unpublished, for a reason that its author reads; the author can object once.' },
  },
});

export const CaseListEnum = { waiting: 'waiting', decided: 'decided' } as const;
export type CaseList = keyof typeof CaseListEnum;
registerEnumType(CaseListEnum, {
  name: 'ModerationCaseList',
  description: 'Which cases are listed.',
  valuesMap: {
    waiting: { description: 'Somebody has to decide: reports, what the gate held, objections; what waits longest first.' },
    decided: { description: 'Decided ones without an open objection; the newest decision first.' },
  },
});

export const GateReasonEnum = { firstItems: 'firstItems', watchedWord: 'watchedWord' } as const;
registerEnumType(GateReasonEnum, {
  name: 'GateReason',
  description: 'Why the gate stopped at something before anybody reported it.',
  valuesMap: {
    firstItems: { description: 'One of the first items of a person in the space, as its settings want it.' },
    watchedWord: { description: 'A word of the space’s list stands in it.' },
  },
});

/** Acts as the log keeps them. */
export const ModerationActEnum = {
  reported: 'reported', held: 'held', flagged: 'flagged', kept: 'kept', hidden: 'hidden', restored: 'restored', released: 'released', rejected: 'rejected',
  objected: 'objected', objectionGranted: 'objectionGranted', objectionRefused: 'objectionRefused', slowed: 'slowed', silenced: 'silenced', suspended: 'suspended',
  measureEnded: 'measureEnded', settingsChanged: 'settingsChanged',
} as const;
export type ModerationActName = keyof typeof ModerationActEnum;
registerEnumType(ModerationActEnum, {
  name: 'ModerationActName',
  description: 'Something done in the moderation of a space.',
  valuesMap: {
    reported: { description: 'Somebody reported an item.' },
    held: { description: 'The gate kept an item from sight until somebody looks.' },
    flagged: { description: 'A published item was changed and now has a watched word in it.' },
    kept: { description: 'An item stays as it is.' },
    hidden: { description: 'An item was taken out of sight.' },
    restored: { description: 'An item is shown again.' },
    released: { description: 'A held item was published.' },
    rejected: { description: 'A held item stays unpublished.' },
    objected: { description: 'An author objected to a decision.' },
    objectionGranted: { description: 'The objection was right: the item is shown again.' },
    objectionRefused: { description: 'The decision stands.' },
    slowed: { description: 'Somebody writes at most one item in so many minutes.' },
    silenced: { description: 'Somebody reads only.' },
    suspended: { description: 'Somebody has no access to the space.' },
    measureEnded: { description: 'A measure ended before its time.' },
    settingsChanged: { description: 'The settings of the moderation were changed.' },
  },
});
