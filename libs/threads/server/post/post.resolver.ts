import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import type { Viewer } from '#access/server';
import { CurrentViewer, IdArg, perRequest, type GraphqlContext } from '#platform/server';
import { AppError } from '#platform/shared';
import { wordDiff, type DiffSegment } from '#text/server';
import { ThreadLoaders } from '../thread/thread.loaders.js';
import { ThreadSubjects } from '../thread/thread-subjects.js';
import type { ThreadRow } from '../thread/thread.row.js';
import { Thread } from '../thread/thread.type.js';
import { ChangePost } from './change-post.js';
import type { RevisionRow } from './post-history.js';
import { PostLoaders } from './post.loaders.js';
import { EditPostInput, PostInput, WritePostInput } from './post.inputs.js';
import { PostQueries } from './post.queries.js';
import type { PostRow } from './post.row.js';
import { Post, PostDiffSegment, PostRevision } from './post.type.js';
import { WritePost } from './write-post.js';

/** Characters that one request may have compared, about half a second of work. */
const COMPARED_AT_MOST = 600_000;

/** Posts one by one: reading and writing. */
@Resolver(() => Post)
export class PostResolver {
  constructor(
    @Inject(PostQueries) private readonly queries: PostQueries,
    @Inject(WritePost) private readonly writing: WritePost,
    @Inject(ChangePost) private readonly changing: ChangePost,
    @Inject(PostLoaders) private readonly loaders: PostLoaders,
    @Inject(ThreadLoaders) private readonly threads: ThreadLoaders,
    @Inject(ThreadSubjects) private readonly subjects: ThreadSubjects,
  ) {}

  @Query(() => Post, { description: 'One post, wherever it stands now. NOT_FOUND for what does not exist and for what the viewer may not see.' })
  async post(@CurrentViewer() viewer: Viewer, @IdArg('id', 'From a thread, a search result or an address `/beitrag/<id>`.') id: string): Promise<PostRow> {
    return this.seen(viewer, id);
  }

  @Mutation(() => Post, {
    description:
      'Writes a post; sent twice with the same id it is one. UNAUTHENTICATED for guests; NOT_FOUND for a thread out of sight; FORBIDDEN `account.membersOnly`, `thread.membersOnly` for who does not belong to the space, `thread.closed`, `thread.archived`, `thread.notOpen` (its subject is retired or hidden) and `thread.slowMode` with `retryAfterSeconds` and `minutes`; `moderation.silenced`, `moderation.suspended` with `until`; RATE_LIMITED `moderation.slowed`; `required` and `tooLong` at `body`; RATE_LIMITED after 120 within an hour; CONFLICT `idReused`.',
  })
  async writePost(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The thread and the text.' }) input: WritePostInput): Promise<PostRow> {
    const post = await this.writing.write(viewer, input);
    if (post === null) throw AppError.notFound();
    return post;
  }

  @Mutation(() => Post, {
    description:
      'Changes an own post; the former text stays in its history, except that of a held post. UNAUTHENTICATED for guests; NOT_FOUND for a post out of sight; FORBIDDEN `post.mayNotEdit`, `moderation.silenced`, `moderation.suspended` with `until`; RATE_LIMITED after 120 posts and changes within an hour; CONFLICT `post.stale` where it was changed from elsewhere meanwhile: `body` of the post then holds that text; `required` and `tooLong` at `body`.',
  })
  async editPost(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The post and its whole new text.' }) input: EditPostInput): Promise<PostRow> {
    await this.changing.edit(viewer, input);
    return this.seen(viewer, input.postId);
  }

  @Mutation(() => Post, { description: 'Deletes an own post: its place stays, its text does not. UNAUTHENTICATED for guests; NOT_FOUND for a post out of sight; FORBIDDEN `post.mayNotDelete`.' })
  async deletePost(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'Which of the viewer’s own posts.' }) input: PostInput): Promise<PostRow> {
    await this.changing.delete(viewer, input.postId);
    return this.seen(viewer, input.postId);
  }

  @Mutation(() => Post, { description: 'A moderator restores a post its author deleted. UNAUTHENTICATED for guests; NOT_FOUND for a post out of sight; FORBIDDEN `post.mayNotRestore`.' })
  async restorePost(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'Which deleted post shall be read again.' }) input: PostInput): Promise<PostRow> {
    await this.changing.restore(viewer, input.postId);
    return this.seen(viewer, input.postId);
  }

  @ResolveField(() => String, { nullable: true, description: 'The text as Markdown, for changing it; null for whoever may not.' })
  async body(@Parent() post: PostRow, @Context() context: GraphqlContext): Promise<string | null> {
    if (!post.viewerCanEdit) return null;
    const loader = perRequest(context, this, () => new DataLoader(async (ids: readonly string[]) => {
      const bodies = await this.queries.bodies(ids);
      return ids.map((id) => bodies.get(id) ?? null);
    }));
    return loader.load(post.id);
  }

  @ResolveField(() => Thread, { description: 'The thread it stands in.' })
  async thread(@Parent() post: PostRow, @Context() context: GraphqlContext): Promise<ThreadRow> {
    const thread = await this.threads.byId(context, post.threadId);
    if (thread === null) throw AppError.notFound();
    return thread;
  }

  @ResolveField(() => String, { nullable: true, description: 'Own path that opens its subject’s page at this post; null where the subject is out of sight.' })
  async path(@Parent() post: PostRow, @Context() context: GraphqlContext): Promise<string | null> {
    const thread = await this.threads.byId(context, post.threadId);
    if (thread === null) return null;
    return this.subjects.pathOf(thread.subjectKind, await this.threads.subjectOf(context, thread), post.position);
  }

  @ResolveField(() => [PostRevision], { description: 'Its texts, the newest first (at most 50); empty for guests, and for all but moderators once it is deleted.' })
  async revisions(@Parent() post: PostRow, @Context() context: GraphqlContext): Promise<readonly RevisionRow[]> {
    return this.loaders.of(context).revisions.load(post);
  }

  private async seen(viewer: Viewer, id: string): Promise<PostRow> {
    const placed = await this.queries.byId(viewer, id);
    if (placed === null) throw AppError.notFound();
    return placed.post;
  }
}

/** What changed from one text of a post to the next. */
@Resolver(() => PostRevision)
export class PostRevisionFields {
  @ResolveField(() => [PostDiffSegment], { description: 'What changed since the text before, word by word; of the first text: all of it, added. BAD_USER_INPUT `operationTooLarge` where too much is asked for at once.' })
  changes(@Parent() revision: RevisionRow, @Context() context: GraphqlContext): readonly DiffSegment[] {
    if (revision.before === null) return [{ kind: 'added', text: revision.body }];
    const spent = perRequest(context, this, () => ({ characters: 0 }));
    spent.characters += revision.before.length + revision.body.length;
    if (spent.characters > COMPARED_AT_MOST) throw new AppError('BAD_USER_INPUT', 'operationTooLarge');
    return wordDiff(revision.before, revision.body);
  }
}
