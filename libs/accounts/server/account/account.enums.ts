import { registerEnumType } from '@nestjs/graphql';

export const AccountStandingEnum = { unconfirmed: 'unconfirmed', waiting: 'waiting', approved: 'approved', declined: 'declined' } as const;
registerEnumType(AccountStandingEnum, {
  name: 'AccountStanding',
  description: 'How far the registration of an account has come, as coordinators see it.',
  valuesMap: {
    unconfirmed: { description: 'Registered or imported; the address is not confirmed yet.' },
    waiting: { description: 'Confirmed; no decision of the coordination yet.' },
    approved: { description: 'Approved: a member of the programme.' },
    declined: { description: 'Declined by the coordination; `reopenRegistration` takes that back.' },
  },
});

export const WishedRoleEnum = { mentor: 'mentor', mentee: 'mentee', both: 'both', neither: 'neither' } as const;
registerEnumType(WishedRoleEnum, {
  name: 'WishedRole',
  description: 'The part somebody would like to take in the programme.',
  valuesMap: {
    mentor: { description: 'Passing one’s experience on to others.' },
    mentee: { description: 'Being accompanied by somebody with experience.' },
    both: { description: 'Being mentor and mentee side by side.' },
    neither: { description: 'Taking part without either of the two.' },
  },
});

export const RegistrationStageEnum = {
  confirming: 'confirming', invited: 'invited', sheet: 'sheet', waiting: 'waiting', askedBack: 'askedBack', decided: 'decided',
} as const;
registerEnumType(RegistrationStageEnum, {
  name: 'RegistrationStage',
  description: 'Where a registration stands and who has to act next.',
  valuesMap: {
    confirming: { description: 'The applicant has to confirm the address.' },
    invited: { description: 'Imported by the coordination; the person has not come yet.' },
    sheet: { description: 'The applicant has to finish the contact data sheet.' },
    waiting: { description: 'The coordination has to decide.' },
    askedBack: { description: 'The applicant has to answer a question.' },
    decided: { description: 'Approved or declined; nobody has to act.' },
  },
});

export const RegistrationOutcomeEnum = { approved: 'approved', declined: 'declined' } as const;
registerEnumType(RegistrationOutcomeEnum, {
  name: 'RegistrationOutcome',
  description: 'How a registration was decided.',
  valuesMap: {
    approved: { description: 'A member of the programme, whichever way.' },
    declined: { description: 'Declined, with a reason the applicant reads.' },
  },
});

export const RegistrationStepEnum = {
  registered: 'registered', imported: 'imported', confirmed: 'confirmed', sheetFinished: 'sheetFinished', askedBack: 'askedBack', answered: 'answered',
  approved: 'approved', approvedByInvitation: 'approvedByInvitation', approvedByDomain: 'approvedByDomain', arrived: 'arrived', declined: 'declined',
  reopened: 'reopened',
} as const;
registerEnumType(RegistrationStepEnum, {
  name: 'RegistrationStep',
  description: 'One thing that happened to a registration.',
  valuesMap: {
    registered: { description: 'Step one was sent by the applicant.' },
    imported: { description: 'Entered by the coordination from a table.' },
    confirmed: { description: 'The address was confirmed by its owner.' },
    sheetFinished: { description: 'The contact data sheet was handed in.' },
    askedBack: { description: 'The coordination asked the applicant something.' },
    answered: { description: 'The applicant answered what was asked.' },
    approved: { description: 'A coordinator approved the registration.' },
    approvedByInvitation: { description: 'Approved at once by an invitation link.' },
    approvedByDomain: { description: 'Approved at once because of the domain of the address.' },
    arrived: { description: 'An imported person chose a password and is in.' },
    declined: { description: 'A coordinator declined the registration.' },
    reopened: { description: 'A coordinator put a declined registration back into the queue.' },
  },
});

export const FieldKindEnum = { line: 'line', text: 'text', choice: 'choice', multiple: 'multiple', phone: 'phone', state: 'state', topics: 'topics' } as const;
registerEnumType(FieldKindEnum, {
  name: 'SheetFieldKind',
  description: 'What a field of the contact data sheet takes.',
  valuesMap: {
    line: { description: 'One line, at most 200 characters.' },
    text: { description: 'Several lines, at most 2000 characters.' },
    choice: { description: 'Exactly one of the field’s choices.' },
    multiple: { description: 'Any number of the field’s choices.' },
    phone: { description: 'A phone number; digits with usual signs between them.' },
    state: { description: 'A German federal state by its code: BW, BY, BE, BB, HB, HH, HE, MV, NI, NW, RP, SL, SN, ST, SH, TH.' },
    topics: { description: 'Up to 20 keywords of at most 60 characters.' },
  },
});

export const FieldVisibilityEnum = { coordination: 'coordination', spaces: 'spaces', programme: 'programme' } as const;
registerEnumType(FieldVisibilityEnum, {
  name: 'FieldVisibility',
  description: 'Who sees what somebody wrote into a field.',
  valuesMap: {
    coordination: { description: 'Only the person and the coordination.' },
    spaces: { description: 'Besides them, approved members who share a space with the person.' },
    programme: { description: 'All approved members of the programme.' },
  },
});
