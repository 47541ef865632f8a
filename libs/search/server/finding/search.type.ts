import { Field, GraphQLISODateTime, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { SearchPeriodEnum, type SearchPeriodName } from './search.inputs.js';

export const FoundStateEnum = { current: 'current', overdue: 'overdue', retired: 'retired' } as const;
registerEnumType(FoundStateEnum, {
  name: 'SearchHitState',
  description: 'How far a found thing can be relied on.',
  valuesMap: {
    current: { description: 'In use and checked in time.' },
    overdue: { description: 'Should have been checked by now; listed further down.' },
    retired: { description: 'Kept for reference, no longer advised; an archived space.' },
  },
});

@ObjectType('TextSegment', { description: 'A piece of plain text. Several make a text in which matches are marked.' })
export class TextSegmentType {
  @Field(() => String, { description: 'The words, plain text, never markup.' })
  readonly text: string;

  @Field(() => Boolean, { description: 'Whether this is why it was found.' })
  readonly isMatch: boolean;
}

@ObjectType('Excerpt', { description: 'The passage that shows why something was found.' })
export class ExcerptType {
  @Field(() => [TextSegmentType], { description: 'The passage in order; joined they read as written.' })
  readonly segments: readonly TextSegmentType[];

  @Field(() => Boolean, { description: 'Whether text before it was left out.' })
  readonly isCutBefore: boolean;

  @Field(() => Boolean, { description: 'Whether text after it was left out.' })
  readonly isCutAfter: boolean;
}

@ObjectType('NamedThing', { description: 'An id with the name people know it by.' })
export class NamedThingType {
  @Field(() => ID, { description: 'Id, for filters and links.' })
  readonly id: string;

  @Field(() => String, { description: 'The name people know it by.' })
  readonly name: string;
}

@ObjectType('SearchHit', { description: 'Something that was found, as the viewer may see it now.' })
export class SearchHitType {
  @Field(() => ID, { description: 'Id of the found thing itself.' })
  readonly id: string;

  @Field(() => String, { description: 'What it is: `tip`, `space`, `person` …' })
  readonly kind: string;

  @Field(() => String, { description: 'Path of its page on this site, starting with a slash.' })
  readonly path: string;

  @Field(() => [TextSegmentType], { description: 'Its title with the matches marked.' })
  readonly title: readonly TextSegmentType[];

  @Field(() => ExcerptType, { description: 'The passage that shows why it was found.' })
  readonly excerpt: ExcerptType;

  @Field(() => NamedThingType, { nullable: true, description: 'The space it lies in; null where it lies in none.' })
  readonly space: NamedThingType | null;

  @Field(() => [NamedThingType], { description: 'Who wrote it; empty for viewers who are not told names.' })
  readonly authors: readonly NamedThingType[];

  @Field(() => [NamedThingType], { description: 'The topics it is filed under; may be empty.' })
  readonly topics: readonly NamedThingType[];

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was last changed; null where that says nothing.' })
  readonly updatedAt: Date | null;

  @Field(() => FoundStateEnum, { description: 'How far it can be relied on.' })
  readonly state: keyof typeof FoundStateEnum;
}

@ObjectType('SearchFacetValue', { description: 'A value one can filter by, and what would be left.' })
export class SearchFacetValueType {
  @Field(() => String, { description: 'For the filter: a kind, or an id.' })
  readonly value: string;

  @Field(() => String, { nullable: true, description: 'Its name; null for kinds, which the client names itself.' })
  readonly name: string | null;

  @Field(() => Int, { description: 'How many results have it, with all filters but the one on this list.' })
  readonly count: number;
}

@ObjectType('SearchPeriodCount', { description: 'How much was changed within a stretch of time.' })
export class SearchPeriodCountType {
  @Field(() => SearchPeriodEnum, { description: 'The stretch of time, for the filter `period`. Month lies within year.' })
  readonly period: SearchPeriodName;

  @Field(() => Int, { description: 'How many results fall into it, with all filters but those of time.' })
  readonly count: number;
}

@ObjectType('SearchFacets', { description: 'What the results can be narrowed by. Each list is counted without its own filter.' })
export class SearchFacetsType {
  @Field(() => [SearchFacetValueType], { description: 'Counts by what they are: `tip`, `space`, `person` …' })
  readonly kinds: readonly SearchFacetValueType[];

  @Field(() => [SearchFacetValueType], { description: 'Counts by the space they lie in.' })
  readonly spaces: readonly SearchFacetValueType[];

  @Field(() => [SearchFacetValueType], { description: 'Counts by topic, the most frequent first.' })
  readonly topics: readonly SearchFacetValueType[];

  @Field(() => [SearchFacetValueType], { description: 'Counts by who wrote them; empty for viewers who are not told names.' })
  readonly authors: readonly SearchFacetValueType[];

  @Field(() => [SearchPeriodCountType], { description: 'Counts by when they were changed last: all periods, also those without a result.' })
  readonly periods: readonly SearchPeriodCountType[];
}

@ObjectType('SearchResult', { description: 'An answer of the search. Nothing in it depends on what the viewer may not see.' })
export class SearchResultType {
  @Field(() => [SearchHitType], { description: 'This part of the results, the best first.' })
  readonly hits: readonly SearchHitType[];

  @Field(() => Int, { description: 'How many there are in all, with these filters.' })
  readonly totalCount: number;

  @Field(() => Boolean, { description: 'Whether counting stopped there: show "3000+".' })
  readonly isTotalCapped: boolean;

  @Field(() => SearchFacetsType, { description: 'What the results can be narrowed by.' })
  readonly facets: SearchFacetsType;

  @Field(() => String, { nullable: true, description: 'The question as it was read where its spelling was corrected; else null.' })
  readonly correctedText: string | null;
}

@ObjectType('SearchSuggestion', { description: 'Where a question that is still being typed may lead.' })
export class SearchSuggestionType {
  @Field(() => ID, { description: 'Id of the suggested thing itself.' })
  readonly id: string;

  @Field(() => String, { description: 'What it is: `tip`, `space`, `person` …' })
  readonly kind: string;

  @Field(() => String, { description: 'Path of its page on this site, starting with a slash.' })
  readonly path: string;

  @Field(() => [TextSegmentType], { description: 'Its title with the matches marked.' })
  readonly title: readonly TextSegmentType[];

  @Field(() => NamedThingType, { nullable: true, description: 'The space it lies in; null where it lies in none.' })
  readonly space: NamedThingType | null;
}
