import { Inject } from '@nestjs/common';
import { Args, Context, Info, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Viewer } from '#access/server';
import { accountOf } from '#accounts/server';
import { askedFields, CurrentViewer, decodeCursor, pageOf, type GraphqlContext, type Page } from '#platform/server';
import { AppError } from '#platform/shared';
import { SpaceLoaders } from '#spaces/server';
import { CatchUp, type CatchUpGroup } from './catch-up.js';
import { CatchUpArgs, DiscussionsInSpace } from './catch-up.type.js';
import { DiscussionsArgs } from './discussion.inputs.js';
import { DiscussionQueries, type DiscussionListRequest } from './discussion.queries.js';
import type { DiscussionRow } from './discussion.row.js';
import { Discussion, DiscussionConnection } from './discussion.type.js';
import { MyTopics } from './my-topics.js';

export type DiscussionPage = Page<DiscussionRow> & { readonly request?: DiscussionListRequest };

/** Of each space, when catching up. */
const PER_SPACE = 10;
/** Filters that say something about the one who looks. */
const PERSONAL = new Set(['new', 'unread', 'mine', 'followed']);

/** Reading discussions. */
@Resolver(() => DiscussionConnection)
export class DiscussionResolver {
  constructor(
    @Inject(DiscussionQueries) private readonly queries: DiscussionQueries,
    @Inject(MyTopics) private readonly myTopics: MyTopics,
    @Inject(CatchUp) private readonly catchingUp: CatchUp,
    @Inject(SpaceLoaders) private readonly spaces: SpaceLoaders,
  ) {}

  @Query(() => Discussion, { description: 'One discussion. NOT_FOUND for what does not exist and for what the viewer may not see.' })
  async discussion(
    @CurrentViewer() viewer: Viewer,
    @Args('slug', { type: () => String, description: 'Its address, one of its former ones, that of a discussion merged into it, or its id.' }) slug: string,
    @Info() info: GraphQLResolveInfo,
  ): Promise<DiscussionRow> {
    const discussion = await this.queries.bySlug(viewer, slug, askedFields(info));
    if (discussion === null) throw AppError.notFound();
    return discussion;
  }

  @Query(() => DiscussionConnection, {
    description: 'Discussions the viewer may see. A space or topic out of sight filters everything away, like an unknown one. UNAUTHENTICATED for guests who ask for `new`, `unread`, `mine`, `followed` or `onlyMyTopics`.',
  })
  async discussions(@Context() context: GraphqlContext, @Args() args: DiscussionsArgs, @Info() info: GraphQLResolveInfo): Promise<DiscussionPage> {
    const { viewer } = context;
    if (PERSONAL.has(args.filter) || args.onlyMyTopics) accountOf(viewer);
    const isAboutTopics = args.onlyMyTopics || args.filter === 'unanswered';
    const request: DiscussionListRequest = {
      filter: args.filter,
      space: args.space ?? null,
      topic: args.topic ?? null,
      kind: args.kind ?? null,
      myTopicIds: isAboutTopics ? await this.myTopics.of(viewer) : [],
      onlyMyTopics: args.onlyMyTopics,
      first: args.first,
      after: decodeCursor(args.after, 3),
      asked: askedFields(info),
    };
    if (request.asked.has('space') && request.space === null) this.spaces.readAhead(context);
    return Object.assign(pageOf(await this.queries.list(viewer, request), args.first, keysOf), { request });
  }

  @Query(() => [DiscussionsInSpace], {
    description: 'What is new to the viewer, space by space, the latest activity first; muted discussions are left out. One page for whoever comes back after weeks. UNAUTHENTICATED for guests.',
  })
  async catchUp(@Context() context: GraphqlContext, @Args() args: CatchUpArgs, @Info() info: GraphQLResolveInfo): Promise<readonly CatchUpGroup[]> {
    accountOf(context.viewer);
    const asked = askedFields(info);
    if (asked.has('space')) this.spaces.readAhead(context);
    return this.catchingUp.of(context.viewer, args.perSpace ?? PER_SPACE, args.since ?? null, asked);
  }

  @ResolveField(() => Int, { nullable: true, description: 'How many there are in all, as far as the viewer may see them. Costs a statement; null for lists that do not count.' })
  async totalCount(@Parent() page: DiscussionPage, @CurrentViewer() viewer: Viewer): Promise<number | null> {
    return page.request === undefined ? null : this.queries.count(viewer, page.request);
  }
}

function keysOf(row: DiscussionRow): readonly (string | number)[] {
  return [row.rank ?? 0, row.sortKey ?? '', row.id];
}
