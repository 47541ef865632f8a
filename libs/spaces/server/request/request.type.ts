import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ArrayMaxSize, IsArray, IsOptional } from 'class-validator';
import { Transform } from 'class-transformer';
import { BodyInput, cleanText, connectionOf, encodeReason, IdInput, NewIdInput, NumberInput, OneOf } from '#platform/server';
import { SpaceRoleEnum } from '../space/space.enums.js';
import type { SpaceRole } from '../space/space.entity.js';

export type JoinRequestState = 'waiting' | 'asked' | 'declined' | 'approved' | 'withdrawn';
export type JoinRequestAct = 'requested' | 'askedBack' | 'answered' | 'approved' | 'declined' | 'withdrawn' | 'reminded' | 'joinedOtherwise';

export const JoinRequestStateEnum = {
  waiting: 'waiting', asked: 'asked', declined: 'declined', approved: 'approved', withdrawn: 'withdrawn',
} as const;
registerEnumType(JoinRequestStateEnum, {
  name: 'JoinRequestState',
  description: 'How far a request to join has come.',
  valuesMap: {
    waiting: { description: 'Waits for a moderator to decide.' },
    asked: { description: 'A moderator asked something back; waits for the applicant.' },
    declined: { description: 'Declined with a reason; one can ask again from `askAgainAt` on.' },
    approved: { description: 'Approved, or let in by another way meanwhile.' },
    withdrawn: { description: 'Taken back by the applicant before it was decided.' },
  },
});

export const JoinRequestActEnum = {
  requested: 'requested', askedBack: 'askedBack', answered: 'answered', approved: 'approved', declined: 'declined',
  withdrawn: 'withdrawn', reminded: 'reminded', joinedOtherwise: 'joinedOtherwise',
} as const;
registerEnumType(JoinRequestActEnum, {
  name: 'JoinRequestAct',
  description: 'One step in the history of a request.',
  valuesMap: {
    requested: { description: 'The applicant asked to join the space.' },
    askedBack: { description: 'A moderator asked something back.' },
    answered: { description: 'The applicant answered what was asked back.' },
    approved: { description: 'A moderator approved and let the applicant in.' },
    declined: { description: 'A moderator declined; the reason is the note.' },
    withdrawn: { description: 'The applicant took the request back.' },
    reminded: { description: 'It had waited three working days; moderators were told once more.' },
    joinedOtherwise: { description: 'The applicant came in by another way, for example an invitation.' },
  },
});

export const JoinRequestListEnum = { open: 'open', decided: 'decided' } as const;
export type JoinRequestList = keyof typeof JoinRequestListEnum;
registerEnumType(JoinRequestListEnum, {
  name: 'JoinRequestList',
  description: 'Which part of the queue a list shows.',
  valuesMap: {
    open: { description: 'Waiting ones, then those asked back; the longest waiting first.' },
    decided: { description: 'Approved, declined and withdrawn ones, the newest first.' },
  },
});

@ObjectType('JoinRequestAnswer', { description: 'A question of the moderators and what the applicant answered.' })
export class JoinRequestAnswer {
  @Field(() => String, { description: 'The question as it was worded then.' })
  readonly question: string;

  @Field(() => String, { description: 'The answer; empty where none was given.' })
  readonly answer: string;
}

@ObjectType('JoinRequestStep', { description: 'Who did what when with a request.' })
export class JoinRequestStep {
  @Field(() => JoinRequestActEnum, { description: 'What happened in this step.' })
  readonly act: JoinRequestAct;

  @Field(() => String, { nullable: true, description: 'Who did it; null for the system, for accounts that are gone, and towards the applicant for moderators.' })
  readonly actorName: string | null;

  @Field(() => String, { description: 'The words that went with it: message, question, answer or reason; may be empty.' })
  readonly note: string;

  @Field(() => GraphQLISODateTime, { description: 'When this step was taken.' })
  readonly at: Date;
}

@ObjectType('JoinRequest', { description: 'Somebody asks to become a member of a space. Seen by the applicant and the moderators of the space.' })
export class JoinRequestType {
  @Field(() => ID, { description: 'Stays the same through all steps.' })
  readonly id: string;

