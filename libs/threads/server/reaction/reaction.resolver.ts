import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Viewer } from '#access/server';
import { CurrentViewer } from '#platform/server';
import { AppError } from '#platform/shared';
import { PostQueries } from '../post/post.queries.js';
import type { PostRow } from '../post/post.row.js';
import { Post } from '../post/post.type.js';
import { React } from './react.js';
import { PostReactionInput } from './reaction.type.js';

/** Saying one word to a post. */
@Resolver(() => Post)
export class ReactionResolver {
  constructor(
    @Inject(React) private readonly reacting: React,
    @Inject(PostQueries) private readonly posts: PostQueries,
  ) {}

  @Mutation(() => Post, { description: 'Says one word to a post; a second time changes nothing. UNAUTHENTICATED for guests; NOT_FOUND for a post out of sight; FORBIDDEN `post.mayNotReact` for own posts and deleted ones, in archived spaces, for who is not approved and who is suspended in the space; RATE_LIMITED after 300 within an hour.' })
  async react(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The post and the word.' }) input: PostReactionInput): Promise<PostRow> {
    await this.reacting.react(viewer, input.postId, input.kind);
    return this.seen(viewer, input.postId);
  }

  @Mutation(() => Post, { description: 'Takes a word back; where it was not said nothing happens. UNAUTHENTICATED for guests; NOT_FOUND for a post out of sight; RATE_LIMITED after 300 within an hour.' })
  async unreact(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The post and the word.' }) input: PostReactionInput): Promise<PostRow> {
    await this.reacting.unreact(viewer, input.postId, input.kind);
    return this.seen(viewer, input.postId);
  }

  private async seen(viewer: Viewer, id: string): Promise<PostRow> {
    const placed = await this.posts.byId(viewer, id);
    if (placed === null) throw AppError.notFound();
    return placed.post;
  }
}
