import { ArgsType, Field, InputType } from '@nestjs/graphql';
import { Allow, IsOptional } from 'class-validator';
import { BodyInput, IdInput, LineInput, NewIdInput, PageArgs } from '#platform/server';

/** Enough for a reminder to oneself; longer things want a draft. */
export const NOTE_MAX = 500;

@ArgsType()
export class BookmarksArgs extends PageArgs {
  @Field(() => Boolean, { nullable: true, description: 'True: those alone whose day of reminder is there or has passed, the longest due first. Else all, the newest first.' })
  @Allow()
  readonly due?: boolean | null;
}

@InputType({ isAbstract: true })
abstract class TargetInput {
  @LineInput({ description: 'What kind of thing is kept, e.g. `tip`; an unknown one is answered like an unknown thing.', max: 40 })
  readonly kind: string;

  @IdInput({ description: 'Id of the thing; one out of sight is answered like an unknown one.' })
  readonly targetId: string;
}

@InputType({ description: 'What is kept, with a note and a day of reminder. Both are set to what is sent: leave them out to have none.' })
export class SetBookmarkInput extends TargetInput {
  @NewIdInput('Id the bookmark will have where the thing is not kept yet; else it keeps its own.')
  readonly id: string;

  @BodyInput({ description: 'Why it is kept, for the viewer alone; plain text.', max: NOTE_MAX, min: 0, nullable: true })
  readonly note?: string | null;

  @Field(() => String, { nullable: true, description: 'The day of the reminder, `YYYY-MM-DD`: today or later, at most five years ahead; a day already set may have passed.' })
  @IsOptional()
  @Allow()
  readonly remindOn?: string | null;
}

@InputType({ description: 'What is no longer kept.' })
export class RemoveBookmarkInput extends TargetInput {}
