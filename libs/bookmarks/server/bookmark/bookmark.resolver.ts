import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import type { Viewer } from '#access/server';
import { memberOf } from '#accounts/server';
import { CurrentViewer, decodeCursor, IdArg, pageOf, perRequest, type GraphqlContext, type Page } from '#platform/server';
import { SpaceLoaders, SpaceType, type Space } from '#spaces/server';
import { BookmarksArgs, RemoveBookmarkInput, SetBookmarkInput } from './bookmark.inputs.js';
import { BookmarkQueries, type BookmarkRow } from './bookmark.queries.js';
import { BookmarkService } from './bookmark.service.js';
import { Bookmark, BookmarkConnection } from './bookmark.type.js';

const input = { description: 'The thing, and what is set.' };

@Resolver(() => Bookmark)
export class BookmarkResolver {
  constructor(
    @Inject(BookmarkQueries) private readonly queries: BookmarkQueries,
    @Inject(BookmarkService) private readonly service: BookmarkService,
    @Inject(SpaceLoaders) private readonly spaces: SpaceLoaders,
  ) {}

  @Query(() => BookmarkConnection, { description: 'What the viewer keeps for later and can still see. UNAUTHENTICATED for guests; FORBIDDEN for whoever is not approved.' })
  async bookmarks(@CurrentViewer() viewer: Viewer, @Args() { first, after, due }: BookmarksArgs): Promise<Page<BookmarkRow>> {
    memberOf(viewer);
    return pageOf(await this.queries.list(viewer, due === true, first, decodeCursor(after, 2)), first, (row) => [row.sortKey, row.id]);
  }

  @Query(() => Bookmark, { nullable: true, description: 'The viewer’s bookmark of one thing; null where it is not kept, out of sight or unknown, and for guests.' })
  async bookmarkOf(
    @Args('kind', { type: () => String, description: 'What kind of thing, e.g. `tip`.' }) kind: string,
    @IdArg('targetId', 'Id of the tip, post or discussion that may be kept.') targetId: string,
    @Context() context: GraphqlContext,
  ): Promise<BookmarkRow | null> {
    // Several on one page are asked for together.
    const loader = perRequest(context, this, () =>
      new DataLoader(async (targets: readonly { kind: string; targetId: string }[]) => this.queries.ofTargets(context.viewer, targets), {
        cacheKeyFn: (target) => `${target.kind} ${target.targetId}`,
      }),
    );
    return loader.load({ kind: kind.slice(0, 40).replaceAll('\0', ''), targetId });
  }

  @Mutation(() => Bookmark, { description: 'Keeps a thing for later, or changes note and day of what is kept already; sent twice it makes one bookmark. UNAUTHENTICATED for guests; FORBIDDEN for whoever is not approved; NOT_FOUND for a thing out of sight; BAD_USER_INPUT `bookmark.badDay`, `bookmark.dayPast`, `bookmark.dayTooFar`; CONFLICT `bookmark.tooMany`, `idReused`.' })
  async setBookmark(@CurrentViewer() viewer: Viewer, @Args('input', input) input: SetBookmarkInput): Promise<BookmarkRow> {
    return this.service.set(viewer, input);
  }

  @Mutation(() => Boolean, { description: 'No longer keeps a thing. Always true: also for what was not kept, is out of sight or unknown. UNAUTHENTICATED for guests.' })
  async removeBookmark(@CurrentViewer() viewer: Viewer, @Args('input', input) input: RemoveBookmarkInput): Promise<boolean> {
    await this.service.remove(viewer, input);
    return true;
  }

  @ResolveField(() => SpaceType, { nullable: true, description: 'The space it lies in; null for what lies in none.' })
  async space(@Parent() { spaceId }: BookmarkRow, @Context() context: GraphqlContext): Promise<Space | null> {
    return spaceId === null ? null : this.spaces.byId(context, spaceId);
  }
}
