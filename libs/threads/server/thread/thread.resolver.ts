import { Inject } from '@nestjs/common';
import { Args, Context, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Viewer } from '#access/server';
import { CLOCK, CurrentViewer, IdArg, type Clock, type GraphqlContext } from '#platform/server';
import { AppError } from '#platform/shared';
import { PostLoaders } from '../post/post.loaders.js';
import { PostQueries, type Window } from '../post/post.queries.js';
import type { PostRow } from '../post/post.row.js';
import { Post, PostWindow } from '../post/post.type.js';
import { ReadMarks } from './read-marks.js';
import { ReadThreadInput, WindowArgs } from './thread.inputs.js';
import { ThreadLoaders } from './thread.loaders.js';
import { canReply, mayReplyAt, replyRefusal } from './thread.policy.js';
import { ThreadQueries, type Mark } from './thread.queries.js';
import type { ThreadRow } from './thread.row.js';
import { Thread, ThreadMark, ThreadSubjectInfo } from './thread.type.js';

/** Reading a thread by position. */
@Resolver(() => Thread)
export class ThreadResolver {
  constructor(
    @Inject(ThreadQueries) private readonly queries: ThreadQueries,
    @Inject(PostQueries) private readonly postQueries: PostQueries,
    @Inject(ThreadLoaders) private readonly loaders: ThreadLoaders,
    @Inject(PostLoaders) private readonly postLoaders: PostLoaders,
    @Inject(ReadMarks) private readonly readMarks: ReadMarks,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Query(() => Thread, { description: 'One thread. NOT_FOUND for what does not exist and for what the viewer may not see.' })
  async thread(@CurrentViewer() viewer: Viewer, @IdArg('id', 'From `Post.thread` or from what bears it; of a discussion the id of the discussion.') id: string): Promise<ThreadRow> {
    return this.seen(viewer, id);
  }

  @Mutation(() => Thread, { description: 'Notes how far the viewer has read; never moves back. UNAUTHENTICATED for guests; NOT_FOUND for a thread out of sight.' })
  async readThread(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The thread and the position.' }) input: ReadThreadInput): Promise<ThreadRow> {
    await this.readMarks.read(viewer, input.threadId, input.position);
    return this.seen(viewer, input.threadId);
  }

  @ResolveField(() => PostWindow, { description: 'A stretch of the thread: from a position on, or up to it. Costs the same at any length of the thread.' })
  async posts(@Parent() thread: ThreadRow, @CurrentViewer() viewer: Viewer, @Args() args: WindowArgs): Promise<Window> {
    return this.postQueries.window(viewer, thread, args);
  }

  @ResolveField(() => Post, { nullable: true, description: 'The first word of its subject, wherever one reads; null where the thread has none (comments of a tip) or it is out of sight.' })
  async openingPost(@Parent() thread: ThreadRow, @Context() context: GraphqlContext): Promise<PostRow | null> {
    return thread.lastPosition === 0 ? null : this.postLoaders.of(context).opening.load(thread);
  }

  @ResolveField(() => [Post], { description: 'Posts that wait for a moderator, the oldest first (at most 50): the viewer’s own, all for moderators.' })
  async heldPosts(@Parent() thread: ThreadRow, @Context() context: GraphqlContext): Promise<readonly PostRow[]> {
    return this.postLoaders.of(context).held.load(thread);
  }

  @ResolveField(() => Post, { nullable: true, description: 'Where a post went that once stood at a position here and was moved to another thread; of several positions the first that leads anywhere. Null where none was moved, or all are out of sight.' })
  async movedPost(
    @Parent() thread: ThreadRow,
    @Context() context: GraphqlContext,
    @Args('position', { type: () => Int, defaultValue: 1, description: 'The former position.' }) position: number,
    @Args('to', { type: () => Int, nullable: true, description: 'The last of several positions; absent: `position` alone.' }) to?: number | null,
  ): Promise<PostRow | null> {
    return this.postLoaders.of(context).moved.load({ threadId: thread.id, position, to: to ?? position });
  }

  @ResolveField(() => [ThreadMark], { description: 'At most 40 posts evenly spread over the thread, with their dates, for a bar beside it.' })
  async marks(@Parent() thread: ThreadRow, @Context() context: GraphqlContext): Promise<readonly Mark[]> {
    return this.postLoaders.of(context).marks.load(thread);
  }

  @ResolveField(() => ThreadSubjectInfo, { nullable: true, description: 'What it hangs under; null where that is out of sight.' })
  async subject(@Parent() thread: ThreadRow, @Context() context: GraphqlContext): Promise<ThreadSubjectInfo | null> {
    const found = await this.loaders.subjectOf(context, thread);
    return found === null ? null : { kind: thread.subjectKind, id: found.id, title: found.title, path: found.path };
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may write here; under slow mode perhaps only from `mayReplyAt` on.' })
  viewerCanReply(@Parent() thread: ThreadRow, @CurrentViewer() viewer: Viewer): boolean {
    return canReply(viewer, thread);
  }

  @ResolveField(() => String, { nullable: true, description: 'Why the viewer may not write here, as `writePost` would say it in `extensions.reason`; null where it is possible.' })
  replyRefusal(@Parent() thread: ThreadRow, @CurrentViewer() viewer: Viewer): string | null {
    return replyRefusal(viewer, thread);
  }

  @ResolveField(() => Date, { nullable: true, description: 'Under slow mode: when the viewer may write the next post; null where at once.' })
  mayReplyAt(@Parent() thread: ThreadRow, @CurrentViewer() viewer: Viewer): Date | null {
    return mayReplyAt(viewer, thread, this.clock.now());
  }

  private async seen(viewer: Viewer, id: string): Promise<ThreadRow> {
    const thread = await this.queries.byId(viewer, id);
    if (thread === null) throw AppError.notFound();
    return thread;
  }
}
