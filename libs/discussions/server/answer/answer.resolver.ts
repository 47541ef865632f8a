import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import type { Viewer } from '#access/server';
import { CurrentViewer, perRequest, type GraphqlContext } from '#platform/server';
import { Post, PostQueries, type PostRow } from '#threads/server';
import { DiscussionLoaders } from '../discussion/discussion.loaders.js';
import type { DiscussionRow, Writer } from '../discussion/discussion.row.js';
import { DiscussionSeen } from '../discussion/discussion-seen.js';
import { Discussion, DiscussionWriter } from '../discussion/discussion.type.js';
import { AcceptedAnswer, AnswerInput } from './answer.type.js';
import { Answers, type AcceptedAnswerRow } from './answers.js';

const input = { description: 'The question and the reply; wrong fields come back together in `extensions.fields`.' };

/** Accepted answers of a discussion. */
@Resolver(() => Discussion)
export class AnswerResolver {
  constructor(
    @Inject(Answers) private readonly answers: Answers,
    @Inject(DiscussionSeen) private readonly discussions: DiscussionSeen,
  ) {}

  @Mutation(() => Discussion, { description: 'Says that a reply answered the question; its author is told. Several can be accepted, at most 5. UNAUTHENTICATED for guests; NOT_FOUND for a discussion out of sight; FORBIDDEN `discussion.mayNotAccept` for who neither asked nor moderates its space, and for exchanges; `discussion.noAnswer` at `postId` for what is no reply in it; `discussion.tooManyAnswers` at `postId`.' })
  async acceptAnswer(@CurrentViewer() viewer: Viewer, @Args('input', input) input: AnswerInput): Promise<DiscussionRow> {
    await this.answers.accept(viewer, input.discussionId, input.postId);
    return this.discussions.now(viewer, input.discussionId);
  }

  @Mutation(() => Discussion, { description: 'Takes an accepted answer back; without one nothing happens. UNAUTHENTICATED for guests; NOT_FOUND for a discussion out of sight; FORBIDDEN `discussion.mayNotAccept`.' })
  async withdrawAnswer(@CurrentViewer() viewer: Viewer, @Args('input', input) input: AnswerInput): Promise<DiscussionRow> {
    await this.answers.withdraw(viewer, input.discussionId, input.postId);
    return this.discussions.now(viewer, input.discussionId);
  }

  @ResolveField('answers', () => [AcceptedAnswer], { description: 'The replies that answered it, in the order of their positions; only those the viewer may see.' })
  async accepted(@Parent() discussion: DiscussionRow, @Context() context: GraphqlContext): Promise<readonly AcceptedAnswerRow[]> {
    if (discussion.solvedAt === null) return [];
    const loader = perRequest(context, this, () => {
      return new DataLoader(async (ids: readonly string[]) => {
        const rows = await this.answers.of(ids);
        return ids.map((id) => rows.filter((row) => row.discussionId === id));
      });
    });
    return loader.load(discussion.id);
  }
}

/** What an accepted answer shows. */
@Resolver(() => AcceptedAnswer)
export class AcceptedAnswerFields {
  constructor(
    @Inject(PostQueries) private readonly posts: PostQueries,
    @Inject(DiscussionLoaders) private readonly loaders: DiscussionLoaders,
  ) {}

  @ResolveField(() => Post, { nullable: true, description: 'The reply itself; null where the viewer does not see it any more.' })
  async post(@Parent() answer: AcceptedAnswerRow, @Context() context: GraphqlContext): Promise<PostRow | null> {
    const loader = perRequest(context, this, () => {
      return new DataLoader(async (ids: readonly string[]) => {
        const placed = new Map((await this.posts.byIds(context.viewer, ids)).map(({ post }) => [post.id, post]));
        return ids.map((id) => placed.get(id) ?? null);
      });
    });
    return loader.load(answer.postId);
  }

  @ResolveField(() => DiscussionWriter, { nullable: true, description: 'Who accepted it; null for whoever is no member of the programme.' })
  async acceptedBy(@Parent() answer: AcceptedAnswerRow, @Context() context: GraphqlContext): Promise<Writer | null> {
    return this.loaders.writer(context, answer.acceptedById);
  }
}
