import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Viewer } from '#access/server';
import { CurrentViewer, decodeCursor, IdArg, PageArgs, pageOf, type GraphqlContext, type Page } from '#platform/server';
import { AppError } from '#platform/shared';
import { TipLoaders } from '../tip/tip.loaders.js';
import type { Writer } from '../tip/tip.row.js';
import { TipWriter } from '../tip/tip.type.js';
import { entriesOf } from './handbook-entries.js';
import { HandbookRevision, HandbookRevisionConnection, RestoreHandbookRevisionInput } from './handbook-revision.type.js';
import { HandbookRevisions } from './handbook-revisions.js';
import { HandbookQueries, type HandbookRow } from './handbook.queries.js';
import { HandbookService } from './handbook.service.js';
import { Handbook, HandbookChapter } from './handbook.type.js';

/** The history of a handbook. */
@Resolver(() => HandbookRevision)
export class HandbookRevisionResolver {
  constructor(
    @Inject(HandbookRevisions) private readonly revisions: HandbookRevisions,
    @Inject(HandbookQueries) private readonly queries: HandbookQueries,
    @Inject(HandbookService) private readonly service: HandbookService,
    @Inject(TipLoaders) private readonly loaders: TipLoaders,
  ) {}

  @Query(() => HandbookRevision, { description: 'One saved state of a handbook, for members of the programme who may read the handbook. NOT_FOUND for others.' })
  async handbookRevision(@CurrentViewer() viewer: Viewer, @IdArg('id', 'Id of the revision, from `Handbook.revisions`.') id: string): Promise<HandbookRevision> {
    const revision = await this.revisions.byId(viewer, id);
    if (revision === null) throw AppError.notFound();
    return revision;
  }

  @Mutation(() => Handbook, { description: 'Makes an earlier state of a handbook the newest again, as a new revision; what stood there stays in the history. UNAUTHENTICATED for guests; NOT_FOUND for what is out of sight; FORBIDDEN for who does not moderate its space and while that is archived.' })
  async restoreHandbookRevision(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The revision that shall be the newest again.' }) input: RestoreHandbookRevisionInput): Promise<HandbookRow> {
    const handbook = await this.queries.byId(viewer, await this.service.restore(viewer, input.revisionId));
    if (handbook === null) throw AppError.notFound();
    return handbook;
  }

  @ResolveField(() => [HandbookChapter], { description: 'The chapters then, in order; of their tips those that the viewer may see, as they are today.' })
  async chapters(@Parent() revision: HandbookRevision, @Context() context: GraphqlContext): Promise<readonly HandbookChapter[]> {
    return entriesOf(revision.chapters, this.loaders.of(context));
  }

  @ResolveField(() => String, { description: 'What it was for then, as Markdown, without links to posts, discussions and tips out of sight; may be empty.' })
  async intro(@Parent() revision: HandbookRevision, @Context() context: GraphqlContext): Promise<string> {
    return this.loaders.of(context).shownMarkdown.load(revision.intro);
  }

  @ResolveField(() => String, { description: '`intro` as safe HTML; empty where there is none.' })
  async introHtml(@Parent() revision: HandbookRevision, @Context() context: GraphqlContext): Promise<string> {
    return this.loaders.of(context).shownHtml.load(revision.introHtml);
  }

  @ResolveField(() => TipWriter, { nullable: true, description: 'Who saved it; null where nobody knows.' })
  async author(@Parent() revision: HandbookRevision, @Context() context: GraphqlContext): Promise<Writer | null> {
    return this.loaders.writer(context, revision.authorId);
  }
}

@Resolver(() => Handbook)
export class HandbookHistoryFields {
  constructor(
    @Inject(HandbookRevisions) private readonly revisions: HandbookRevisions,
    @Inject(TipLoaders) private readonly loaders: TipLoaders,
  ) {}

  @ResolveField(() => TipWriter, { nullable: true, description: 'Who saved it last; null for viewers who are not told names, and where nobody knows.' })
  async changedBy(@Parent() handbook: HandbookRow, @Context() context: GraphqlContext): Promise<Writer | null> {
    return this.loaders.writer(context, handbook.changedBy);
  }

  @ResolveField(() => HandbookRevisionConnection, { name: 'revisions', description: 'Its saved states, newest first; empty for whoever is no member of the programme.' })
  async history(@Parent() handbook: HandbookRow, @Context() context: GraphqlContext, @Args() args: PageArgs): Promise<Page<HandbookRevision>> {
    const [before] = decodeCursor(args.after, 1) ?? [null];
    if (before !== null && !Number.isSafeInteger(before)) throw AppError.badInput('after', 'badCursor');
    const from = before === null ? null : Math.min(Number(before), 2_000_000_000);
    return pageOf(await this.revisions.of(context.viewer, handbook.id, args.first, from), args.first, (row) => [row.number]);
  }
}
