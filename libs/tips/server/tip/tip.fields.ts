import { Inject } from '@nestjs/common';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphqlContext } from '#platform/server';
import { AudienceType, spaceFromJson, SpaceLoaders, SpaceType, type Audience, type Space } from '#spaces/server';
import type { OutlineEntry } from '#text/server';
import { TipLoaders } from './tip.loaders.js';
import { canSeeInside } from './tip.policy.js';
import { TipQueries } from './tip.queries.js';
import type { TipRow, Writer } from './tip.row.js';
import { Tip, TipOutlineEntry, TipWriter } from './tip.type.js';

/** What a tip tells its readers, beyond its columns. */
@Resolver(() => Tip)
export class TipFields {
  constructor(
    @Inject(TipLoaders) private readonly loaders: TipLoaders,
    @Inject(TipQueries) private readonly queries: TipQueries,
    @Inject(SpaceLoaders) private readonly spaces: SpaceLoaders,
  ) {}

  @ResolveField(() => String, { description: 'The text as safe HTML, its headings from level 2 on; without links to posts, discussions and tips out of the viewer’s sight. Of a tip never released: what is being written.' })
  async html(@Parent() tip: TipRow, @Context() context: GraphqlContext): Promise<string> {
    const html = tip.html !== undefined && tip.revisionNumber > 0 ? tip.html : (await this.loaders.textOf(context, tip)).html;
    return this.loaders.of(context).shownHtml.load(html);
  }

  @ResolveField(() => [TipOutlineEntry], { description: 'The headings of the text, for a table of contents.' })
  async outline(@Parent() tip: TipRow, @Context() context: GraphqlContext): Promise<readonly OutlineEntry[]> {
    if (tip.outline !== undefined && tip.revisionNumber > 0) return tip.outline;
    return (await this.loaders.textOf(context, tip)).outline;
  }

  @ResolveField(() => String, { description: 'The text as Markdown, as it is released; without such links for whoever neither wrote it nor moderates its space.' })
  async body(@Parent() tip: TipRow, @Context() context: GraphqlContext): Promise<string> {
    const { body } = await this.loaders.textOf(context, tip);
    // Whoever writes it goes on from the whole: a link they cannot follow would be lost for all who can.
    return canSeeInside(context.viewer, tip) ? body : this.loaders.of(context).shownMarkdown.load(body);
  }

  @ResolveField(() => SpaceType, { nullable: true, description: 'The space it lies in; null where the viewer knows it no longer and keeps but an own draft.' })
  async space(@Parent() tip: TipRow, @Context() context: GraphqlContext): Promise<Space | null> {
    if (tip.space !== undefined && context.viewer.readableSpaceIds.has(tip.spaceId)) return spaceFromJson(tip.space);
    return this.spaces.byId(context, tip.spaceId);
  }

  @ResolveField(() => AudienceType, { nullable: true, description: 'Who can see it as it stands; null where the viewer does not see the space.' })
  async audience(@Parent() tip: TipRow, @Context() context: GraphqlContext): Promise<Audience | null> {
    return context.viewer.readableSpaceIds.has(tip.spaceId) ? this.loaders.of(context).audience.load(tip) : null;
  }

  @ResolveField(() => AudienceType, { nullable: true, description: 'Who will see it once it is released; null where the viewer does not see the space.' })
  async audienceWhenPublished(@Parent() tip: TipRow, @Context() context: GraphqlContext): Promise<Audience | null> {
    return context.viewer.readableSpaceIds.has(tip.spaceId) ? this.loaders.of(context).audience.load({ ...tip, state: 'published' }) : null;
  }

  @ResolveField(() => TipWriter, { nullable: true, description: 'Who checked it last; null for whoever is no member of the programme.' })
  async checkedBy(@Parent() tip: TipRow, @Context() context: GraphqlContext): Promise<Writer | null> {
    return this.loaders.writer(context, tip.checkedById ?? null);
  }

  @ResolveField(() => Boolean, { description: 'Whether its check date has passed; such tips sink in search.' })
  isOverdue(@Parent() tip: TipRow): boolean {
    return tip.state === 'published' && tip.checkDueOn !== null && tip.checkDueOn < this.queries.today();
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer said that it helped; false for guests.' })
  async viewerHelped(@Parent() tip: TipRow, @Context() context: GraphqlContext): Promise<boolean> {
    return this.loaders.of(context).helped.load(tip.id);
  }
}
