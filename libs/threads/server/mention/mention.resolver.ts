import { Inject } from '@nestjs/common';
import { Args, ArgsType, Field, ID, Query, Resolver } from '@nestjs/graphql';
import { Allow, Matches, MaxLength } from 'class-validator';
import { isMember, type Viewer } from '#access/server';
import { People } from '#accounts/server';
import { CurrentViewer, encodeReason, RateLimits, type Limit } from '#platform/server';
import { isUuid } from '#platform/shared';
import { SpaceReaders } from '#spaces/server';
import { ThreadQueries } from '../thread/thread.queries.js';
import { MentionablePerson } from '../thread/thread.type.js';

const OFFERED = 8;
/** What tells people of one name apart, in this order; fields that came with the product. */
const NOTED = ['municipality', 'organisation', 'function'];
/** One look per key pressed; whoever wants all names has to type for a while. */
const LOOKING: Limit = { name: 'threads.mentionable', tries: 240, withinSeconds: 60 };

@ArgsType()
export class MentionableArgs {
  @Field(() => ID, { nullable: true, description: 'Id of the thread one writes in.' })
  @Allow()
  readonly threadId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Id of the space, where the thread is yet to come; not needed beside `threadId`.' })
  @Allow()
  readonly spaceId?: string | null;

  @Field(() => String, { description: 'A piece of the name, umlauts in whichever spelling; empty: by name.' })
  @MaxLength(100, { message: encodeReason('tooLong', { max: 100 }) })
  @Matches(/^[^\0]*$/, { message: encodeReason('badInput') })
  readonly text: string;
}

/** Whom one can name. */
@Resolver(() => MentionablePerson)
export class MentionResolver {
  constructor(
    @Inject(SpaceReaders) private readonly readers: SpaceReaders,
    @Inject(People) private readonly people: People,
    @Inject(ThreadQueries) private readonly threads: ThreadQueries,
    @Inject(RateLimits) private readonly limits: RateLimits,
  ) {}

  @Query(() => [MentionablePerson], {
    description: 'Whom the viewer can mention in a thread or space: those who may read it, names that begin with the text first, at most 8. Empty for guests, for who is not approved, and for a thread or space out of sight as for an unknown one.',
  })
  async mentionable(@CurrentViewer() viewer: Viewer, @Args() { threadId, spaceId, text }: MentionableArgs): Promise<readonly MentionablePerson[]> {
    if (!isMember(viewer)) return [];
    await this.limits.countHere(LOOKING, `account:${viewer.accountId}`);
    const place = threadId ? await this.spaceOf(viewer, threadId) : (spaceId ?? null);
    if (place === null || !viewer.readableSpaceIds.has(place)) return [];
    const named = (await this.readers.named(place, text, OFFERED + 1)).filter((reader) => reader.accountId !== viewer.accountId).slice(0, OFFERED);
    const entries = await this.people.visibleEntries(viewer, named.map(({ accountId }) => accountId));
    return named.map(({ accountId, name }) => {
      const own = entries.filter((entry) => entry.accountId === accountId);
      const notes = NOTED.map((key) => own.find(({ field }) => field.key === key)?.answers[0] ?? '');
      return { accountId, name, note: notes.find((answer) => answer.trim() !== '') ?? null };
    });
  }

  private async spaceOf(viewer: Viewer, threadId: string): Promise<string | null> {
    return isUuid(threadId) ? ((await this.threads.byId(viewer, threadId))?.spaceId ?? null) : null;
  }
}
