import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import type { Viewer } from '#access/server';
import { CurrentViewer, decodeCursor, IdArg, PageArgs, pageOf, perRequest, type GraphqlContext, type Page } from '#platform/server';
import { AppError } from '#platform/shared';
import { AudienceType, type Audience } from '#spaces/server';
import { wordDiff } from '#text/server';
import { RenderBudget } from '../tip/render-budget.js';
import { TipLoaders } from '../tip/tip.loaders.js';
import { canSeeHistory } from '../tip/tip.policy.js';
import type { TipRow, Writer } from '../tip/tip.row.js';
import { TipTexts } from '../tip/tip.texts.js';
import { Tip, TipWriter } from '../tip/tip.type.js';
import { RestoreRevision } from './restore-revision.js';
import { RevisionQueries, type RevisionRow } from './revision.queries.js';
import { RestoreTipRevisionInput, TipComparison, TipRevision, TipRevisionConnection } from './revision.type.js';

/** The history of a tip. */
@Resolver(() => TipRevision)
export class RevisionResolver {
  constructor(
    @Inject(RevisionQueries) private readonly queries: RevisionQueries,
    @Inject(RestoreRevision) private readonly restoring: RestoreRevision,
    @Inject(TipLoaders) private readonly loaders: TipLoaders,
    @Inject(TipTexts) private readonly texts: TipTexts,
    @Inject(RenderBudget) private readonly budget: RenderBudget,
  ) {}

  @Query(() => TipRevision, { description: 'One released state of a tip, for members of the programme who may see the tip. NOT_FOUND for others.' })
  async tipRevision(@CurrentViewer() viewer: Viewer, @IdArg('id', 'Id of the revision, from `Tip.revisions`.') id: string): Promise<RevisionRow> {
    const [revision] = await this.queries.byIds(viewer, [id]);
    if (revision === undefined) throw AppError.notFound();
    return revision;
  }

  @Query(() => TipComparison, { description: 'Two revisions of one tip, compared word by word; `a` is read as the older one. NOT_FOUND where one of them is out of sight or they belong to different tips.' })
  async compareTipRevisions(
    @CurrentViewer() viewer: Viewer,
    @IdArg('a', 'Id of the older revision.') a: string,
    @IdArg('b', 'Id of the newer revision, of the same tip.') b: string,
    @Context() context: GraphqlContext,
  ): Promise<TipComparison> {
    const found = await this.queries.byIds(viewer, [a, b]);
    const older = found.find((revision) => revision.id === a);
    const newer = found.find((revision) => revision.id === b);
    if (older === undefined || newer === undefined || older.tipId !== newer.tipId) throw AppError.notFound();
    this.budget.comparing(context, older.body, newer.body);
    const shown = this.loaders.of(context).shownMarkdown;
    const [olderBody, newerBody] = await Promise.all([shown.load(older.body), shown.load(newer.body)]);
    return {
      title: wordDiff(older.title, newer.title),
      summary: wordDiff(older.summary, newer.summary),
      body: wordDiff(olderBody, newerBody),
    };
  }

  @Mutation(() => Tip, { description: 'Releases the text of an earlier revision again, as a new revision. What is being written beside it stays and becomes stale. UNAUTHENTICATED for guests; NOT_FOUND for a revision out of sight; FORBIDDEN `tip.mayNotPublish`.' })
  async restoreTipRevision(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The revision that shall be the newest again.' }) input: RestoreTipRevisionInput): Promise<TipRow> {
    return this.restoring.restore(viewer, input.revisionId, input.note ?? '');
  }

  @ResolveField(() => String, { description: 'The text then, as Markdown.' })
  async body(@Parent() revision: RevisionRow, @Context() context: GraphqlContext): Promise<string> {
    return this.loaders.of(context).shownMarkdown.load(await this.writtenBody(revision, context));
  }

  @ResolveField(() => String, { description: 'The text then, as safe HTML.' })
  async html(@Parent() revision: RevisionRow, @Context() context: GraphqlContext): Promise<string> {
    const written = await this.writtenBody(revision, context);
    this.budget.rendering(context, written);
    return this.texts.render(await this.loaders.of(context).shownMarkdown.load(written)).html;
  }

  @ResolveField(() => TipWriter, { nullable: true, description: 'Who wrote it; null where that account is gone.' })
  async author(@Parent() revision: RevisionRow, @Context() context: GraphqlContext): Promise<Writer | null> {
    return this.loaders.writer(context, revision.authorId);
  }

  private async writtenBody(revision: RevisionRow, context: GraphqlContext): Promise<string> {
    if (revision.body !== undefined) return revision.body;
    const loader = perRequest(context, this, () => new DataLoader(async (ids: readonly string[]) => {
      const bodies = new Map((await this.queries.byIds(context.viewer, ids)).map((row) => [row.id, row.body]));
      return ids.map((id) => bodies.get(id) ?? '');
    }));
    return loader.load(revision.id);
  }
}

@Resolver(() => Tip)
export class TipRevisionFields {
  constructor(
    @Inject(RevisionQueries) private readonly queries: RevisionQueries,
    @Inject(TipLoaders) private readonly loaders: TipLoaders,
  ) {}

  @ResolveField(() => AudienceType, { nullable: true, description: 'Who can see its released states: of those who see it the members of the programme; null where the viewer does not see the space.' })
  async historyAudience(@Parent() tip: TipRow, @Context() context: GraphqlContext): Promise<Audience | null> {
    return canSeeHistory(context.viewer) && context.viewer.readableSpaceIds.has(tip.spaceId) ? this.loaders.of(context).audienceOfMembers.load(tip) : null;
  }

  @ResolveField(() => TipRevisionConnection, { description: 'Its released states, newest first; empty for whoever is no member of the programme.' })
  async revisions(@Parent() tip: TipRow, @Context() context: GraphqlContext, @Args() args: PageArgs): Promise<Page<RevisionRow>> {
    const [before] = decodeCursor(args.after, 1) ?? [null];
    if (before !== null && !Number.isSafeInteger(before)) throw AppError.badInput('after', 'badCursor');
    const from = before === null ? null : Math.min(Number(before), 2_000_000_000);
    const rows = await this.loaderFor(context, args.first, from).load(tip.id);
    return pageOf(rows, args.first, (row) => [row.number]);
  }

  /** One for each page that is asked for: a list of tips asks for the same page of all. */
  private loaderFor(context: GraphqlContext, first: number, before: number | null): DataLoader<string, readonly RevisionRow[]> {
    const loaders = perRequest(context, this, () => new Map<string, DataLoader<string, readonly RevisionRow[]>>());
    const key = `${first} ${before ?? ''}`;
    const known = loaders.get(key);
    if (known !== undefined) return known;
    const made = new DataLoader(async (ids: readonly string[]) => {
      const rows = await this.queries.ofTips(context.viewer, ids, first, before);
      return ids.map((id) => rows.filter((row) => row.tipId === id));
    });
    loaders.set(key, made);
    return made;
  }
}
