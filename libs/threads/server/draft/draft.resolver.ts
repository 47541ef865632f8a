import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import type { Viewer } from '#access/server';
import { CurrentViewer, perRequest, type GraphqlContext } from '#platform/server';
import { ThreadLoaders } from '../thread/thread.loaders.js';
import type { ThreadRow } from '../thread/thread.row.js';
import { Thread } from '../thread/thread.type.js';
import { DiscardPostDraftInput, PostDraft, SavePostDraftInput } from './draft.type.js';
import { PostDrafts } from './post-drafts.js';

/** What the viewer is writing. */
@Resolver(() => PostDraft)
export class DraftResolver {
  constructor(
    @Inject(PostDrafts) private readonly drafts: PostDrafts,
    @Inject(ThreadLoaders) private readonly threads: ThreadLoaders,
  ) {}

  @Query(() => [PostDraft], { description: 'What the viewer is writing and has not sent, the newest first (at most 100). UNAUTHENTICATED for guests.' })
  async myPostDrafts(@CurrentViewer() viewer: Viewer): Promise<readonly PostDraft[]> {
    return this.drafts.mine(viewer);
  }

  @Mutation(() => PostDraft, { description: 'Keeps what is being written in a thread. UNAUTHENTICATED for guests; NOT_FOUND for a thread out of sight; CONFLICT `post.draftStale` where it was saved, sent or discarded from another device meanwhile: `Thread.draft` then holds that text; `tooLong` at `body`.' })
  async savePostDraft(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The thread and the text.' }) input: SavePostDraftInput): Promise<PostDraft> {
    return this.drafts.save(viewer, input);
  }

  @Mutation(() => Boolean, { description: 'Throws away what was being written in a thread. True also where there was nothing, and where the thread is out of sight. UNAUTHENTICATED for guests.' })
  async discardPostDraft(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'In which thread it was being written.' }) input: DiscardPostDraftInput): Promise<boolean> {
    await this.drafts.discard(viewer, input.threadId);
    return true;
  }

  @ResolveField(() => Thread, { nullable: true, description: 'The thread it is meant for; null where that is out of sight: the words stay.' })
  async thread(@Parent() draft: PostDraft, @Context() context: GraphqlContext): Promise<ThreadRow | null> {
    return this.threads.byId(context, draft.threadId);
  }
}

@Resolver(() => Thread)
export class ThreadDraftFields {
  constructor(@Inject(PostDrafts) private readonly drafts: PostDrafts) {}

  @ResolveField(() => PostDraft, { nullable: true, description: 'What the viewer is writing here; null where nothing and for guests.' })
  async draft(@Parent() thread: ThreadRow, @Context() context: GraphqlContext): Promise<PostDraft | null> {
    const loader = perRequest(context, this, () => new DataLoader(async (ids: readonly string[]) => {
      const drafts = await this.drafts.ofThreads(context.viewer, ids);
      return ids.map((id) => drafts.get(id) ?? null);
    }));
    return loader.load(thread.id);
  }
}
