import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray } from 'class-validator';
import { cleanLine, encodeReason, IdInput, NumberInput } from '#platform/server';

export const WORDS_MAX = 300;
export const WORD_MAX = 80;

@ObjectType('ModerationSettings', { description: 'What the gate of a space stops at. For its moderators.' })
export class ModerationSettings {
  @Field(() => ID, { description: 'Id of the space these settings belong to.' })
  readonly spaceId: string;

  @Field(() => Int, { description: 'So many first items of a person wait for a look; 0: none. Authors and moderators of the space are never stopped by it.' })
  readonly holdFirst: number;

  @Field(() => [String], { description: 'Words that make an item wait for a look: whole words, or with `*` at the end or the beginning any word that begins or ends so.' })
  readonly watchedWords: readonly string[];

  @Field(() => Int, { description: 'Counts the changes, 0 before the first; `saveModerationSettings` goes on from it.' })
  readonly version: number;
}

@InputType({ description: 'What the gate of a space shall stop at; all settings at once.' })
export class SaveModerationSettingsInput {
  @IdInput({ description: 'Id of a space one moderates.' })
  readonly spaceId: string;

  @NumberInput({ description: 'The `version` these values go on from. CONFLICT `moderation.settingsStale` where somebody has changed them since.', from: 0, to: 2_147_483_647 })
  readonly baseVersion: number;

  @NumberInput({ description: 'So many first items of a person wait for a look.', from: 0, to: 20 })
  readonly holdFirst: number;

  @Field(() => [String], { description: `Watched words, at most ${WORDS_MAX}, each up to ${WORD_MAX} characters; doubles and empty lines are dropped.` })
  @Transform(({ value }: { value: unknown }) => (Array.isArray(value) ? [...new Set(value.map((word) => cleanLine(String(word))))].filter((word) => word !== '') : value))
  @IsArray()
  @ArrayMaxSize(WORDS_MAX, { message: encodeReason('tooMany', { max: WORDS_MAX }) })
  readonly watchedWords: readonly string[];
}
