import { Inject } from '@nestjs/common';
import { Args, Int, Mutation, Resolver } from '@nestjs/graphql';
import type { Viewer } from '#access/server';
import { accountOf } from '#accounts/server';
import { CLOCK, CurrentViewer, Db, type Clock } from '#platform/server';
import { ReadMarks } from '#threads/server';
import { CatchUp } from './catch-up.js';
import { MarkAllReadInput } from './catch-up.type.js';
import { CloseDiscussionInput, DiscussionInput, EditDiscussionInput, OpenDiscussionInput, PinDiscussionInput, SetSlowModeInput } from './discussion.inputs.js';
import type { DiscussionRow } from './discussion.row.js';
import { DiscussionSeen } from './discussion-seen.js';
import { DiscussionStanding } from './discussion-standing.js';
import { Discussion } from './discussion.type.js';
import { OpenDiscussion } from './open-discussion.js';

const input = { description: 'The discussion and what else the step needs; wrong fields come back together in `extensions.fields`.' };

/** Opening and steering discussions. */
@Resolver(() => Discussion)
export class DiscussionMutations {
  constructor(
    @Inject(OpenDiscussion) private readonly opening: OpenDiscussion,
    @Inject(DiscussionStanding) private readonly standing: DiscussionStanding,
    @Inject(DiscussionSeen) private readonly discussions: DiscussionSeen,
  ) {}

  @Mutation(() => Discussion, {
    description:
      'Opens a discussion with its first post and, if wished, a poll; a draft of the same id is gone then. Who follows the space or one of the topics is told. It comes back in the state `review` where a moderator looks first. UNAUTHENTICATED for guests; NOT_FOUND for a space out of sight; FORBIDDEN `discussion.mayNotOpen` for who does not belong to it or where it is archived; FORBIDDEN `moderation.silenced` or `moderation.suspended`; RATE_LIMITED `moderation.slowed`; `discussion.unknownTopic` at `topicIds`; `discussion.tooFewOptions` at `poll.options`, `discussion.badPollEnd` at `poll.closesAt`; CONFLICT `idReused`.',
  })
  async openDiscussion(@CurrentViewer() viewer: Viewer, @Args('input', input) input: OpenDiscussionInput): Promise<DiscussionRow> {
    await this.opening.open(viewer, input);
    return this.discussions.now(viewer, input.id);
  }

  @Mutation(() => Discussion, {
    description:
      'Changes title, kind and topics. UNAUTHENTICATED for guests; NOT_FOUND for a discussion out of sight; FORBIDDEN `discussion.mayNotEdit` for who neither opened it nor moderates its space, `moderation.silenced`, `moderation.suspended` with `until`; CONFLICT `discussion.stale` where somebody else was faster (its params tell the present `version` and `title`); `discussion.solvedQuestion` at `kind`; `discussion.unknownTopic` at `topicIds`.',
  })
  async editDiscussion(@CurrentViewer() viewer: Viewer, @Args('input', input) input: EditDiscussionInput): Promise<DiscussionRow> {
    await this.standing.edit(viewer, input);
    return this.discussions.now(viewer, input.discussionId);
  }

  @Mutation(() => Discussion, { description: 'Puts a discussion above the others of its space, or takes it down. UNAUTHENTICATED for guests; NOT_FOUND for a discussion out of sight; FORBIDDEN `discussion.moderatorsOnly`.' })
  async pinDiscussion(@CurrentViewer() viewer: Viewer, @Args('input', input) input: PinDiscussionInput): Promise<DiscussionRow> {
    await this.standing.pin(viewer, input.discussionId, input.isPinned);
    return this.discussions.now(viewer, input.discussionId);
  }

  @Mutation(() => Discussion, { description: 'Ends a discussion: only moderators can still reply. UNAUTHENTICATED for guests; NOT_FOUND for a discussion out of sight; FORBIDDEN `discussion.moderatorsOnly`.' })
  async closeDiscussion(@CurrentViewer() viewer: Viewer, @Args('input', input) input: CloseDiscussionInput): Promise<DiscussionRow> {
    await this.standing.close(viewer, input.discussionId, input.reason);
    return this.discussions.now(viewer, input.discussionId);
  }

  @Mutation(() => Discussion, { description: 'Lets all members reply again. UNAUTHENTICATED for guests; NOT_FOUND for a discussion out of sight; FORBIDDEN `discussion.moderatorsOnly`.' })
  async reopenDiscussion(@CurrentViewer() viewer: Viewer, @Args('input', input) input: DiscussionInput): Promise<DiscussionRow> {
    await this.standing.reopen(viewer, input.discussionId);
    return this.discussions.now(viewer, input.discussionId);
  }

  @Mutation(() => Discussion, { description: 'Makes everybody but moderators wait between two replies of their own. UNAUTHENTICATED for guests; NOT_FOUND for a discussion out of sight; FORBIDDEN `discussion.moderatorsOnly`.' })
  async setSlowMode(@CurrentViewer() viewer: Viewer, @Args('input', input) input: SetSlowModeInput): Promise<DiscussionRow> {
    await this.standing.slowDown(viewer, input.discussionId, input.seconds);
    return this.discussions.now(viewer, input.discussionId);
  }
}

/** "I have seen all that." */
@Resolver()
export class CatchUpMutations {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CatchUp) private readonly catchingUp: CatchUp,
    @Inject(ReadMarks) private readonly marks: ReadMarks,
  ) {}

  @Mutation(() => Int, { description: 'Counts everything as read, in one space or in all. Comes back: how many discussions became read. UNAUTHENTICATED for guests.' })
  async markAllRead(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'What shall count as read, and until when.' }) input: MarkAllReadInput): Promise<number> {
    const accountId = accountOf(viewer);
    const ids = await this.catchingUp.unreadIds(viewer, input.spaceId ?? null, input.until ?? this.clock.now());
    if (ids.length > 0) await this.db.write(viewer, async (tx) => this.marks.readAll(tx, accountId, ids));
    return ids.length;
  }
}
