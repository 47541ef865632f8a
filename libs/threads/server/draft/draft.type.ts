import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { BodyInput, IdInput, NumberInput } from '#platform/server';
import { POST_MAX } from '../post/post.inputs.js';

@ObjectType({ description: 'What the viewer is writing in a thread and has not sent; one per thread, kept on the server.' })
export class PostDraft {
  @Field(() => ID, { description: 'Id of the thread it is meant for.' })
  readonly threadId: string;

  @Field(() => ID, { nullable: true, description: 'Id of the post it answers; null where it answers none.' })
  readonly replyToId: string | null;

  @Field(() => String, { description: 'The text as Markdown.' })
  readonly body: string;

  @Field(() => Int, { description: 'Rises with every saving. Send it along when saving again.' })
  readonly version: number;

  @Field(() => Date, { description: 'When it was saved last.' })
  readonly savedAt: Date;
}

@InputType({ description: 'What is being written in a thread.' })
export class SavePostDraftInput {
  @IdInput({ description: 'Id of the thread; one out of sight is answered like an unknown one.' })
  readonly threadId: string;

  @BodyInput({ description: 'The whole text as Markdown.', max: POST_MAX, min: 0 })
  readonly body: string;

  @NumberInput({ description: '`version` of the draft the writing went on from; 0 where there was none.', from: 0, to: 2_000_000_000 })
  readonly version: number;

  @IdInput({ description: 'Id of the post it answers.', nullable: true })
  readonly replyToId?: string | null;
}

@InputType({ description: 'A draft that is not wanted any more.' })
export class DiscardPostDraftInput {
  @IdInput({ description: 'Id of the thread it was meant for.' })
  readonly threadId: string;
}
