import { Inject } from '@nestjs/common';
import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { isMember, type Viewer } from '#access/server';
import { CLOCK, CONFIG, CurrentViewer, networkOf, RateLimits, type Clock, type Config, type GraphqlContext, type Limit } from '#platform/server';
import type { SearchFilters } from '../contract.js';
import { SearchMisses } from '../miss/search-misses.js';
import { withinPeriod } from './search-periods.js';
import { LONGEST_TEXT, SearchInput, type SearchFiltersInput } from './search.inputs.js';
import { SearchService } from './search.service.js';
import { SearchResultType, SearchSuggestionType } from './search.type.js';

const FIRST = 20;
/** A whole town hall may come from one network, yet a guest has less to do here than a member. */
const GUEST_SHARE = 5;

@Resolver()
export class SearchResolver {
  constructor(
    @Inject(SearchService) private readonly service: SearchService,
    @Inject(SearchMisses) private readonly misses: SearchMisses,
    @Inject(RateLimits) private readonly limits: RateLimits,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Query(() => SearchResultType, { description: 'Everything the viewer may find, best first. An empty question finds nothing.' })
  async search(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'What is asked, narrowed how, and which part of the answer.' }) input: SearchInput,
    @Context() context: GraphqlContext,
  ): Promise<SearchResultType> {
    const asker = askerOf(viewer, context);
    await this.limits.countHere(this.limitFor(viewer), asker);
    const now = this.clock.now();
    const filters = filtersOf(viewer, input.filters, now);
    const { text, first, offset, isExact } = input;
    const result = await this.service.search(viewer, { text, filters, now, first: first ?? FIRST, offset: offset ?? 0, isExact: isExact ?? false });
    const isUnfiltered = Object.values(filters).every((filter) => filter === undefined);
    // Taken exactly, a slip finds nothing: that is no gap in what is written.
    if (result.totalCount === 0 && isUnfiltered && isExact !== true) await this.misses.record(text, asker);
    return result;
  }

  @Query(() => [SearchSuggestionType], { description: 'Up to six things the viewer may be looking for while still typing.' })
  async searchSuggestions(
    @CurrentViewer() viewer: Viewer,
    @Args('text', { type: () => String, description: `What is typed so far, the last word perhaps unfinished (up to ${LONGEST_TEXT} characters).` }) text: string,
    @Context() context: GraphqlContext,
  ): Promise<SearchSuggestionType[]> {
    await this.limits.countHere(this.limitFor(viewer), askerOf(viewer, context));
    return this.service.suggest(viewer, text.slice(0, LONGEST_TEXT));
  }

  private limitFor(viewer: Viewer): Limit {
    const { searchesPerMinute } = this.config;
    return viewer.accountId === null
      ? { name: 'search.guest', tries: Math.ceil(searchesPerMinute / GUEST_SHARE), withinSeconds: 60 }
      : { name: 'search.member', tries: searchesPerMinute, withinSeconds: 60 };
  }
}

function askerOf(viewer: Viewer, context: GraphqlContext): string {
  return viewer.accountId === null ? `network:${networkOf(context.ip)}` : `account:${viewer.accountId}`;
}

/** Who is not told authors' names cannot ask by them either: such a question finds nothing. */
const NOBODY = '00000000-0000-4000-8000-000000000000';

function filtersOf(viewer: Viewer, input: SearchFiltersInput | null | undefined, now: Date): SearchFilters {
  return {
    kinds: listOf(input?.kinds),
    spaceIds: listOf(input?.spaceIds),
    topicIds: listOf(input?.topicIds),
    authorIds: isMember(viewer) ? listOf(input?.authorIds) : listOf(input?.authorIds)?.map(() => NOBODY),
    ...withinPeriod(input?.period, now, { since: input?.since ?? undefined, until: input?.until ?? undefined }),
  };
}

/** An empty list filters nothing. */
function listOf(values: readonly string[] | null | undefined): readonly string[] | undefined {
  return values && values.length > 0 ? values : undefined;
}
