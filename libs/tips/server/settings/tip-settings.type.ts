import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsBoolean, IsOptional, ValidateNested } from 'class-validator';
import { BodyInput, encodeReason, IdInput, LineInput, NumberInput } from '#platform/server';

const SECTIONS_MAX = 20;

@ObjectType({ description: 'One section that a new tip begins with: a heading and a hint.' })
export class TipTemplateSection {
  @Field(() => String, { description: 'Heading of the section.' })
  readonly title: string;

  @Field(() => String, { description: 'What belongs there, a hint for authors; may be empty.' })
  readonly help: string;
}

@ObjectType({ description: 'How a space keeps its tips: review, checking, template; and what the viewer may do.' })
export class TipSettings {
  @Field(() => ID, { description: 'Id of the space these settings belong to.' })
  readonly spaceId: string;

  @Field(() => Int, { description: 'Counts the changes of these settings, 0 before the first; `saveTipSettings` goes on from it.' })
  readonly version: number;

  @Field(() => Boolean, { description: 'Whether a moderator releases what everybody but moderators writes.' })
  readonly isReviewNeeded: boolean;

  @Field(() => Int, { description: 'Months from one check of a tip to the next, 1 to 60.' })
  readonly checkAfterMonths: number;

  @Field(() => [TipTemplateSection], { nullable: true, description: 'The sections a new tip begins with; null where the space uses no template.' })
  readonly template: readonly TipTemplateSection[] | null;

  @Field(() => [TipTemplateSection], { description: 'The sections proposed where a space begins to use a template.' })
  readonly proposedTemplate: readonly TipTemplateSection[];

  @Field(() => Boolean, { description: 'Whether the viewer may write a tip here.' })
  readonly viewerCanWrite: boolean;

  @Field(() => Boolean, { description: 'Whether the viewer may release own tips here without a moderator.' })
  readonly viewerCanPublish: boolean;

  @Field(() => Boolean, { description: 'Whether the viewer may import tips here: upload and `confirmTipImport`.' })
  readonly viewerCanImport: boolean;

  @Field(() => Boolean, { description: 'Whether the viewer may change these settings: `saveTipSettings`.' })
  readonly viewerCanChange: boolean;
}

@InputType({ description: 'One section of the template for new tips.' })
export class TipTemplateSectionInput {
  @LineInput({ description: 'Heading of the section.', max: 80 })
  readonly title: string;

  @BodyInput({ description: 'A hint for authors on what belongs there.', max: 500, min: 0 })
  readonly help: string;
}

@InputType({ description: 'How a space shall keep its tips; all settings at once.' })
export class SaveTipSettingsInput {
  @IdInput({ description: 'Id of the space the settings are for.' })
  readonly spaceId: string;

  @NumberInput({ description: 'The `version` of the settings these values go on from. CONFLICT `tip.settingsStale` where somebody has changed them since.', from: 0, to: 2_147_483_647 })
  readonly baseVersion: number;

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
