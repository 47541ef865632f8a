import { Inject } from '@nestjs/common';
import { Args, Info, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Viewer } from '#access/server';
import type { GraphQLResolveInfo } from 'graphql';
import { askedFields, CurrentViewer, decodeCursor, pageOf, type Page } from '#platform/server';
import { AppError } from '#platform/shared';
import { TipsArgs, TipsToCheckArgs } from './tip.inputs.js';
import { signedIn } from './tip.gate.js';
import { TipQueries, type TipListRequest } from './tip.queries.js';
import type { TipRow } from './tip.row.js';
import { Tip, TipConnection } from './tip.type.js';

export type TipPage = Page<TipRow> & { readonly request?: TipListRequest };

/** Reading tips. */
@Resolver(() => TipConnection)
export class TipResolver {
  constructor(@Inject(TipQueries) private readonly queries: TipQueries) {}

  @Query(() => Tip, { description: 'One tip. NOT_FOUND for what does not exist and for what the viewer may not see.' })
  async tip(
    @CurrentViewer() viewer: Viewer,
    @Args('slug', { type: () => String, description: 'Its address, one of its former ones, or its id.' }) slug: string,
  ): Promise<TipRow> {
    const tip = await this.queries.bySlug(viewer, slug);
    if (tip === null) throw AppError.notFound();
    return tip;
  }

  @Query(() => TipConnection, { description: 'Tips the viewer may see. A space, topic or author out of sight filters everything away, like an unknown one.' })
  async tips(@CurrentViewer() viewer: Viewer, @Args() args: TipsArgs, @Info() info: GraphQLResolveInfo): Promise<TipPage> {
    const request: TipListRequest = {
      space: args.space ?? null,
      topic: args.topic ?? null,
      author: args.author ?? null,
      state: args.state ?? 'published',
      sort: args.sort ?? 'revised',
      first: args.first,
      after: decodeCursor(args.after, 2),
      asked: askedFields(info),
    };
    return Object.assign(pageOf(await this.queries.list(viewer, request), args.first, keysOf), { request });
  }

  @Query(() => TipConnection, { description: 'Released tips whose check is due, the longest overdue first. UNAUTHENTICATED for guests.' })
  async tipsToCheck(@CurrentViewer() viewer: Viewer, @Args() args: TipsToCheckArgs, @Info() info: GraphQLResolveInfo): Promise<TipPage> {
    signedIn(viewer);
    const rows = await this.queries.toCheck(viewer, args.scope, args.withinDays, {
      first: args.first,
      after: decodeCursor(args.after, 2),
      asked: askedFields(info),
    });
    return pageOf(rows, args.first, keysOf);
  }

  @ResolveField(() => Int, { nullable: true, description: 'How many there are in all, as far as the viewer may see them. Costs a statement; null for lists that do not count.' })
  async totalCount(@Parent() page: TipPage, @CurrentViewer() viewer: Viewer): Promise<number | null> {
    return page.request === undefined ? null : this.queries.count(viewer, page.request);
  }
}

function keysOf(row: TipRow): readonly string[] {
  return [row.sortKey ?? '', row.id];
}
