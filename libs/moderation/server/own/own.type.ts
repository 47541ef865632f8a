import { Field, GraphQLISODateTime, ID, ObjectType } from '@nestjs/graphql';
import { CaseDecisionEnum, ReportReasonEnum, type CaseDecision, type ReportReason } from '../case/case.enums.js';

@ObjectType('OwnDecision', { description: 'A decision about something the viewer wrote.' })
export class OwnDecision {
  @Field(() => ID, { description: 'Id of the case, for `objectToDecision`.' })
  readonly caseId: string;

  @Field(() => String, { description: 'Kind of the item: `tip`, `post`, `discussion`, `poll`.' })
  readonly itemKind: string;

  @Field(() => ID, { description: 'Id of what the viewer wrote.' })
  readonly itemId: string;

  @Field(() => String, { nullable: true, description: 'What it is called; null where the viewer does not see it any more.' })
  readonly title: string | null;

  @Field(() => String, { nullable: true, description: 'Own path that leads to it; null where the viewer does not see it any more.' })
  readonly path: string | null;

  @Field(() => CaseDecisionEnum, { nullable: true, description: 'What was decided; null while it is held and nobody has looked.' })
  readonly decision: CaseDecision | null;

  @Field(() => ReportReasonEnum, { nullable: true, description: 'The category of the reason; null where none was needed.' })
  readonly reason: ReportReason | null;

  @Field(() => String, { description: 'The moderation’s words; may be empty.' })
  readonly note: string;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was decided; null while it waits.' })
  readonly decidedAt: Date | null;

  @Field(() => Boolean, { description: 'Whether the viewer can object now: `objectToDecision`.' })
  readonly viewerCanObject: boolean;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Until when one can object; null where one cannot.' })
  readonly objectUntil: Date | null;

  @Field(() => String, { nullable: true, description: 'The viewer’s own objection; null where there is none.' })
  readonly objectionWords: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the objection was right; null without one and while it waits.' })
  readonly isObjectionGranted: boolean | null;

  @Field(() => String, { description: 'The reason of the decision about the objection; may be empty.' })
  readonly objectionNote: string;
}

@ObjectType('OwnReport', { description: 'A report of the viewer and what became of it.' })
export class OwnReport {
  @Field(() => ID, { description: 'Id of the case the report is in, as notices lead to it.' })
  readonly caseId: string;

  @Field(() => String, { description: 'Kind of the item: `tip`, `post`, `discussion`, `poll`.' })
  readonly itemKind: string;

  @Field(() => String, { nullable: true, description: 'What it is called; null where the viewer does not see it any more.' })
  readonly title: string | null;

  @Field(() => String, { nullable: true, description: 'Own path that leads to it; null where the viewer does not see it any more.' })
  readonly path: string | null;

  @Field(() => ReportReasonEnum, { description: 'What the viewer said was wrong.' })
  readonly reason: ReportReason;

  @Field(() => GraphQLISODateTime, { description: 'The moment the report arrived.' })
  readonly createdAt: Date;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When the case was decided; null while it waits.' })
  readonly decidedAt: Date | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the item was taken out of sight; null while it waits.' })
  readonly isRemoved: boolean | null;
}
