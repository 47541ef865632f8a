import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import { isMember, type Viewer } from '#access/server';
import { CurrentViewer, perRequest, type GraphqlContext } from '#platform/server';
import type { DiscussionRow, Writer } from '../discussion/discussion.row.js';
import { DiscussionSeen } from '../discussion/discussion-seen.js';
import { Discussion, DiscussionWriter } from '../discussion/discussion.type.js';
import { AskPollInput, Poll, PollInput, PollOption, VoteInput } from './poll.type.js';
import { Polls, seesPoll, type PollOptionRow, type PollRow } from './polls.js';

const input = { description: 'The poll and what is done with it; wrong fields come back together in `extensions.fields`.' };

/** Asking and voting. */
@Resolver(() => Discussion)
export class PollResolver {
  constructor(
    @Inject(Polls) private readonly polls: Polls,
    @Inject(DiscussionSeen) private readonly discussions: DiscussionSeen,
  ) {}

  @Mutation(() => Discussion, { description: 'Puts a poll into a discussion, which comes back. UNAUTHENTICATED for guests; NOT_FOUND for a discussion out of sight; FORBIDDEN `discussion.mayNotAskPoll` for who neither opened it nor moderates its space, and for closed ones, `discussion.cannotBeHeld` where a moderator would have to look first, `moderation.silenced`, `moderation.suspended` with `until`; RATE_LIMITED `moderation.slowed`; `discussion.tooFewOptions` at `options`; `discussion.badPollEnd` at `closesAt`; CONFLICT `discussion.tooManyPolls` beyond 5, `idReused`.' })
  async askPoll(@CurrentViewer() viewer: Viewer, @Args('input', input) input: AskPollInput): Promise<DiscussionRow> {
    await this.polls.ask(viewer, input);
    return this.discussions.now(viewer, input.discussionId);
  }

  @Mutation(() => Discussion, { description: 'Votes, instead of what the viewer chose before; the discussion comes back. UNAUTHENTICATED for guests; NOT_FOUND for a poll out of sight; FORBIDDEN `discussion.mayNotVote` for who does not belong to the space, and in closed discussions; CONFLICT `discussion.pollClosed`; `discussion.oneChoice` and `discussion.unknownOption` at `optionIds`.' })
  async vote(@CurrentViewer() viewer: Viewer, @Args('input', input) input: VoteInput): Promise<DiscussionRow> {
    return this.discussions.now(viewer, await this.polls.vote(viewer, input.pollId, input.optionIds));
  }

  @Mutation(() => Discussion, { description: 'Ends a poll before its time; the discussion comes back. UNAUTHENTICATED for guests; NOT_FOUND for a poll out of sight; FORBIDDEN `discussion.mayNotAskPoll` for who neither asked it nor moderates the space.' })
  async closePoll(@CurrentViewer() viewer: Viewer, @Args('input', input) input: PollInput): Promise<DiscussionRow> {
    return this.discussions.now(viewer, await this.polls.close(viewer, input.pollId));
  }

  @Mutation(() => Discussion, { description: 'A moderator takes a poll away with all its votes, for good; the discussion comes back. UNAUTHENTICATED for guests; NOT_FOUND for a poll out of sight; FORBIDDEN `discussion.moderatorsOnly`.' })
  async removePoll(@CurrentViewer() viewer: Viewer, @Args('input', input) input: PollInput): Promise<DiscussionRow> {
    return this.discussions.now(viewer, await this.polls.remove(viewer, input.pollId));
  }

  @ResolveField('polls', () => [Poll], { description: 'Its polls, the oldest first; hidden ones for who asked them and for moderators alone.' })
  async pollsOf(@Parent() discussion: DiscussionRow, @Context() context: GraphqlContext): Promise<readonly PollRow[]> {
    const loader = perRequest(context, this, () => {
      return new DataLoader(async (ids: readonly string[]) => {
        const rows = await this.polls.of(ids);
        return ids.map((id) => rows.filter((row) => row.discussionId === id));
      });
    });
    return (await loader.load(discussion.id)).filter((poll) => seesPoll(context.viewer, discussion.spaceId, poll));
  }
}

/** What a poll shows. */
@Resolver(() => Poll)
export class PollFields {
  constructor(@Inject(Polls) private readonly polls: Polls) {}

  @ResolveField(() => [PollOption], { description: 'Its choices in order, with how many chose each.' })
  async options(@Parent() poll: PollRow, @Context() context: GraphqlContext): Promise<readonly PollOptionRow[]> {
    const loader = perRequest(context, this, () => {
      return new DataLoader(
        async (polls: readonly PollRow[]) => {
          const rows = await this.polls.optionsOf(context.viewer, polls);
          return polls.map(({ id }) => rows.filter((row) => row.pollId === id));
        },
        { cacheKeyFn: ({ id }: PollRow) => id as unknown as PollRow },
      );
    });
    return loader.load(poll);
  }

  @ResolveField(() => Boolean, { description: 'Whether votes still count: neither ended nor past its end.' })
  isOpen(@Parent() poll: PollRow): boolean {
    return this.polls.isOpen(poll);
  }

  @ResolveField(() => Boolean, { description: 'Whether moderation has hidden it: then only who asked it and moderators see it, and nobody votes.' })
  isHidden(@Parent() poll: PollRow): boolean {
    return poll.state === 'hidden';
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer asked it; false for guests.' })
  viewerIsAuthor(@Parent() poll: PollRow, @CurrentViewer() viewer: Viewer): boolean {
    return viewer.accountId !== null && viewer.accountId === poll.createdById;
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may report it (`reportItem` with the kind `poll`): members of the programme, not who asked it, and not once it is hidden.' })
  viewerCanReport(@Parent() poll: PollRow, @CurrentViewer() viewer: Viewer): boolean {
    return isMember(viewer) && poll.state === 'published' && poll.createdById !== viewer.accountId;
  }
}

/** Who chose, where that may be known. */
@Resolver(() => PollOption)
export class PollOptionFields {
  constructor(@Inject(Polls) private readonly polls: Polls) {}

  @ResolveField(() => [DiscussionWriter], { nullable: true, description: 'Who chose it, at most 100; null in anonymous polls and for whoever is no member of the programme.' })
  async voters(@Parent() option: PollOptionRow, @Context() context: GraphqlContext): Promise<readonly Writer[] | null> {
    if (option.isAnonymous || !isMember(context.viewer)) return null;
    const loader = perRequest(context, this, () => {
      return new DataLoader(async (ids: readonly string[]) => {
        const rows = await this.polls.votersOf(ids);
        return ids.map((id) => rows.filter((row) => row.optionId === id));
      });
    });
    return loader.load(option.id);
  }
}
