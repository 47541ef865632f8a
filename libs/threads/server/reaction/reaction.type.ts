import { Field, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IdInput, OneOf } from '#platform/server';

export const ReactionKindEnum = { thanks: 'thanks', helpful: 'helpful', agree: 'agree', sameHere: 'sameHere' } as const;
export type ReactionKind = keyof typeof ReactionKindEnum;

registerEnumType(ReactionKindEnum, {
  name: 'PostReactionKind',
  description: 'What somebody says to a post with one word.',
  valuesMap: {
    thanks: { description: '„Danke“: the post was welcome.' },
    helpful: { description: '„Hilfreich“: the post was of use to the reader.' },
    agree: { description: '„Stimme zu“: the reader is of the same opinion.' },
    sameHere: { description: '„Bei uns auch“; at the first post of a discussion: the viewer has this question too, and follows the thread.' },
  },
});

@ObjectType({ description: 'How many people said one word to a post.' })
export class PostReaction {
  @Field(() => ReactionKindEnum, { description: 'Which of the four words it is about.' })
  readonly kind: ReactionKind;

  @Field(() => Int, { description: 'How many people; each counts once.' })
  readonly count: number;

  @Field(() => Boolean, { description: 'Whether the viewer is among them; false for guests.' })
  readonly viewerReacted: boolean;
}

@InputType({ description: 'A word said to a post, or taken back.' })
export class PostReactionInput {
  @IdInput({ description: 'Id of the post; one out of sight is answered like an unknown one.' })
  readonly postId: string;

  @Field(() => ReactionKindEnum, { description: 'Which of the four words to say or to take back.' })
  @OneOf(ReactionKindEnum)
  readonly kind: ReactionKind;
}
