import { Field, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { Allow, IsBoolean, IsOptional, ValidateBy, ValidateNested } from 'class-validator';
import { BodyInput, encodeReason, IdInput, IdsInput, LineInput, NewIdInput, NumberInput, OneOf } from '#platform/server';
import { FieldKindEnum, FieldVisibilityEnum } from '../account/account.enums.js';
import type { FieldKind, Visibility } from './sheet.policy.js';

const ConfirmWider = (): PropertyDecorator =>
  NumberInput({
    description: 'Needed where answers that are there would be seen by more people than before: the `count` of the refusal CONFLICT `sheet.confirmWider`, after the user agreed. Refused with the present number otherwise.',
    from: 0,
    to: 10_000_000,
    nullable: true,
  });

/** Lists of short texts; what is in them is checked with the field's own rule. */
function TextsInput(description: string, max: number): PropertyDecorator {
  return (target, property) => {
    Field(() => [String], { description: `${description} (at most ${max})` })(target, property);
    ValidateBy({
      name: 'texts',
      validator: {
        validate: (value: unknown) => Array.isArray(value) && value.length <= max && value.every((text) => typeof text === 'string' && text.length <= 10_000),
        defaultMessage: () => encodeReason('tooMany', { max }),
      },
    })(target, String(property));
  };
}

@InputType({ description: 'What one writes into one field of the sheet.' })
export class SheetEntryInput {
  @IdInput({ description: 'Id of the field, from `mySheet`.' })
  readonly fieldId: string;

  @TextsInput('The answers; none empties the field.', 50)
  readonly answers: string[];

  @Field(() => FieldVisibilityEnum, { nullable: true, description: 'Who shall see it; absent: as it was. Never wider than the field allows.' })
  @IsOptional()
  @OneOf(FieldVisibilityEnum)
  readonly visibility?: Visibility | null;
}

@InputType({ description: 'Any part of one’s own contact data sheet.' })
export class SaveSheetInput {
  @Field(() => [SheetEntryInput], { description: 'The fields that changed (at most 60).' })
  @ValidateNested({ each: true })
  @Type(() => SheetEntryInput)
  @ValidateBy({
    name: 'entries',
    validator: { validate: (value: unknown) => Array.isArray(value) && value.length <= 60, defaultMessage: () => encodeReason('tooMany', { max: 60 }) },
  })
  readonly entries: SheetEntryInput[];
}

@InputType({ description: 'A field of the contact data sheet, new or changed.' })
export class PutSheetFieldInput {
  @NewIdInput('Id of the field; one that exists is changed.')
  readonly id: string;

  @LineInput({ description: 'What the field is called, in German.', max: 120 })
  readonly labelDe: string;

  @LineInput({ description: 'What the field is called, in English.', max: 120 })
  readonly labelEn: string;

  @BodyInput({ description: 'A sentence of help below the field, in German.', min: 0, max: 400 })
  readonly helpDe: string;

  @BodyInput({ description: 'A sentence of help below the field, in English.', min: 0, max: 400 })
  readonly helpEn: string;

  @Field(() => FieldKindEnum, { description: 'What it takes; stays once the field exists.' })
  @OneOf(FieldKindEnum)
  readonly kind: FieldKind;

  @TextsInput('What can be chosen, for `choice` and `multiple`.', 50)
  readonly choices: string[];

  @Field(() => Boolean, { description: 'Whether the sheet cannot be finished without it.' })
  @IsBoolean()
  readonly isRequired: boolean;

  @Field(() => FieldVisibilityEnum, { description: 'The widest circle a person can choose.' })
  @OneOf(FieldVisibilityEnum)
  readonly widestVisibility: Visibility;

  @Field(() => FieldVisibilityEnum, { description: 'The circle while a person has not chosen; narrowed to the widest.' })
  @OneOf(FieldVisibilityEnum)
  readonly defaultVisibility: Visibility;

  @ConfirmWider()
  readonly confirmWider?: number | null;
}

@InputType({ description: 'Takes a field out of the sheet or puts it back.' })
export class ArchiveSheetFieldInput {
  @IdInput({ description: 'Id of the field, from `sheetFields`.' })
  readonly id: string;

  @Field(() => Boolean, { description: 'True takes it out, false puts it back.' })
  @IsBoolean()
  readonly isArchived: boolean;

  @ConfirmWider()
  readonly confirmWider?: number | null;
}

@InputType({ description: 'The order in which the sheet asks for its fields.' })
export class OrderSheetFieldsInput {
  @IdsInput({ description: 'Ids of the fields in their new order; those left out follow behind.', max: 100 })
  @Allow()
  readonly ids: string[];
}
