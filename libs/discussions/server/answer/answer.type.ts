import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { IdInput } from '#platform/server';
import { DiscussionInput } from '../discussion/discussion.inputs.js';

@ObjectType({ description: 'A reply that answered a question, as the asker or a moderator said.' })
export class AcceptedAnswer {
  readonly discussionId: string;

  readonly postId: string;

  readonly acceptedById: string | null;

  @Field(() => Date, { description: 'Since when the question counts as answered by it.' })
  readonly acceptedAt: Date;
}

@InputType({ description: 'A question and the reply in it that answers it.' })
export class AnswerInput extends DiscussionInput {
  @IdInput({ description: 'Id of the reply, a post of the question’s thread.' })
  readonly postId: string;
}
