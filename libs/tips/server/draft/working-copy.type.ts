import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, IdInput } from '#platform/server';

@ObjectType({ description: 'What is being written about one tip, beside the released text. There is one per tip, shared by its authors.' })
export class TipWorkingCopy {
  @Field(() => ID, { description: 'Id of the tip it belongs to, released or not.' })
  readonly tipId: string;

  @Field(() => Int, { description: 'Counts up with each saving; send it along as `baseVersion`.' })
  readonly version: number;

  @Field(() => Int, { description: 'The revision this text went out from; 0 for a tip that was never released.' })
  readonly baseRevisionNumber: number;

  @Field(() => String, { description: 'The title as it stands; may still be empty.' })
  readonly title: string;

  @Field(() => String, { description: 'The summary as it stands; may still be empty.' })
  readonly summary: string;

  @Field(() => String, { description: 'The text as Markdown; may still be empty.' })
  readonly body: string;

  readonly topicIds: readonly string[];
  readonly authorIds: readonly string[];

  @Field(() => String, { description: 'What changed and why, for the history; may be empty.' })
  readonly note: string;

  @Field(() => Boolean, { description: 'Whether the release shall count as a minor change.' })
  readonly isMinor: boolean;

  @Field(() => Date, { description: 'When it was saved last; by whom says `savedBy`.' })
  readonly savedAt: Date;

  readonly savedById: string;

  @Field(() => Date, { nullable: true, description: 'Since when it waits for a moderator; null where it does not.' })
  readonly submittedAt: Date | null;

  readonly submittedById: string | null;

  @Field(() => Date, { nullable: true, description: 'When a moderator sent it back; null where it was not or was submitted again.' })
  readonly returnedAt: Date | null;

  readonly returnedById: string | null;

  @Field(() => String, { nullable: true, description: 'What the moderator found missing; null where it was not sent back.' })
  readonly returnComment: string | null;
}

@ObjectType({ description: 'A page of working copies: own drafts, or what waits for review.' })
export class TipWorkingCopyConnection extends connectionOf(TipWorkingCopy, 'TipWorkingCopy') {}

@ObjectType({ description: 'A text that somebody else saved over or that was discarded; kept for 90 days.' })
export class TipKeptDraft {
  @Field(() => ID, { description: 'Id of the kept text; it is read within its tip only.' })
  readonly id: string;

  @Field(() => String, { description: 'The title as it was saved; may be empty.' })
  readonly title: string;

  @Field(() => String, { description: 'The summary as it was saved; may be empty.' })
  readonly summary: string;

  @Field(() => String, { description: 'The text as it was saved, as Markdown.' })
  readonly body: string;

  @Field(() => Date, { description: 'When these words were saved, not when they were put aside.' })
  readonly savedAt: Date;

  readonly savedById: string;
}

@InputType({ description: 'A working copy to be thrown away.' })
export class DiscardDraftInput {
  @IdInput({ description: 'Id of the tip. One that was never released vanishes with its draft.' })
  readonly tipId: string;
}
