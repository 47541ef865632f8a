import { InputType } from '@nestjs/graphql';
import { BodyInput, IdInput, NewIdInput, NumberInput } from '#platform/server';

/** About ten printed pages; what is longer is a tip or a file. */
export const POST_MAX = 30_000;

@InputType({ description: 'What somebody says in a thread. Sent twice under one id it makes one post.' })
export class WritePostInput {
  @NewIdInput('Id the post will have.')
  readonly id: string;

  @IdInput({ description: 'Id of the thread; one out of sight is answered like an unknown one.' })
  readonly threadId: string;

  @BodyInput({
    description: 'The text as Markdown. `[@Name](/person/<id>)` mentions somebody; a quotation ends with a line `— [Name](/beitrag/<id>)`. HTML in it is sanitised.',
    max: POST_MAX,
  })
  readonly body: string;

  @IdInput({ description: 'Id of the post of the same thread that it answers; one out of sight or of another thread answers none.', nullable: true })
  readonly replyToId?: string | null;
}

@InputType({ description: 'A changed text of an own post.' })
export class EditPostInput {
  @IdInput({ description: 'Id of the post; one out of sight is answered like an unknown one.' })
  readonly postId: string;

  @BodyInput({ description: 'The whole new text as Markdown.', max: POST_MAX })
  readonly body: string;

  @NumberInput({ description: '`revisionNumber` of the text the change began with.', from: 1, to: 2_000_000_000 })
  readonly baseRevision: number;
}

@InputType({ description: 'The post a step is about.' })
export class PostInput {
  @IdInput({ description: 'Id of the post; one out of sight is answered like an unknown one.' })
  readonly postId: string;
}
