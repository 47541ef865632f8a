import { Field, InputType } from '@nestjs/graphql';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, ValidateBy } from 'class-validator';
import { Transform } from 'class-transformer';
import type { ProgrammeRole } from '#access/server';
import { ProgrammeRoleEnum } from '#accounts/server';
import { BodyInput, cleanLine, encodeReason, IdInput, IdsInput, lengthOf, LineInput, NewIdInput, NumberInput, OneOf, SecretInput } from '#platform/server';
import type { Gate, Publishers, SpaceColour, SpaceEmblem, Visibility } from './space.entity.js';
import { GateEnum, PublishersEnum, SpaceColourEnum, SpaceEmblemEnum, VisibilityEnum } from './space.enums.js';

const NAME = { max: 80, min: 2 } as const;
const DESCRIPTION = { max: 600, min: 0 } as const;
const MAX_QUESTIONS = 6;
const MAX_QUESTION_LENGTH = 200;

/** Each question one line; empty ones are dropped, an over-long one is named. */
function QuestionsInput(description: string): PropertyDecorator {
  return (target, key) => {
    const decorators = [
      Field(() => [String], { description: `${description} (at most ${MAX_QUESTIONS}, each up to ${MAX_QUESTION_LENGTH} characters)` }),
      Transform(({ value }: { value: unknown }) => (Array.isArray(value) ? value.map((line) => cleanLine(String(line))).filter((line) => line !== '') : value)),
      IsArray(),
      ArrayMaxSize(MAX_QUESTIONS, { message: encodeReason('tooMany', { max: MAX_QUESTIONS }) }),
      ValidateBy(
        { name: 'question', validator: { validate: (line: unknown) => typeof line === 'string' && lengthOf(line) <= MAX_QUESTION_LENGTH, defaultMessage: () => encodeReason('tooLong', { max: MAX_QUESTION_LENGTH }) } },
        { each: true },
      ),
    ];
    for (const decorate of decorators) decorate(target, key as string);
  };
}

@InputType({ description: 'A new space: words, visibility, ways in and who looks after it.' })
export class CreateSpaceInput {
  @NewIdInput('The id the space will have.')
  readonly id: string;

  @LineInput({ description: 'The name of the space.', ...NAME })
  readonly name: string;

  @LineInput({ description: 'Its readable address; made from the name where absent.', max: 80, nullable: true })
  readonly slug?: string | null;

  @BodyInput({ description: 'What it is for, in a few plain sentences.', ...DESCRIPTION })
  readonly description: string;

  @Field(() => VisibilityEnum, { description: 'Who knows of it and who reads it.' })
  @OneOf(VisibilityEnum)
  readonly visibility: Visibility;

  @Field(() => [GateEnum], { description: 'The ways in, without the password gate (set it with `setSpaceGates`). A hidden space takes invitations only.' })
  @IsArray()
  @ArrayMaxSize(4)
  @IsIn(Object.values(GateEnum).filter((gate) => gate !== 'password'), { each: true })
  readonly gates: Gate[];

  @IdInput({ description: 'The space it becomes a sub-space of; absent for none. One level deep.', nullable: true })
  readonly parentId?: string | null;

  @Field(() => ProgrammeRoleEnum, { nullable: true, description: 'Only people with this programme role become members; absent: everybody.' })
  @IsOptional()
  @OneOf(ProgrammeRoleEnum)
  readonly limitedToRole?: ProgrammeRole | null;

  @Field(() => SpaceColourEnum, { nullable: true, description: 'The colour of its emblem; absent: the usual one.' })
  @IsOptional()
  @OneOf(SpaceColourEnum)
  readonly colour?: SpaceColour | null;

  @Field(() => SpaceEmblemEnum, { nullable: true, description: 'The sign in its emblem; absent: the usual one.' })
  @IsOptional()
  @OneOf(SpaceEmblemEnum)
  readonly emblem?: SpaceEmblem | null;

  @IdsInput({ description: 'Accounts that look after it from the start; at least one.', max: 10 })
  readonly moderatorIds: string[];
}

@InputType({ description: 'Name, words and look of a space.' })
export class UpdateSpaceInput {
  @IdInput({ description: 'Id of the space to change.' })
  readonly spaceId: string;

  @LineInput({ description: 'The name it shall have.', ...NAME })
  readonly name: string;

  @LineInput({ description: 'Its address. Absent: stays. The former one keeps leading here.', max: 80, nullable: true })
  readonly slug?: string | null;

  @BodyInput({ description: 'What it is for, in a few plain sentences.', ...DESCRIPTION })
  readonly description: string;

