import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IdInput, IdsInput, LineInput, NewIdInput, NumberInput, OneOf } from '#platform/server';
import { DiscussionInput, TITLE_MAX, TOPICS_MAX } from '../discussion/discussion.inputs.js';
import { Discussion } from '../discussion/discussion.type.js';
import { DiscussionKindEnum, type DiscussionKind } from '../discussion/discussion.state.js';

/** What one step can look over; larger parts go in several. */
export const POSTS_MAX = 200;

@InputType({ description: 'A move of a discussion that is being considered.' })
export class MoveDiscussionPreviewInput extends DiscussionInput {
  @IdInput({ description: 'The space it would lie in; one out of sight is answered like an unknown one.' })
  readonly toSpaceId: string;
}

@InputType({ description: 'A discussion and the space it shall lie in.' })
export class MoveDiscussionInput extends MoveDiscussionPreviewInput {
  @NumberInput({
    description: 'Needed where more people would see it: `confirmation` of `moveDiscussionPreview`, after the user agreed. CONFLICT with the present number otherwise.',
    from: 0,
    to: 10_000_000,
    nullable: true,
  })
  readonly confirmAudience?: number | null;
}

@InputType({ isAbstract: true })
abstract class BranchInput {
  @NewIdInput('Id the new discussion will have.')
  readonly id: string;

  @IdsInput({ description: 'Ids of the posts that shall go over, all of one thread; they keep their order, and their former places lead to them.', max: POSTS_MAX })
  readonly postIds: readonly string[];

  @Field(() => DiscussionKindEnum, { description: 'Whether the new discussion wants an answer or collects experiences.' })
  @OneOf(DiscussionKindEnum)
  readonly kind: DiscussionKind;

  @LineInput({ description: 'What the new discussion is about.', max: TITLE_MAX, min: 3 })
  readonly title: string;

  @IdsInput({ description: 'Ids of topics of the vocabulary that are still offered.', max: TOPICS_MAX })
  readonly topicIds: readonly string[];
}

@InputType({ description: 'Posts of a discussion that shall become a discussion of their own.' })
export class SplitDiscussionInput extends BranchInput {
  @IdInput({ description: 'Id of the discussion they stand in; one out of sight is answered like an unknown one.' })
  readonly discussionId: string;
}

@InputType({ description: 'Comments under something else, a tip for instance, that shall become a discussion.' })
export class TurnIntoDiscussionInput extends BranchInput {}

@InputType({ description: 'Two discussions of one space about the same.' })
export class MergeDiscussionsInput {
  @IdInput({ description: 'The one that goes: its posts, polls, followers and addresses go over.' })
  readonly fromDiscussionId: string;

  @IdInput({ description: 'The one that stays, with title, kind and topics of its own.' })
  readonly intoDiscussionId: string;
}

@ObjectType({ description: 'Where a link to a place in a discussion leads today.' })
export class DiscussionSpot {
  @Field(() => Discussion, { description: 'The discussion in which the post stands now.' })
  readonly discussion: Discussion;

  @Field(() => Int, { description: 'Its position there; as asked where the post never moved.' })
  readonly position: number;
}
