import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Allow, IsBoolean } from 'class-validator';
import { BodyInput, connectionOf, encodeReason, IdInput, NewIdInput } from '#platform/server';

@ObjectType({ description: 'A reader found a tip outdated and said why. Only its authors and the moderators of its space see it.' })
export class TipNote {
  @Field(() => ID, { description: 'The note.' })
  readonly id: string;

  @Field(() => ID, { description: 'The tip.' })
  readonly tipId: string;

  readonly accountId: string;

  @Field(() => String, { description: 'Why it is outdated.' })
  readonly reason: string;

  @Field(() => Date, { description: 'When it was said.' })
  readonly createdAt: Date;

  @Field(() => Date, { nullable: true, description: 'When an author dealt with it; null while it is open.' })
  readonly resolvedAt: Date | null;

  readonly resolvedById: string | null;
}

@ObjectType({ description: 'A page of notes.' })
export class TipNoteConnection extends connectionOf(TipNote, 'TipNote') {}

@ObjectType({ description: 'What waits for the viewer, for the home page.' })
export class TipTasks {
  @Field(() => Int, { description: 'Own drafts and edits not yet released.' })
  readonly drafts: number;

  @Field(() => Int, { description: 'Submitted texts in spaces the viewer moderates.' })
  readonly reviews: number;

  @Field(() => Int, { description: 'Own tips whose check is overdue.' })
  readonly checks: number;

  @Field(() => Int, { description: 'Open notes of readers on own tips.' })
  readonly notes: number;
}

@InputType({ description: 'Whether a tip helped.' })
export class SetTipHelpedInput {
  @IdInput({ description: 'The tip.' })
  readonly tipId: string;

  @Field(() => Boolean, { description: 'True: it helped me. False: taken back.' })
  @IsBoolean({ message: encodeReason('badInput') })
  readonly helped: boolean;
}

@InputType({ description: 'A tip is outdated.' })
export class ReportTipOutdatedInput {
  @NewIdInput('The note.')
  readonly id: string;

  @IdInput({ description: 'The tip.' })
  readonly tipId: string;

  @BodyInput({ description: 'What is no longer right.', max: 2000 })
  readonly reason: string;
}

@InputType({ description: 'A note that was dealt with.' })
export class ResolveTipNoteInput {
  @IdInput({ description: 'The note.' })
  @Allow()
  readonly noteId: string;
}
