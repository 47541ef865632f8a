import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Viewer } from '#access/server';
import { CurrentViewer, IdArg, type GraphqlContext } from '#platform/server';
import { AppError } from '#platform/shared';
import { SpaceLoaders, SpaceType, type Space } from '#spaces/server';
import { RenderBudget } from '../tip/render-budget.js';
import { TipLoaders } from '../tip/tip.loaders.js';
import { canKeepSpaceTips } from '../tip/tip.policy.js';
import type { TipRow } from '../tip/tip.row.js';
import { TipTexts } from '../tip/tip.texts.js';
import { Tip } from '../tip/tip.type.js';
import { entriesOf } from './handbook-entries.js';
import { UndeleteHandbookInput } from './handbook-revision.type.js';
import { HandbookQueries, type HandbookRow } from './handbook.queries.js';
import { HandbookService } from './handbook.service.js';
import { DeleteHandbookInput, Handbook, HandbookChapter, HandbookEntry, SaveHandbookInput } from './handbook.type.js';

/** Handbooks. */
@Resolver(() => Handbook)
export class HandbookResolver {
  constructor(
    @Inject(HandbookQueries) private readonly queries: HandbookQueries,
    @Inject(HandbookService) private readonly service: HandbookService,
    @Inject(SpaceLoaders) private readonly spaces: SpaceLoaders,
    @Inject(TipLoaders) private readonly loaders: TipLoaders,
  ) {}

  @Query(() => Handbook, { description: 'One handbook. Its Markdown as one file: `GET /api/handbooks/<id>/export.md`.' })
  async handbook(@CurrentViewer() viewer: Viewer, @IdArg('id', 'Id of the handbook; NOT_FOUND where its space is out of sight.') id: string): Promise<HandbookRow> {
    const handbook = await this.queries.byId(viewer, id);
    if (handbook === null) throw AppError.notFound();
    return handbook;
  }

  @Query(() => [Handbook], { description: 'Deleted handbooks of a space, by title (at most 200), for those who may bring them back; empty for others.' })
  async deletedHandbooks(
    @CurrentViewer() viewer: Viewer,
    @Args('space', { type: () => String, description: 'Slug or id of the space; an unknown one gives an empty list.' }) space: string,
  ): Promise<readonly HandbookRow[]> {
    return this.service.deleted(viewer, space);
  }

  @Query(() => [Handbook], { description: 'Handbooks the viewer may read, by title (at most 200).' })
  async handbooks(
    @CurrentViewer() viewer: Viewer,
    @Args('space', { type: () => String, nullable: true, description: 'Slug or id of a space; absent: all.' }) space?: string | null,
  ): Promise<readonly HandbookRow[]> {
    return this.queries.list(viewer, space ?? null);
  }

  @Mutation(() => Handbook, { description: 'Makes or changes a handbook as a whole. For moderators of its space. CONFLICT `handbook.stale` (params version) where somebody else changed it in the meantime. Also refused: UNAUTHENTICATED for guests; NOT_FOUND for a space or handbook out of sight; FORBIDDEN for others and in an archived space; `handbook.unknownTip` at `chapters.<n>.tipIds`; `tooMany` at `chapters` beyond `params.max` tips.' })
  async saveHandbook(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The whole handbook as it shall be, chapters included.' }) input: SaveHandbookInput): Promise<HandbookRow> {
    await this.service.save(viewer, input);
    const handbook = await this.queries.byId(viewer, input.id);
    if (handbook === null) throw AppError.notFound();
    return handbook;
  }

  @Mutation(() => Boolean, { description: 'Deletes a handbook; its tips stay. True where it is gone. For moderators of its space. UNAUTHENTICATED for guests; NOT_FOUND for a handbook out of sight; FORBIDDEN for others and in an archived space.' })
  async deleteHandbook(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The handbook that goes.' }) input: DeleteHandbookInput): Promise<boolean> {
    await this.service.delete(viewer, input.handbookId);
    return true;
  }

  @Mutation(() => Handbook, { description: 'Brings a deleted handbook back as it was, with its history. UNAUTHENTICATED for guests; NOT_FOUND for whoever does not find it in `deletedHandbooks`: who does not moderate its space, and everybody while that is archived.' })
  async undeleteHandbook(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The deleted handbook that comes back.' }) input: UndeleteHandbookInput): Promise<HandbookRow> {
    await this.service.undelete(viewer, input.handbookId);
    const handbook = await this.queries.byId(viewer, input.handbookId);
    if (handbook === null) throw AppError.notFound();
    return handbook;
  }

  @ResolveField(() => [HandbookChapter], { description: 'Its chapters in reading order.' })
  async chapters(@Parent() handbook: HandbookRow, @Context() context: GraphqlContext): Promise<readonly HandbookChapter[]> {
    return entriesOf(handbook.chapters, this.loaders.of(context), await this.viewerCanEdit(handbook, context));
  }

  @ResolveField(() => String, { description: 'What it is for, as Markdown; may be empty. Without links to posts, discussions and tips out of sight for whoever may not change it.' })
  async intro(@Parent() handbook: HandbookRow, @Context() context: GraphqlContext): Promise<string> {
    return (await this.viewerCanEdit(handbook, context)) ? handbook.intro : this.loaders.of(context).shownMarkdown.load(handbook.intro);
  }

  @ResolveField(() => String, { description: '`intro` as safe HTML, without such links; empty where there is none.' })
  async introHtml(@Parent() handbook: HandbookRow, @Context() context: GraphqlContext): Promise<string> {
    return this.loaders.of(context).shownHtml.load(handbook.introHtml);
  }

  @ResolveField(() => SpaceType, { nullable: true, description: 'The space it lies in; null where the viewer no longer knows of it.' })
  async space(@Parent() handbook: HandbookRow, @Context() context: GraphqlContext): Promise<Space | null> {
    return this.spaces.byId(context, handbook.spaceId);
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may change and delete it.' })
  async viewerCanEdit(@Parent() handbook: HandbookRow, @Context() context: GraphqlContext): Promise<boolean> {
    if (context.viewer.accountId === null) return false;
    return canKeepSpaceTips(context.viewer, await this.loaders.of(context).place.load(handbook.spaceId));
  }
}

@Resolver(() => HandbookEntry)
export class HandbookEntryFields {
  constructor(
    @Inject(TipLoaders) private readonly loaders: TipLoaders,
    @Inject(TipTexts) private readonly texts: TipTexts,
    @Inject(RenderBudget) private readonly budget: RenderBudget,
  ) {}

  @ResolveField(() => Tip, { description: 'The tip, with everything the viewer may read of it.' })
  async tip(@Parent() entry: HandbookEntry, @Context() context: GraphqlContext): Promise<TipRow> {
    const tip = await this.loaders.of(context).tip.load(entry.tipId);
    if (tip === null) throw AppError.notFound();
    return tip;
  }

  @ResolveField(() => String, {
    description: 'The text as safe HTML for a page of many: title of the handbook is level 1, of a chapter 2, of a tip 3, so the text begins at 4; all ids are unique on that page.',
  })
  async html(@Parent() entry: HandbookEntry, @Context() context: GraphqlContext): Promise<string> {
    const { body } = await this.loaders.textOf(context, await this.tip(entry, context));
    this.budget.rendering(context, body);
    return this.loaders.of(context).shownHtml.load(this.texts.render(body, { topHeadingLevel: 4, idPrefix: `${entry.anchor}-` }).html);
  }
}
