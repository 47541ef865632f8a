import { Field, GraphQLISODateTime, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Equals, IsBoolean } from 'class-validator';
import { AddressInput, BodyInput, encodeReason, IdInput, LineInput, OneOf } from '#platform/server';
import { ReportReasonEnum, type ReportReason } from '../case/case.enums.js';

const WORDS_MAX = 2000;

@ObjectType('ReportReceipt', { description: 'That a report has arrived.' })
export class ReportReceiptType {
  @Field(() => ID, { description: 'Id of the report; the last eight signs are the reference in mails.' })
  readonly id: string;

  @Field(() => GraphQLISODateTime, { description: 'The moment it reached the moderation.' })
  readonly createdAt: Date;

  @Field(() => Boolean, { description: 'Whether the viewer had reported the same before: it stays one report. Always false for guests.' })
  readonly isRepeated: boolean;
}

@ObjectType('ReportableItem', { description: 'What one is about to report.' })
export class ReportableItem {
  @Field(() => String, { description: 'What it is called; of a post the title of what it hangs under.' })
  readonly title: string;

  @Field(() => String, { description: 'Own path that leads to it.' })
  readonly path: string;

  @Field(() => Boolean, { description: 'Whether the viewer can report it with `reportItem`; false for what they wrote themselves and for guests, who use `reportAsGuest`.' })
  readonly viewerCanReport: boolean;
}

@InputType({ description: 'What is wrong with something.' })
export class ReportItemInput {
  @LineInput({ description: 'Kind of the item: `tip`, `post`, `discussion`, `poll`.', max: 40 })
  readonly kind: string;

  @IdInput({ description: 'Id of the tip, post or discussion.' })
  readonly itemId: string;

  @Field(() => ReportReasonEnum, { description: 'What is wrong with it.' })
  @OneOf(ReportReasonEnum)
  readonly reason: ReportReason;

  @BodyInput({ description: 'More about it; `illegal` and `other` need some words.', max: WORDS_MAX, min: 0, nullable: true })
  readonly words?: string | null;
}

@InputType({ description: 'Illegal content in a public space, reported without an account (Digital Services Act, Article 16).' })
export class ReportAsGuestInput {
  @LineInput({ description: 'Kind of the item: `tip`, `post`, `discussion`, `poll`.', max: 40 })
  readonly kind: string;

  @IdInput({ description: 'Id of the tip, post or discussion.' })
  readonly itemId: string;

  @BodyInput({ description: 'What is illegal about it, and why.', max: WORDS_MAX, min: 10 })
  readonly words: string;

  @LineInput({ description: 'Name of whoever reports; may be empty.', max: 120, min: 0 })
  readonly name: string;

  @AddressInput({ description: 'Where the receipt and the decision go; kept until half a year after the decision and told to nobody.' })
  readonly address: string;

  @Field(() => Boolean, { description: 'That the report is made in good faith and is complete as far as one knows; must be true.' })
  @IsBoolean({ message: encodeReason('badInput') })
  @Equals(true, { message: encodeReason('required') })
  readonly isInGoodFaith: boolean;
}
