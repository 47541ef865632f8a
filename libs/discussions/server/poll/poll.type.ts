import { ArrayMaxSize, ArrayMinSize, IsBoolean, IsDate, IsOptional, MaxLength, MinLength } from 'class-validator';
import { Transform } from 'class-transformer';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { cleanLine, encodeReason, IdInput, IdsInput, LineInput, NewIdInput } from '#platform/server';

export const OPTIONS_MIN = 2;
export const OPTIONS_MAX = 12;
export const OPTION_LENGTH = 120;
export const QUESTION_MAX = 200;

@ObjectType({ description: 'One choice of a poll.' })
export class PollOption {
  @Field(() => ID, { description: 'Id of the choice, for `vote`.' })
  readonly id: string;

  readonly pollId: string;

  readonly isAnonymous: boolean;

  @Field(() => String, { description: 'What one chooses; plain text.' })
  readonly text: string;

  @Field(() => Int, { description: 'How many people chose it.' })
  readonly voteCount: number;

  @Field(() => Boolean, { description: 'Whether the viewer chose it; false for guests.' })
  readonly viewerVoted: boolean;
}

@ObjectType({ description: 'A poll in a discussion.' })
export class Poll {
  @Field(() => ID, { description: 'Id of the poll, for `vote`, `closePoll` and `removePoll`.' })
  readonly id: string;

  readonly discussionId: string;

  readonly createdById: string | null;

  @Field(() => String, { description: 'What is asked; plain text.' })
  readonly question: string;

  @Field(() => Boolean, { description: 'Whether several choices can be ticked.' })
  readonly isMultiple: boolean;

  @Field(() => Boolean, { description: 'Whether nobody learns who chose what, the moderators neither.' })
  readonly isAnonymous: boolean;

  @Field(() => Date, { nullable: true, description: 'When it ends by itself; null: when somebody ends it.' })
  readonly closesAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'When somebody ended it; null while nobody did.' })
  readonly closedAt: Date | null;

  @Field(() => Int, { description: 'How many people have voted.' })
  readonly voterCount: number;

  @Field(() => Date, { description: 'When somebody put it into the discussion.' })
  readonly createdAt: Date;

  @Field(() => String, { nullable: true, description: 'Why moderation hid it; null where it did not.' })
  readonly hiddenReason: string | null;
}

function OptionsInput(): PropertyDecorator {
  return (target, key) => {
    Field(() => [String], { description: `What can be chosen, in order (${OPTIONS_MIN} to ${OPTIONS_MAX}, each 1–${OPTION_LENGTH} characters, none twice).` })(target, key);
    Transform(({ value }: { value: unknown }) => (Array.isArray(value) ? [...new Set(value.map((option) => cleanLine(String(option))))] : value))(target, key);
    ArrayMinSize(OPTIONS_MIN, { message: encodeReason('discussion.tooFewOptions', { min: OPTIONS_MIN }) })(target, key);
    ArrayMaxSize(OPTIONS_MAX, { message: encodeReason('tooMany', { max: OPTIONS_MAX }) })(target, key);
    MinLength(1, { each: true, message: encodeReason('required') })(target, key);
    MaxLength(OPTION_LENGTH, { each: true, message: encodeReason('tooLong', { max: OPTION_LENGTH, length: OPTION_LENGTH + 1 }) })(target, key);
  };
}

@InputType({ description: 'A poll. Once asked it is not changed any more: votes would mean something else.' })
export class NewPollInput {
  @NewIdInput('Id the poll will have.')
  readonly id: string;

  @LineInput({ description: 'What is asked.', max: QUESTION_MAX, min: 3 })
  readonly question: string;

  @OptionsInput()
  readonly options: readonly string[];

  @Field(() => Boolean, { description: 'Whether several choices can be ticked.' })
  @IsBoolean({ message: encodeReason('badInput') })
  readonly isMultiple: boolean;

  @Field(() => Boolean, { description: 'Whether nobody shall learn who chose what.' })
  @IsBoolean({ message: encodeReason('badInput') })
  readonly isAnonymous: boolean;

  @Field(() => Date, { nullable: true, description: 'When it ends by itself, within a year; absent: when somebody ends it.' })
  @IsOptional()
  @IsDate({ message: encodeReason('badInput') })
  readonly closesAt?: Date | null;
}

@InputType({ description: 'A poll for a discussion that is there.' })
export class AskPollInput extends NewPollInput {
  @IdInput({ description: 'Id of the discussion; one out of sight is answered like an unknown one.' })
  readonly discussionId: string;
}

@InputType({ description: 'What the viewer chooses in a poll, instead of what they chose before.' })
export class VoteInput {
  @IdInput({ description: 'Id of the poll; one out of sight is answered like an unknown one.' })
  readonly pollId: string;

  @IdsInput({ description: 'Ids of the choices; one where `isMultiple` is false, none to take a vote back.', max: OPTIONS_MAX })
  readonly optionIds: readonly string[];
}

@InputType({ description: 'The poll a step is about.' })
export class PollInput {
  @IdInput({ description: 'Id of the poll; one out of sight is answered like an unknown one.' })
  readonly pollId: string;
}
