import { Field, GraphQLISODateTime, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IdInput } from '#platform/server';
import type { FeedText } from './feed-text.js';

export const FeedTextEnum = { full: 'full', title: 'title', pointer: 'pointer' } as const satisfies Record<FeedText, FeedText>;
registerEnumType(FeedTextEnum, {
  name: 'FeedText',
  description: 'How much of what is written a feed carries out of the house.',
  valuesMap: {
    full: { description: 'Title, author and the whole text.' },
    title: { description: 'The title alone; the text is read here.' },
    pointer: { description: 'Only that there is something new: neither title nor name. So for closed and hidden spaces, unless their moderators chose otherwise.' },
  },
});

@ObjectType({ description: "The viewer's Atom feed of one space, read by reader programmes at a secret address." })
export class Feed {
  @Field(() => ID, { description: 'Id of the feed; the same when its address is made anew.' })
  readonly id: string;

  @Field(() => GraphQLISODateTime, { description: 'When the present address was made.' })
  readonly createdAt: Date;

  @Field(() => String, { nullable: true, description: 'The last day (`YYYY-MM-DD`) on which the address was read; null where nobody did yet.' })
  readonly lastReadOn: string | null;
}

@ObjectType({ description: 'A feed whose address was made just now.' })
export class CreatedFeed {
  @Field(() => Feed, { description: 'As `myFeeds` lists it from now on, without its address.' })
  readonly feed: Feed;

  @Field(() => String, { description: 'The whole address, told this one time: it is kept nowhere. Whoever knows it reads the feed.' })
  readonly address: string;
}

@InputType({ description: 'The space whose feed is wanted.' })
export class CreateFeedInput {
  @IdInput({ description: 'Id of a space the viewer reads; NOT_FOUND for any other.' })
  readonly spaceId: string;
}

@InputType({ description: 'The feed whose address shall end.' })
export class RevokeFeedInput {
  @IdInput({ description: 'Id of one of the viewer’s feeds; NOT_FOUND for any other.' })
  readonly feedId: string;
}
