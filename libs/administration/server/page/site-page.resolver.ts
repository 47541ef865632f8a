import { Inject } from '@nestjs/common';
import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Viewer } from '#access/server';
import { CurrentViewer } from '#platform/server';
import { SaveSitePageInput, SitePage } from './site-page.type.js';
import { SitePages } from './site-pages.js';

@Resolver(() => SitePage)
export class SitePageResolver {
  constructor(@Inject(SitePages) private readonly pages: SitePages) {}

  @Query(() => SitePage, { description: 'One of the pages everybody can read. NOT_FOUND for any other name.' })
  sitePage(
    @CurrentViewer() viewer: Viewer,
    @Args('slug', { type: () => String, description: 'Name in the address, e.g. `impressum`.' }) slug: string,
    @Args('locale', { type: () => String, nullable: true, description: '`de` or `en`; the viewer’s language unless given.' }) locale: string | null,
    @Args('version', { type: () => Int, nullable: true, description: 'An earlier wording, e.g. the one somebody consented to; the one in force where it is absent or not kept, see `version` of the answer.' }) version: number | null,
  ): Promise<SitePage> {
    return this.pages.read(viewer, slug, locale === 'en' || locale === 'de' ? locale : viewer.locale, version);
  }

  @Mutation(() => SitePage, { description: 'Puts a new wording of a page in force. Coordinators only, FORBIDDEN for others; NOT_FOUND for an unknown page; CONFLICT `page.stale` (params version) where somebody else changed it in the meantime.' })
  saveSitePage(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { type: () => SaveSitePageInput, description: 'The page and its new wording.' }) input: SaveSitePageInput,
  ): Promise<SitePage> {
    return this.pages.save(viewer, input);
  }
}
