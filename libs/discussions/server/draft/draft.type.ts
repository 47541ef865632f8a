import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, IsBoolean, IsOptional, Matches, MaxLength, ValidateNested } from 'class-validator';
import { BodyInput, cleanLine, encodeReason, IdInput, IdsInput, LineInput, NewIdInput, NumberInput, OneOf } from '#platform/server';
import { BODY_MAX, TITLE_MAX, TOPICS_MAX } from '../discussion/discussion.inputs.js';
import { DiscussionKindEnum, type DiscussionKind } from '../discussion/discussion.state.js';
import { OPTION_LENGTH, OPTIONS_MAX, QUESTION_MAX } from '../poll/poll.type.js';

/** Nobody has more of them in mind; what is beyond is looked for in vain. */
export const DRAFTS_MAX = 50;

@ObjectType({ description: 'The poll of a discussion that is being written, as far as it has got.' })
export class DiscussionDraftPoll {
  @Field(() => ID, { description: 'Id the poll will have.' })
  readonly id: string;

  @Field(() => String, { description: 'What is asked; may still be empty.' })
  readonly question: string;

  @Field(() => [String], { description: 'What can be chosen, in order; may still be empty.' })
  readonly options: readonly string[];

  @Field(() => Boolean, { description: 'Whether several choices can be ticked.' })
  readonly isMultiple: boolean;

  @Field(() => Boolean, { description: 'Whether nobody shall learn who chose what.' })
  readonly isAnonymous: boolean;

  @Field(() => String, { description: 'The day on which it shall end, `YYYY-MM-DD`; empty where it has no end.' })
  readonly closesOn: string;
}

@ObjectType({ description: 'A discussion that the viewer is writing and has not opened; kept on the server, for nobody else.' })
export class DiscussionDraft {
  @Field(() => ID, { description: 'Id the discussion will have.' })
  readonly id: string;

  @Field(() => ID, { description: 'Id of the space it is meant for.' })
  readonly spaceId: string;

  @Field(() => DiscussionKindEnum, { description: 'Whether it wants an answer or collects experiences.' })
  readonly kind: DiscussionKind;

  @Field(() => String, { description: 'What it is about; may still be empty.' })
  readonly title: string;

  @Field(() => [ID], { description: 'Ids of the topics it shall be filed under; some may be offered no longer.' })
  readonly topicIds: readonly string[];

  @Field(() => String, { description: 'The first post as Markdown; may still be empty.' })
  readonly body: string;

  @Field(() => DiscussionDraftPoll, { nullable: true, description: 'The poll it shall have; null for none.' })
  readonly poll: DiscussionDraftPoll | null;

  @Field(() => Int, { description: 'Rises with every saving. Send it along when saving again.' })
  readonly version: number;

  @Field(() => Date, { description: 'When it was saved last.' })
  readonly savedAt: Date;
}

@InputType({ description: 'A poll as far as it has got; what is missing is asked for when the discussion is opened.' })
export class DiscussionDraftPollInput {
  @NewIdInput('Id the poll will have.')
  readonly id: string;

  @LineInput({ description: 'What is asked.', max: QUESTION_MAX, min: 0 })
  readonly question: string;

  @Field(() => [String], { description: `What can be chosen, in order (at most ${OPTIONS_MAX}, each at most ${OPTION_LENGTH} characters); empty ones stay.` })
  @Transform(({ value }: { value: unknown }) => (Array.isArray(value) ? value.map((option) => cleanLine(String(option))) : value))
  @ArrayMaxSize(OPTIONS_MAX, { message: encodeReason('tooMany', { max: OPTIONS_MAX }) })
  @MaxLength(OPTION_LENGTH, { each: true, message: encodeReason('tooLong', { max: OPTION_LENGTH, length: OPTION_LENGTH + 1 }) })
  readonly options: readonly string[];

  @Field(() => Boolean, { description: 'Whether several choices can be ticked.' })
  @IsBoolean({ message: encodeReason('badInput') })
  readonly isMultiple: boolean;

  @Field(() => Boolean, { description: 'Whether nobody shall learn who chose what.' })
  @IsBoolean({ message: encodeReason('badInput') })
  readonly isAnonymous: boolean;

  @Field(() => String, { description: 'The day on which it shall end, `YYYY-MM-DD`; empty for no end.' })
  @Matches(/^(?:\d{4}-\d{2}-\d{2})?$/, { message: encodeReason('badInput') })
  readonly closesOn: string;
}

@InputType({ description: 'A discussion that is being written.' })
export class SaveDiscussionDraftInput {
  @NewIdInput('Id the discussion will have.')
  readonly id: string;

  @IdInput({ description: 'The space it is meant for; one out of sight is answered like an unknown one.' })
  readonly spaceId: string;

  @Field(() => DiscussionKindEnum, { description: 'Whether it wants an answer or collects experiences.' })
  @OneOf(DiscussionKindEnum)
  readonly kind: DiscussionKind;

  @LineInput({ description: 'What it is about.', max: TITLE_MAX, min: 0 })
  readonly title: string;

  @IdsInput({ description: 'Ids of topics; whether they are offered is asked when the discussion is opened.', max: TOPICS_MAX })
  readonly topicIds: readonly string[];

  @BodyInput({ description: 'The whole first post as Markdown.', max: BODY_MAX, min: 0 })
  readonly body: string;

  @Field(() => DiscussionDraftPollInput, { nullable: true, description: 'The poll it shall have; absent for none.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => DiscussionDraftPollInput)
  readonly poll?: DiscussionDraftPollInput | null;

  @NumberInput({ description: '`version` of the draft the writing went on from; 0 where there was none.', from: 0, to: 2_000_000_000 })
  readonly version: number;
}

@InputType({ description: 'A draft that is not wanted any more.' })
export class DiscardDiscussionDraftInput {
  @IdInput({ description: 'Id of the draft; one that is not the viewer’s own is answered like one that is gone.' })
  readonly id: string;
}
