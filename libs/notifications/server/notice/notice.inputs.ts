import { ArgsType, Field, GraphQLISODateTime, InputType } from '@nestjs/graphql';
import { Allow, IsOptional } from 'class-validator';
import { IdInput, IdsInput, LineInput, PageArgs } from '#platform/server';

@ArgsType()
export class NoticesArgs extends PageArgs {
  @Field(() => Boolean, { defaultValue: false, description: 'Only groups that hold something unread, and of these only that.' })
  @Allow()
  readonly unreadOnly: boolean;
}

@InputType({ description: 'What notices are about: a thread, a tip, a space.' })
export class NoticeGroupInput {
  @LineInput({ description: 'The kind of thing, as `NoticeGroup.groupKind` tells it.', max: 60 })
  readonly kind: string;

  @IdInput({ description: 'Its id. Without notices about it nothing changes.' })
  readonly id: string;
}

@InputType({ description: 'Which notices are read now: single ones, or all of a group.' })
export class ReadNoticesInput {
  @IdsInput({ description: 'Ids of notices; others’ and unknown ones change nothing.', max: 100, nullable: true })
  readonly ids?: readonly string[] | null;

  @Field(() => NoticeGroupInput, { nullable: true, description: 'All notices about one thread, tip, space …' })
  @IsOptional()
  @Allow()
  readonly group?: NoticeGroupInput | null;
}

@InputType({ description: 'A page that is open.' })
export class VisitedPageInput {
  @LineInput({ description: 'Its own path, with the query where it has one: `/raum/am-fluss/anfragen`.', max: 1000 })
  readonly path: string;
}

@InputType({ description: 'All notices up to a moment.' })
export class ReadAllNoticesInput {
  @Field(() => GraphQLISODateTime, { nullable: true, description: 'What came later stays unread; name the newest one on the screen. Absent: up to now.' })
  @IsOptional()
  @Allow()
  readonly until?: Date | null;
}
