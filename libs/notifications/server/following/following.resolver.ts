import { Inject } from '@nestjs/common';
import { Args, Field, ID, InputType, Mutation, ObjectType, Query, registerEnumType, Resolver } from '@nestjs/graphql';
import { Allow } from 'class-validator';
import type { Viewer } from '#access/server';
import { CurrentViewer, IdArg, IdInput, LineInput } from '#platform/server';
import { FOLLOW_LEVELS, type FollowLevel } from './following.js';
import { FollowService, type Followed } from './follow.service.js';

const FollowLevelEnum = Object.fromEntries(FOLLOW_LEVELS.map((name) => [name, name])) as { readonly [Name in FollowLevel]: Name };
registerEnumType(FollowLevelEnum, {
  name: 'FollowLevel',
  description: 'How much one wants to hear of a thread, a topic, a space. The nearest choice holds: the thread’s before the topic’s before the space’s.',
  valuesMap: {
    all: { description: 'Everything new that is written there.' },
    answers: { description: 'What is addressed to oneself: answers, mentions, quotes. Holds where nothing was chosen.' },
    muted: { description: 'Nothing, not even that.' },
  },
});

@ObjectType('Followed', { description: 'Something the viewer chose a level for.' })
class FollowedType {
  @Field(() => String, { description: 'What kind of thing: `thread`, `topic`, `space`. Expect kinds you do not know.' })
  readonly kind: string;

  @Field(() => ID, { description: 'Id of the thread, topic, space …' })
  readonly id: string;

  @Field(() => String, { description: 'The title or name it goes by now.' })
  readonly title: string;

  @Field(() => String, { description: 'The own path of its page.' })
  readonly path: string;

  @Field(() => FollowLevelEnum, { description: 'The level that was chosen.' })
  readonly level: FollowLevel;
}

@InputType({ description: 'How much one wants to hear of something.' })
class SetFollowLevelInput {
  @LineInput({ description: 'What kind of thing: `thread`, `topic`, `space`.', max: 40 })
  readonly kind: string;

  @IdInput({ description: 'Id of the thread, topic, space …' })
  readonly id: string;

  @Field(() => FollowLevelEnum, { description: 'How much one wants to hear of it.' })
  @Allow()
  readonly level: FollowLevel;
}

const REFUSALS = 'UNAUTHENTICATED for guests; FORBIDDEN `account.membersOnly` for who is not approved; NOT_FOUND for what the viewer does not see, as for what does not exist.';

/** What one follows. */
@Resolver(() => FollowedType)
export class FollowingResolver {
  constructor(@Inject(FollowService) private readonly service: FollowService) {}

  @Query(() => FollowLevelEnum, { description: `How much the viewer hears of something by its own choice; \`answers\` where none was made. ${REFUSALS}` })
  async followLevel(
    @CurrentViewer() viewer: Viewer,
    @Args('kind', { type: () => String, description: 'What kind of thing: `thread`, `topic`, `space`.' }) kind: string,
    @IdArg('id', 'Id of the thread, topic, space …') id: string,
  ): Promise<FollowLevel> {
    return this.service.levelOf(viewer, { kind, id });
  }

  @Query(() => [FollowedType], { description: 'What the viewer chose a level for and still sees, newest choice first; at most 200. UNAUTHENTICATED for guests; FORBIDDEN `account.membersOnly` for who is not approved.' })
  async followed(@CurrentViewer() viewer: Viewer): Promise<readonly Followed[]> {
    return this.service.list(viewer);
  }

  @Mutation(() => FollowedType, { description: `Chooses how much one hears of something. ${REFUSALS}` })
  async setFollowLevel(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The thing and the level.' }) { kind, id, level }: SetFollowLevelInput): Promise<Followed> {
    return this.service.set(viewer, { kind, id }, level);
  }
}
