import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, IdInput } from '#platform/server';

@ObjectType({ description: 'What is being written about one tip, beside the released text. There is one per tip, shared by its authors.' })
export class TipWorkingCopy {
  @Field(() => ID, { description: 'The tip.' })
  readonly tipId: string;

  @Field(() => Int, { description: 'Counts up with each saving; send it along as `baseVersion`.' })
  readonly version: number;

  @Field(() => Int, { description: 'The revision this text went out from; 0 for a tip that was never released.' })
  readonly baseRevisionNumber: number;

  @Field(() => String, { description: 'The title as it stands; may still be empty.' })
  readonly title: string;

  @Field(() => String, { description: 'The summary as it stands.' })
  readonly summary: string;

  @Field(() => String, { description: 'The text as Markdown.' })
  readonly body: string;

  readonly topicIds: readonly string[];
  readonly authorIds: readonly string[];

  @Field(() => String, { description: 'What changed and why, for the history.' })
  readonly note: string;

  @Field(() => Boolean, { description: 'Whether the release shall count as a minor change.' })
  readonly isMinor: boolean;

  @Field(() => Date, { description: 'When it was saved last.' })
  readonly savedAt: Date;

  readonly savedById: string;

  @Field(() => Date, { nullable: true, description: 'Since when it waits for a moderator; null where it does not.' })
  readonly submittedAt: Date | null;

  readonly submittedById: string | null;

  @Field(() => Date, { nullable: true, description: 'When a moderator sent it back; null where it was not or was submitted again.' })
  readonly returnedAt: Date | null;

  readonly returnedById: string | null;

  @Field(() => String, { nullable: true, description: 'What the moderator found missing.' })
  readonly returnComment: string | null;
}

@ObjectType({ description: 'A page of working copies.' })
export class TipWorkingCopyConnection extends connectionOf(TipWorkingCopy, 'TipWorkingCopy') {}

@ObjectType({ description: 'A text that somebody else saved over or that was discarded; kept for 90 days.' })
export class TipKeptDraft {
  @Field(() => ID, { description: 'The kept text.' })
  readonly id: string;

  @Field(() => String, { description: 'Its title.' })
  readonly title: string;

  @Field(() => String, { description: 'Its summary.' })
  readonly summary: string;

  @Field(() => String, { description: 'Its text as Markdown.' })
  readonly body: string;

  @Field(() => Date, { description: 'When it was saved.' })
  readonly savedAt: Date;

  readonly savedById: string;
}

@InputType({ description: 'A working copy to be thrown away.' })
export class DiscardDraftInput {
  @IdInput({ description: 'The tip. One that was never released vanishes with its draft.' })
  readonly tipId: string;
}
