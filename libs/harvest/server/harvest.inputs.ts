import { Field, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsBoolean, ValidateNested, ValidateBy } from 'class-validator';
import { BodyInput, encodeReason, IdInput, LineInput, NewIdInput, NumberInput, OneOf } from '#platform/server';
import { HarvestAnswerEnum, type HarvestAnswer } from './harvest.type.js';

const PASSAGES_MAX = 50;
const KEYS_MAX = 200;
const PASSAGE_MAX = 30_000;

@InputType({ description: 'A passage for a tip.' })
export class HarvestPassageInput {
  @IdInput({ description: 'Id of the post of the discussion.' })
  readonly postId: string;

  @BodyInput({ description: 'The chosen words, as they stand in the post; absent: all of it.', max: PASSAGE_MAX, min: 0, nullable: true })
  readonly text?: string | null;

  @NumberInput({ description: 'Place of the section of the space’s template it shall stand in, from 0; absent: before all sections.', from: 0, to: 100, nullable: true })
  readonly section?: number | null;
}

@InputType({ description: 'What a practice tip shall be made of.' })
export class HarvestTipInput {
  @NewIdInput('Id the tip will have.')
  readonly id: string;

  @IdInput({ description: 'Id of the solved discussion; one out of sight is answered like an unknown one.' })
  readonly discussionId: string;

  @IdInput({ description: 'Id of the space the tip is meant for.' })
  readonly spaceId: string;

  @Field(() => [HarvestPassageInput], { description: `The passages in the order they shall have (1 to ${PASSAGES_MAX}).` })
  @ArrayMinSize(1, { message: encodeReason('required') })
  @ArrayMaxSize(PASSAGES_MAX, { message: encodeReason('tooMany', { max: PASSAGES_MAX }) })
  @ValidateNested({ each: true })
  @Type(() => HarvestPassageInput)
  readonly passages: readonly HarvestPassageInput[];
}

@InputType({ description: 'What the viewer says to their words in a tip.' })
export class AnswerHarvestRequestInput {
  @IdInput({ description: 'Id of a request from `myHarvestRequests`; it is the id of the tip the words are for.' })
  readonly requestId: string;

  @Field(() => HarvestAnswerEnum, { description: 'Yes to the words, to their meaning, or no. Without a passage of one’s own: `verbatim`.' })
  @OneOf(HarvestAnswerEnum)
  readonly consent: HarvestAnswer;

  @Field(() => Boolean, { description: 'Whether to be named under the tip; after a no nobody is.' })
  @IsBoolean({ message: encodeReason('badInput') })
  readonly wantsCredit: boolean;
}

const areKeys = (): PropertyDecorator =>
  ValidateBy({
    name: 'keys',
    validator: {
      validate: (value: unknown) => Array.isArray(value) && value.length > 0 && value.length <= KEYS_MAX && value.every((key) => typeof key === 'string' && key.length <= 400),
      defaultMessage: () => encodeReason('tooMany', { max: KEYS_MAX }),
    },
  });

@InputType({ description: 'Crossings that may stay.' })
export class KeepCrossingsInput {
  @IdInput({ description: 'Id of a tip made by `harvestTip`, still a draft or being changed.' })
  readonly tipId: string;

  @Field(() => [String], { description: `Their keys (1 to ${KEYS_MAX}).` })
  @areKeys()
  readonly keys: readonly string[];

  @LineInput({ description: 'Why they may be read by more people.', max: 300, min: 3 })
  readonly reason: string;
}

@InputType({ description: 'Crossings that shall be decided about again.' })
export class ReopenCrossingsInput {
  @IdInput({ description: 'Id of a tip made by `harvestTip`, still a draft or being changed.' })
  readonly tipId: string;

  @Field(() => [String], { description: `Their keys (1 to ${KEYS_MAX}).` })
  @areKeys()
  readonly keys: readonly string[];
}
