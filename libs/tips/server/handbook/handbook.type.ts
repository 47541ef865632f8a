import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ValidateNested } from 'class-validator';
import { BodyInput, encodeReason, IdInput, IdsInput, LineInput, NewIdInput, NumberInput } from '#platform/server';

export const CHAPTERS_MAX = 40;
export const CHAPTER_TIPS_MAX = 60;

/** A chapter as it is stored. */
export interface StoredChapter {
  readonly title: string;
  readonly intro: string;
  readonly introHtml: string;
  readonly tipIds: readonly string[];
}

@ObjectType({ description: 'A tip in its place in a handbook, ready to be read in a row with others.' })
export class HandbookEntry {
  readonly tipId: string;

  @Field(() => String, { description: 'The anchor of the tip on the page that shows the whole handbook.' })
  readonly anchor: string;
}

@ObjectType({ description: 'A chapter of a handbook: a heading, a few words and tips in order.' })
export class HandbookChapter {
  @Field(() => String, { description: 'Heading of the chapter, plain text.' })
  readonly title: string;

  @Field(() => String, { description: 'A few words that lead into it, as Markdown; may be empty.' })
  readonly intro: string;

  @Field(() => String, { description: '`intro` as safe HTML, headings from level 3 on; empty where there is none.' })
  readonly introHtml: string;

  @Field(() => [HandbookEntry], { description: 'Its tips in order; those the viewer may not see are left out.' })
  readonly entries: readonly HandbookEntry[];
}

@ObjectType({ description: 'A handbook (compendium): an ordered selection of tips in chapters, read as one.' })
export class Handbook {
  @Field(() => ID, { description: 'Id of the handbook, also in its address.' })
  readonly id: string;

  @Field(() => ID, { description: 'The space it lies in; who reads the space reads the handbook.' })
  readonly spaceId: string;

  @Field(() => String, { description: 'Title of the handbook, plain text.' })
  readonly title: string;

  @Field(() => [HandbookChapter], { description: 'Its chapters in reading order.' })
  readonly chapters: readonly HandbookChapter[];

  @Field(() => Int, { description: 'Counts up with each change; send it along as `baseVersion`.' })
  readonly version: number;

  @Field(() => Date, { description: 'When the handbook itself was changed last; changes of its tips do not count.' })
  readonly updatedAt: Date;
}

@InputType({ description: 'One chapter as it shall be: a heading, a few words and tips in order.' })
export class HandbookChapterInput {
  @LineInput({ description: 'Heading of the chapter.', max: 120 })
  readonly title: string;

  @BodyInput({ description: 'A few words that lead into it, as Markdown.', max: 5000, min: 0 })
  readonly intro: string;

  @IdsInput({ description: 'Its tips in order; tips of other spaces may be among them.', max: CHAPTER_TIPS_MAX })
  readonly tipIds: readonly string[];
}

@InputType({ description: 'A handbook as it shall be.' })
export class SaveHandbookInput {
  @NewIdInput('The handbook: a new id for a new one, its id for one that exists.')
  readonly id: string;

  @IdInput({ description: 'Id of the space; needed for a new handbook, a later one is not heeded.', nullable: true })
  readonly spaceId?: string | null;

  @LineInput({ description: 'Title of the handbook.', max: 150 })
  readonly title: string;

  @BodyInput({ description: 'What it is for, as Markdown.', max: 10_000, min: 0 })
  readonly intro: string;

  @Field(() => [HandbookChapterInput], { description: `Its chapters in order (at most ${CHAPTERS_MAX}).` })
  @ArrayMaxSize(CHAPTERS_MAX, { message: encodeReason('tooMany', { max: CHAPTERS_MAX }) })
  @ValidateNested({ each: true })
  @Type(() => HandbookChapterInput)
  readonly chapters: readonly HandbookChapterInput[];

  @NumberInput({ description: 'The `version` this goes on from; needed for one that exists. An older one is refused with `handbook.stale`.', from: 0, to: 2_000_000_000, nullable: true })
  readonly baseVersion?: number | null;
}

@InputType({ description: 'A handbook to be deleted; its tips stay.' })
export class DeleteHandbookInput {
  @IdInput({ description: 'Id of the handbook to delete.' })
  readonly handbookId: string;
}
