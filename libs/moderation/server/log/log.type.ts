import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '#platform/server';
import { ModerationActEnum, ReportReasonEnum, type ModerationActName, type ReportReason } from '../case/case.enums.js';
import { ModerationActType } from '../case/case.type.js';

@ObjectType('ModerationLogLine', { description: 'An act of moderation as the members of the space may read it: no names, no texts, the day instead of the hour.' })
export class ModerationLogLine {
  @Field(() => ID, { description: 'Id of this line, stable for paging.' })
  readonly id: string;

  @Field(() => ModerationActEnum, { description: 'The kind of step that was taken.' })
  readonly act: ModerationActName;

  @Field(() => String, { nullable: true, description: 'Kind of the item: `tip`, `post`, `discussion`, `poll`; null for measures and settings.' })
  readonly itemKind: string | null;

  @Field(() => ReportReasonEnum, { nullable: true, description: 'The category it was done for; null where there is none.' })
  readonly reason: ReportReason | null;

  @Field(() => String, { description: 'The day in Berlin, `YYYY-MM-DD`.' })
  readonly on: string;
}

@ObjectType({ description: 'A page of the log for members.' })
export class ModerationLogConnection extends connectionOf(ModerationLogLine, 'ModerationLogLine') {}

@ObjectType({ description: 'A page of the full record, for moderators.' })
export class ModerationRecordConnection extends connectionOf(ModerationActType, 'ModerationAct') {}

@ObjectType('ModerationFigure', { description: 'How often something was done in a space within the last twelve months.' })
export class ModerationFigure {
  @Field(() => ModerationActEnum, { description: 'The kind of step that was taken.' })
  readonly act: ModerationActName;

  @Field(() => Int, { description: 'Number of times within those twelve months.' })
  readonly count: number;
}
