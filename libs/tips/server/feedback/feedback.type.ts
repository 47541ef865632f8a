import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Allow, IsBoolean } from 'class-validator';
import { BodyInput, connectionOf, encodeReason, IdInput, NewIdInput } from '#platform/server';

@ObjectType({ description: 'A reader found a tip outdated and said why. Only its authors and the moderators of its space see it.' })
export class TipNote {
  @Field(() => ID, { description: 'Id of the note, for `resolveTipNote`.' })
  readonly id: string;

  @Field(() => ID, { description: 'Id of the tip it is about.' })
  readonly tipId: string;

  readonly accountId: string;

  @Field(() => String, { description: 'Why it is outdated, in the reader’s words; plain text.' })
  readonly reason: string;

  @Field(() => Date, { description: 'When the reader said it.' })
  readonly createdAt: Date;

  @Field(() => Date, { nullable: true, description: 'When an author dealt with it; null while it is open.' })
  readonly resolvedAt: Date | null;

  readonly resolvedById: string | null;
}

@ObjectType({ description: 'A page of readers’ notes, the oldest first.' })
export class TipNoteConnection extends connectionOf(TipNote, 'TipNote') {}

@ObjectType({ description: 'What waits for the viewer, for the home page.' })
export class TipTasks {
  @Field(() => Int, { description: 'Own drafts and edits that are neither submitted nor released.' })
  readonly drafts: number;

  @Field(() => Int, { description: 'Submitted texts in spaces the viewer moderates.' })
  readonly reviews: number;

  @Field(() => Int, { description: 'Own tips whose check is overdue.' })
  readonly checks: number;

  @Field(() => Int, { description: 'Open notes of readers on own tips.' })
  readonly notes: number;
}

@InputType({ description: 'One reader’s word on whether a tip helped.' })
export class SetTipHelpedInput {
  @IdInput({ description: 'Id of the tip; one out of sight is answered like an unknown one.' })
  readonly tipId: string;

  @Field(() => Boolean, { description: 'True: it helped me. False: takes that back.' })
  @IsBoolean({ message: encodeReason('badInput') })
  readonly helped: boolean;
}

@InputType({ description: 'A reader’s note that a tip is outdated.' })
export class ReportTipOutdatedInput {
  @NewIdInput('Id the note will have.')
  readonly id: string;

  @IdInput({ description: 'Id of the tip; one out of sight is answered like an unknown one.' })
  readonly tipId: string;

  @BodyInput({ description: 'What is no longer right; goes to the authors, plain text.', max: 2000 })
  readonly reason: string;
}

@InputType({ description: 'A reader’s note that an author has dealt with.' })
export class ResolveTipNoteInput {
  @IdInput({ description: 'Id of the note, from `Tip.notes` or `myTipNotes`.' })
  @Allow()
  readonly noteId: string;
}
