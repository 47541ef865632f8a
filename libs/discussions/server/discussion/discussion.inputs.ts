import { ArgsType, Field, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { Allow, IsBoolean, IsOptional, ValidateNested } from 'class-validator';
import { BodyInput, encodeReason, IdInput, IdsInput, LineInput, NewIdInput, NumberInput, OneOf } from '#platform/server';
import { TopicalArgs } from '#topics/server';
import { NewPollInput } from '../poll/poll.type.js';
import { DiscussionFilterEnum, DiscussionKindEnum, type DiscussionFilter, type DiscussionKind } from './discussion.state.js';

/** A title longer than this is a first post. */
export const TITLE_MAX = 150;
export const TOPICS_MAX = 8;
/** As the thread takes of any post. */
export const BODY_MAX = 50_000;
export const REASON_MAX = 500;
/** A day; whoever wants to slow down more closes. */
export const SLOW_SECONDS_MAX = 86_400;

@ArgsType()
export class DiscussionsArgs extends TopicalArgs {
  @Field(() => DiscussionFilterEnum, { defaultValue: DiscussionFilterEnum.all, description: 'Which ones, and so in which order; all unless said.' })
  @OneOf(DiscussionFilterEnum)
  readonly filter: DiscussionFilter;

  @Field(() => DiscussionKindEnum, { nullable: true, description: 'Only questions or only exchanges; absent: both.' })
  @Allow()
  readonly kind?: DiscussionKind | null;

  @Field(() => Boolean, { defaultValue: false, description: 'Only under topics of the viewer: those followed, and those the own sheet names as experience to give. Without such topics nothing is left.' })
  @IsBoolean({ message: encodeReason('badInput') })
  readonly onlyMyTopics: boolean;
}

@InputType({ description: 'A new discussion with its first post.' })
export class OpenDiscussionInput {
  @NewIdInput('Id the discussion will have.')
  readonly id: string;

  @IdInput({ description: 'The space it shall lie in; one out of sight is answered like an unknown one.' })
  readonly spaceId: string;

  @Field(() => DiscussionKindEnum, { description: 'Whether it wants an answer or collects experiences.' })
  @OneOf(DiscussionKindEnum)
  readonly kind: DiscussionKind;

  @LineInput({ description: 'What it is about, best as a question.', max: TITLE_MAX, min: 3 })
  readonly title: string;

  @BodyInput({ description: 'The first post as Markdown; people of the space can be mentioned in it.', max: BODY_MAX })
  readonly body: string;

  @IdsInput({ description: 'Ids of topics of the vocabulary that are still offered.', max: TOPICS_MAX })
  readonly topicIds: readonly string[];

  @Field(() => NewPollInput, { nullable: true, description: 'A poll that is there from the start; where a moderator looks first, it waits with the rest. Absent: none.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => NewPollInput)
  readonly poll?: NewPollInput | null;
}

@InputType({ description: 'Title, kind and topics of a discussion as they shall be; its first post is changed by `editPost`.' })
export class EditDiscussionInput {
  @IdInput({ description: 'Id of the discussion; one out of sight is answered like an unknown one.' })
  readonly discussionId: string;

  @NumberInput({ description: 'The `version` that was changed; an older one is refused with `discussion.stale`.', from: 1, to: 2_000_000_000 })
  readonly baseVersion: number;

  @Field(() => DiscussionKindEnum, { description: 'A solved question stays one: withdraw its answers first.' })
  @OneOf(DiscussionKindEnum)
  readonly kind: DiscussionKind;

  @LineInput({ description: 'What it is about. Addresses made from former titles keep leading to it.', max: TITLE_MAX, min: 3 })
  readonly title: string;

  @IdsInput({ description: 'All its topics, not only new ones; those it has may stay though they are retired.', max: TOPICS_MAX })
  readonly topicIds: readonly string[];
}

@InputType({ description: 'The discussion a step is about.' })
export class DiscussionInput {
  @IdInput({ description: 'Id of the discussion; one out of sight is answered like an unknown one.' })
  readonly discussionId: string;
}

@InputType({ description: 'A discussion and whether it stands above the others of its space.' })
export class PinDiscussionInput extends DiscussionInput {
  @Field(() => Boolean, { description: 'True: it stands above the others. False: no longer.' })
  @IsBoolean({ message: encodeReason('badInput') })
  readonly isPinned: boolean;
}

@InputType({ description: 'A discussion in which nobody but moderators shall reply any more.' })
export class CloseDiscussionInput extends DiscussionInput {
  @BodyInput({ description: 'Why; readers see it under the discussion. May be empty.', max: REASON_MAX, min: 0 })
  readonly reason: string;
}

@InputType({ description: 'A discussion and how long everybody waits between two replies of their own.' })
export class SetSlowModeInput extends DiscussionInput {
  @NumberInput({ description: 'Seconds between two replies of one person; 0 ends the slow mode.', from: 0, to: SLOW_SECONDS_MAX })
  readonly seconds: number;
}
