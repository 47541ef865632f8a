import { Field, GraphQLISODateTime, InputType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsBoolean, IsDate, IsEnum, IsOptional, ValidateBy, ValidateNested } from 'class-validator';
import { encodeReason, IdsInput, LineInput, NumberInput } from '#platform/server';

/** Stretches of time that people ask for, counted back from now. */
export const SearchPeriodEnum = { month: 'month', year: 'year', older: 'older' } as const;
export type SearchPeriodName = keyof typeof SearchPeriodEnum;
registerEnumType(SearchPeriodEnum, {
  name: 'SearchPeriod',
  description: 'How long ago something was changed.',
  valuesMap: {
    month: { description: 'Within the last 30 days.' },
    year: { description: 'Within the last 365 days.' },
    older: { description: 'More than 365 days ago.' },
  },
});

const MOST_VALUES = 20;
/** Nobody pages further; a narrower question or a filter leads there sooner. */
const MOST_OFFSET = 1_000;
export const LONGEST_TEXT = 1_000;

function KindsInput(): PropertyDecorator {
  return ValidateBy({
    name: 'kinds',
    validator: {
      validate: (value: unknown) =>
        Array.isArray(value) && value.length <= MOST_VALUES && value.every((kind) => typeof kind === 'string' && /^[a-zA-Z]{1,30}$/.test(kind)),
      defaultMessage: () => encodeReason('search.badKind'),
    },
  });
}

@InputType({ description: 'Narrows a search. Values of one list are alternatives, the lists must all fit. Absent: everything.' })
export class SearchFiltersInput {
  @Field(() => [String], { nullable: true, description: `Kinds such as \`tip\`, \`space\`, \`person\` (at most ${MOST_VALUES}).` })
  @IsOptional()
  @KindsInput()
  readonly kinds?: string[] | null;

  @IdsInput({ description: 'Ids of spaces the found things lie in.', max: MOST_VALUES, nullable: true })
  readonly spaceIds?: string[] | null;

  @IdsInput({ description: 'Ids of topics they are filed under.', max: MOST_VALUES, nullable: true })
  readonly topicIds?: string[] | null;

  @IdsInput({ description: 'Ids of accounts that wrote them.', max: MOST_VALUES, nullable: true })
  readonly authorIds?: string[] | null;

  @Field(() => SearchPeriodEnum, { nullable: true, description: 'Changed within this stretch of time; `since` and `until` narrow it further.' })
  @IsOptional()
  @IsEnum(SearchPeriodEnum)
  readonly period?: SearchPeriodName | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Changed at this moment or later.' })
  @IsOptional()
  @IsDate()
  readonly since?: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Changed at this moment or earlier.' })
  @IsOptional()
  @IsDate()
  readonly until?: Date | null;
}

@InputType({ description: 'A question to the search: words, filters and which part of the answer.' })
export class SearchInput {
  @LineInput({
    description: 'What is asked, as people type it. "Quoted words" must stand exactly like that, -word must not occur.',
    min: 0,
    max: LONGEST_TEXT,
  })
  readonly text: string;

  @Field(() => SearchFiltersInput, { nullable: true, description: 'Narrows the answer; absent: everything the viewer may find.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => SearchFiltersInput)
  readonly filters?: SearchFiltersInput | null;

  @NumberInput({ description: 'How many results; 20 unless given.', from: 1, to: 50, nullable: true })
  readonly first?: number | null;

  @NumberInput({ description: 'How many of the best results to skip; 0 unless given.', from: 0, to: MOST_OFFSET, nullable: true })
  readonly offset?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether words are taken as typed, without mending slips; false unless given. See `correctedText`.' })
  @IsOptional()
  @IsBoolean()
  readonly isExact?: boolean | null;
}
