import { Inject } from '@nestjs/common';
import { Field, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import type { Viewer } from '#access/server';
import { CurrentViewer } from '#platform/server';
import { SearchMisses, type SearchMiss } from './search-misses.js';

@ObjectType('SearchMiss', { description: 'A question that several people asked in vain: something may be missing.' })
export class SearchMissType {
  @Field(() => String, { description: 'The question in lower case, umlauts written plainly.' })
  readonly text: string;

  @Field(() => String, { description: 'The month as `YYYY-MM`, for example `2026-03`.' })
  readonly month: string;

  @Field(() => Int, { description: 'How many different people asked it in that month; three at least.' })
  readonly people: number;
}

@Resolver(() => SearchMissType)
export class SearchMissResolver {
  constructor(@Inject(SearchMisses) private readonly misses: SearchMisses) {}

  @Query(() => [SearchMissType], {
    description: 'Questions of the last six months that found nothing, where three or more people asked the same. For coordinators.',
  })
  async searchMisses(@CurrentViewer() viewer: Viewer): Promise<readonly SearchMiss[]> {
    return this.misses.shown(viewer);
  }
}