  @Field(() => ID, { description: 'Id of the account that asks.' })
  readonly applicantId: string;

  @Field(() => String, { description: 'The name of the person who asks.' })
  readonly applicantName: string;

  @Field(() => String, { description: 'What they wrote to the moderators; may be empty.' })
  readonly message: string;

  @Field(() => [JoinRequestAnswer], { description: 'Answers to the questions the space had when it was asked.' })
  readonly answers: readonly JoinRequestAnswer[];

  @Field(() => JoinRequestStateEnum, { description: 'How far the request has come.' })
  readonly state: JoinRequestState;

  @Field(() => String, { description: 'The question asked back, or the reason of a decline; empty otherwise.' })
  readonly note: string;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'From when on a declined applicant can ask again; null otherwise.' })
  readonly askAgainAt: Date | null;

  @Field(() => GraphQLISODateTime, { description: 'Since when it waits for the side that has to act.' })
  readonly waitingSince: Date;

  @Field(() => GraphQLISODateTime, { description: 'When the request was made.' })
  readonly createdAt: Date;

  @Field(() => Int, { description: 'How many earlier requests the same person made to this space.' })
  readonly earlierRequests: number;

  readonly spaceId: string;
}

@ObjectType({ description: 'A page of requests to join spaces.' })
export class JoinRequestConnection extends connectionOf(JoinRequestType, 'JoinRequest') {
  @Field(() => Int, { description: 'How many the whole list has for this viewer.' })
  readonly totalCount: number;
}

const MESSAGE_MAX = 2000;
const MAX_ANSWERS = 6;

@InputType({ description: 'A request to become a member of a space.' })
export class RequestToJoinInput {
  @NewIdInput('The id the request will have.')
  readonly id: string;

  @IdInput({ description: 'Id of the space; one the viewer does not know of is answered like an unknown one.' })
  readonly spaceId: string;

  @BodyInput({ description: 'What one wants to tell the moderators.', max: MESSAGE_MAX, min: 0 })
  readonly message: string;

  @Field(() => [String], { description: `Answers in the order of \`Space.questions\`; all questions need one. (each up to ${MESSAGE_MAX} characters)` })
  @Transform(({ value }: { value: unknown }) => (Array.isArray(value) ? value.map((text) => cleanText(String(text)).trim()) : value))
  @IsArray()
  @ArrayMaxSize(MAX_ANSWERS, { message: encodeReason('tooMany', { max: MAX_ANSWERS }) })
  readonly answers: string[];
}

@InputType({ description: 'The request to join a step is about.' })
export class JoinRequestIdInput {
  @IdInput({ description: 'Id of the request to join.' })
  readonly requestId: string;
}

@InputType({ description: 'The answer to what a moderator asked back.' })
export class AnswerJoinRequestInput extends JoinRequestIdInput {
  @BodyInput({ description: 'The answer; the moderators read it.', max: MESSAGE_MAX })
  readonly answer: string;
}

@InputType({ description: 'A yes to a request, and the role it gives.' })
export class ApproveJoinRequestInput extends JoinRequestIdInput {
  @Field(() => SpaceRoleEnum, { nullable: true, description: 'The role they get; `member` where absent.' })
  @IsOptional()
  @OneOf(SpaceRoleEnum)
  readonly role?: SpaceRole | null;
}

@InputType({ description: 'A no to a request, and why.' })
export class DeclineJoinRequestInput extends JoinRequestIdInput {
  @BodyInput({ description: 'Why; the applicant reads it.', max: MESSAGE_MAX, min: 3 })
  readonly reason: string;

  @NumberInput({ description: 'After how many days one can ask again; absent: as the space has set it.', from: 0, to: 365, nullable: true })
  readonly askAgainDays?: number | null;
}

@InputType({ description: 'A question back to the applicant.' })
export class AskBackOnJoinRequestInput extends JoinRequestIdInput {
  @BodyInput({ description: 'The question; the applicant reads it.', max: MESSAGE_MAX, min: 3 })
  readonly question: string;
}
