import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsDate, IsOptional } from 'class-validator';
import { encodeReason, IdInput, NumberInput } from '#platform/server';
import type { DiscussionRow } from './discussion.row.js';
import { Discussion } from './discussion.type.js';

@ArgsType()
export class CatchUpArgs {
  @NumberInput({ description: 'How many discussions of each space at most; the rest is told by `count`. 10 unless said.', from: 1, to: 50, nullable: true })
  readonly perSpace?: number | null;

  @Field(() => Date, { nullable: true, description: 'Nothing whose last activity is older; absent or longer ago: the last 90 days.' })
  @IsOptional()
  @IsDate({ message: encodeReason('badInput') })
  readonly since?: Date | null;
}

@ObjectType({ description: 'What is new to the viewer in one space.' })
export class DiscussionsInSpace {
  @Field(() => ID, { description: 'Id of the space they lie in.' })
  readonly spaceId: string;

  @Field(() => Int, { description: 'Discussions with something unread in it, counted up to 100: show 100 as "99+".' })
  readonly count: number;

  @Field(() => [Discussion], { description: 'The first of them, the latest activity first.' })
  readonly discussions: readonly DiscussionRow[];
}

@InputType({ description: 'What counts as read from now on.' })
export class MarkAllReadInput {
  @IdInput({ description: 'Only what lies in this space; absent: everything the viewer reads. One out of sight is answered like one without anything unread.', nullable: true })
  readonly spaceId?: string | null;

  @Field(() => Date, { nullable: true, description: 'When the viewer loaded what they look at: what was written later stays unread. Absent: now.' })
  @IsOptional()
  @IsDate({ message: encodeReason('badInput') })
  readonly until?: Date | null;
}
