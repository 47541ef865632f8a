import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsDate } from 'class-validator';
import { BodyInput, connectionOf, encodeReason, IdInput, NewIdInput, NumberInput, OneOf } from '#platform/server';

export const MeasureKindEnum = { slow: 'slow', silence: 'silence', suspend: 'suspend' } as const;
/** What can be imposed on somebody in a space. */
export type MeasureKind = keyof typeof MeasureKindEnum;
registerEnumType(MeasureKindEnum, {
  name: 'MeasureKind',
  description: 'What is imposed on somebody in one space, until a date.',
  valuesMap: {
    slow: { description: 'At most one item in so many minutes.' },
    silence: { description: 'May read, but writes nothing in the space.' },
    suspend: { description: 'No access to the space; what everybody may read stays readable.' },
  },
});

@ObjectType('ModerationMeasure', { description: 'What is imposed on somebody in one space. For its moderators.' })
export class ModerationMeasure {
  @Field(() => ID, { description: 'Id of the measure, for `endMeasure`.' })
  readonly id: string;

  @Field(() => MeasureKindEnum, { description: 'Which of the three restrictions it is.' })
  readonly kind: MeasureKind;

  @Field(() => Int, { nullable: true, description: 'Of `slow`: minutes between one item and the next; null otherwise.' })
  readonly minutes: number | null;

  @Field(() => String, { description: 'Why; the person reads it.' })
  readonly reason: string;

  @Field(() => GraphQLISODateTime, { description: 'The moment it began to hold.' })
  readonly startsAt: Date;

  @Field(() => GraphQLISODateTime, { description: 'Until when, unless it is ended before.' })
  readonly endsAt: Date;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was ended before its time; null otherwise.' })
  readonly endedAt: Date | null;

  @Field(() => String, { description: 'Why it was ended before its time; may be empty.' })
  readonly endNote: string;

  @Field(() => Boolean, { description: 'Whether it holds now.' })
  readonly isRunning: boolean;

  @Field(() => ID, { nullable: true, description: 'The case it was imposed for; null without one.' })
  readonly caseId: string | null;

  readonly spaceId: string;
  readonly accountId: string;
  readonly imposedById: string | null;
  readonly endedById: string | null;
}

@ObjectType({ description: 'A page of measures, running and ended ones.' })
export class ModerationMeasureConnection extends connectionOf(ModerationMeasure, 'ModerationMeasure') {}

@ObjectType('OwnMeasure', { description: 'What is imposed on the viewer in one space.' })
export class OwnMeasure {
  @Field(() => ID, { description: 'Id of the measure, for `endMeasure`.' })
  readonly id: string;

  @Field(() => String, { description: 'Name of the space as it was when the measure began.' })
  readonly spaceName: string;

  @Field(() => MeasureKindEnum, { description: 'Which of the three restrictions it is.' })
  readonly kind: MeasureKind;

  @Field(() => Int, { nullable: true, description: 'Of `slow`: minutes between one item and the next; null otherwise.' })
  readonly minutes: number | null;

  @Field(() => String, { description: 'Why, in the words of the moderation.' })
  readonly reason: string;

  @Field(() => GraphQLISODateTime, { description: 'The moment it began to hold.' })
  readonly startsAt: Date;

  @Field(() => GraphQLISODateTime, { description: 'The moment it ends by itself.' })
  readonly endsAt: Date;

  @Field(() => Boolean, { description: 'Whether it holds now.' })
  readonly isRunning: boolean;
}

const REASON_MAX = 1000;

@InputType({ description: 'What shall be imposed on somebody in a space.' })
export class ImposeMeasureInput {
  @NewIdInput('The id the measure will have.')
  readonly id: string;

  @IdInput({ description: 'Id of a space one moderates.' })
  readonly spaceId: string;

  @IdInput({ description: 'Whom it is imposed on: somebody who belongs to the space, but no moderator of it and no coordinator.' })
  readonly accountId: string;

  @Field(() => MeasureKindEnum, { description: 'Which of the three restrictions it is.' })
  @OneOf(MeasureKindEnum)
  readonly kind: MeasureKind;

  @NumberInput({ description: 'Of `slow`: minutes between one item and the next.', from: 1, to: 10_080, nullable: true })
  readonly minutes?: number | null;

  @Field(() => GraphQLISODateTime, { description: 'Until when; within a year.' })
  @Type(() => Date)
  @IsDate({ message: encodeReason('badInput') })
  readonly endsAt: Date;

  @BodyInput({ description: 'Why; the person reads it.', max: REASON_MAX, min: 3 })
  readonly reason: string;

  @IdInput({ description: 'The case it is imposed for; absent without one.', nullable: true })
  readonly caseId?: string | null;
}

@InputType({ description: 'A measure that ends before its time.' })
export class EndMeasureInput {
  @IdInput({ description: 'Id of the measure, for `endMeasure`.' })
  readonly measureId: string;

  @BodyInput({ description: 'Why; the person and the other moderators read it.', max: REASON_MAX, min: 0, nullable: true })
  readonly note?: string | null;
}
