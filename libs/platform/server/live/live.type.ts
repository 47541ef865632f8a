import { Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType({
  description:
    'That something changed. Tells which thing, never what is written in it: ask for the thing anew, and you get what you may see of it now. Updates may come twice; they do not come for what you may not see.',
})
export class LiveUpdate {
  @Field(() => String, {
    description:
      'What changed: the noun of a domain, such as `thread` or `notices`; `viewer` when your own roles or memberships changed; `caughtUp` when updates may have been missed, so that everything on the screen should be asked for anew. Ignore topics that you do not know.',
  })
  readonly topic: string;

  @Field(() => ID, { nullable: true, description: 'Which thing of this topic; for `viewer` and `notices` your own account; null for `caughtUp`.' })
  readonly id: string | null;

  @Field(() => String, { description: 'A small JSON object of numbers and plain words of the topic, such as `{"position":12}`; often empty.' })
  readonly data: string;
}
