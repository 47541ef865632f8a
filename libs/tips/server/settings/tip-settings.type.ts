import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsBoolean, IsOptional, ValidateNested } from 'class-validator';
import { BodyInput, encodeReason, IdInput, LineInput, NumberInput } from '#platform/server';

const SECTIONS_MAX = 20;

@ObjectType({ description: 'One section of a template for tips.' })
export class TipTemplateSection {
  @Field(() => String, { description: 'Its heading.' })
  readonly title: string;

  @Field(() => String, { description: 'What belongs there, a hint for authors; may be empty.' })
  readonly help: string;
}

@ObjectType({ description: 'How a space keeps its tips.' })
export class TipSettings {
  @Field(() => ID, { description: 'The space.' })
  readonly spaceId: string;

  @Field(() => Boolean, { description: 'Whether a moderator releases what others write.' })
  readonly isReviewNeeded: boolean;

  @Field(() => Int, { description: 'Months from one check of a tip to the next.' })
  readonly checkAfterMonths: number;

  @Field(() => [TipTemplateSection], { nullable: true, description: 'The sections a new tip begins with; null where the space uses no template.' })
  readonly template: readonly TipTemplateSection[] | null;

  @Field(() => [TipTemplateSection], { description: 'The sections proposed where a space begins to use a template.' })
  readonly proposedTemplate: readonly TipTemplateSection[];

  @Field(() => Boolean, { description: 'Whether the viewer may write a tip here.' })
  readonly viewerCanWrite: boolean;

  @Field(() => Boolean, { description: 'Whether the viewer may release own tips here without a moderator.' })
  readonly viewerCanPublish: boolean;

  @Field(() => Boolean, { description: 'Whether the viewer may import tips here.' })
  readonly viewerCanImport: boolean;

  @Field(() => Boolean, { description: 'Whether the viewer may change these settings.' })
  readonly viewerCanChange: boolean;
}

@InputType({ description: 'One section of a template.' })
export class TipTemplateSectionInput {
  @LineInput({ description: 'Its heading.', max: 80 })
  readonly title: string;

  @BodyInput({ description: 'A hint for authors.', max: 500, min: 0 })
  readonly help: string;
}

@InputType({ description: 'How a space shall keep its tips.' })
export class SaveTipSettingsInput {
  @IdInput({ description: 'The space.' })
  readonly spaceId: string;

  @Field(() => Boolean, { description: 'Whether a moderator releases what others write.' })
  @IsBoolean({ message: encodeReason('badInput') })
  readonly isReviewNeeded: boolean;

  @NumberInput({ description: 'Months from one check of a tip to the next.', from: 1, to: 60 })
  readonly checkAfterMonths: number;

  @Field(() => [TipTemplateSectionInput], { nullable: true, description: `The sections (at most ${SECTIONS_MAX}); null: no template.` })
  @IsOptional()
  @ArrayMaxSize(SECTIONS_MAX, { message: encodeReason('tooMany', { max: SECTIONS_MAX }) })
  @ValidateNested({ each: true })
  @Type(() => TipTemplateSectionInput)
  readonly template?: readonly TipTemplateSectionInput[] | null;
}