  @Field(() => SpaceColourEnum, { description: 'The colour its emblem shall have.' })
  @OneOf(SpaceColourEnum)
  readonly colour: SpaceColour;

  @Field(() => SpaceEmblemEnum, { description: 'The sign its emblem shall show.' })
  @OneOf(SpaceEmblemEnum)
  readonly emblem: SpaceEmblem;

  @NumberInput({ description: 'The `version` of the space whose settings these values go on from. CONFLICT `space.stale` where somebody has changed them since.', from: 1, to: 2_147_483_647 })
  readonly baseVersion: number;
}

@InputType({ description: 'Another visibility for a space.' })
export class ChangeSpaceVisibilityInput {
  @IdInput({ description: 'Id of the space to change.' })
  readonly spaceId: string;

  @Field(() => VisibilityEnum, { description: 'Who shall know of it and read it. Hidden also closes every gate but the invitation.' })
  @OneOf(VisibilityEnum)
  readonly visibility: Visibility;

  @Field(() => ProgrammeRoleEnum, { nullable: true, description: 'Only people with this programme role become and stay readers as members; absent: everybody.' })
  @IsOptional()
  @OneOf(ProgrammeRoleEnum)
  readonly limitedToRole?: ProgrammeRole | null;

  @NumberInput({
    description: 'Needed where more people would see it or could come in: `confirmation` of `spaceAudienceChange`, after the user agreed. CONFLICT with the present number otherwise.',
    from: 0,
    to: 10_000_000,
    nullable: true,
  })
  readonly confirmAudience?: number | null;

  @NumberInput({ description: 'The `version` of the space whose settings these values go on from. CONFLICT `space.stale` where somebody has changed them since.', from: 1, to: 2_147_483_647 })
  readonly baseVersion: number;
}

@InputType({ description: 'The ways into a space as they shall be, and what applicants are told.' })
export class SetSpaceGatesInput {
  @IdInput({ description: 'Id of the space to change.' })
  readonly spaceId: string;

  @Field(() => [GateEnum], { description: 'All ways that shall be open. A hidden space takes invitations only.' })
  @IsArray()
  @ArrayMaxSize(4)
  @IsIn(Object.values(GateEnum), { each: true })
  readonly gates: Gate[];

  @QuestionsInput('What whoever asks to join is asked.')
  readonly questions: string[];

  @SecretInput({ description: 'A new password for the password gate; absent: the present one stays. Members who came in with the former one stay.', max: 200, min: 8, nullable: true })
  readonly password?: string | null;

  @NumberInput({ description: 'Requests are answered within so many working days, as applicants are told.', from: 1, to: 30 })
  readonly answerDays: number;

  @NumberInput({ description: 'After a declined request one can ask again when so many days have passed.', from: 0, to: 365 })
  readonly askAgainDays: number;

  @NumberInput({
    description: 'Needed where more people could come in: `confirmation` of `spaceGatesChange`, after the user agreed. CONFLICT `space.confirmEntrants` with the present number otherwise.',
    from: 0,
    to: 10_000_000,
    nullable: true,
  })
  readonly confirmEntrants?: number | null;

  @NumberInput({ description: 'The `version` of the space whose settings these values go on from. CONFLICT `space.stale` where somebody has changed them since.', from: 1, to: 2_147_483_647 })
  readonly baseVersion: number;
}

@InputType({ description: 'An archived space that is used again, and what the user agreed to.' })
export class ReopenSpaceInput {
  @IdInput({ description: 'Id of the space to reopen.' })
  readonly spaceId: string;

  @NumberInput({
    description: 'Needed where somebody could come in then: `confirmation` of `spaceGatesChange` asked with the gates the space has, after the user agreed. CONFLICT `space.confirmEntrants` with the present number otherwise.',
    from: 0,
    to: 10_000_000,
    nullable: true,
  })
  readonly confirmEntrants?: number | null;
}

@InputType({ description: 'Who publishes tips in a space.' })
export class SetSpacePublishersInput {
  @IdInput({ description: 'Id of the space to change.' })
  readonly spaceId: string;

  @Field(() => PublishersEnum, { description: 'Who publishes without a review.' })
  @OneOf(PublishersEnum)
  readonly publishers: Publishers;

  @NumberInput({ description: 'The `version` of the space whose settings these values go on from. CONFLICT `space.stale` where somebody has changed them since.', from: 1, to: 2_147_483_647 })
  readonly baseVersion: number;
}

@InputType({ description: 'The space a step is about.' })
export class SpaceIdInput {
  @IdInput({ description: 'Id of the space; one the viewer does not know of is answered like an unknown one.' })
  readonly spaceId: string;
}
