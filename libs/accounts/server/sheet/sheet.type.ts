import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { FieldKindEnum, FieldVisibilityEnum } from '../account/account.enums.js';
import type { FieldKind, Visibility } from './sheet.policy.js';
import type { SheetEntry, SheetFieldRow } from './sheets.js';

@ObjectType('SheetField', { description: 'One field of the contact data sheet, as coordinators set it up.' })
export class SheetFieldType {
  @Field(() => ID, { description: 'Id of the field; answers name it.' })
  readonly id: string;

  @Field(() => String, { nullable: true, description: 'Stable name of a field that came with the product (organisation, function, municipality, state, phone, topicsToGive, topicsToWant, about); null for fields that coordinators made.' })
  readonly key: string | null;

  @Field(() => String, { description: 'What the field is called, in German.' })
  readonly labelDe: string;

  @Field(() => String, { description: 'What the field is called, in English.' })
  readonly labelEn: string;

  @Field(() => String, { description: 'Help below the field, in German; may be empty.' })
  readonly helpDe: string;

  @Field(() => String, { description: 'Help below the field, in English; may be empty.' })
  readonly helpEn: string;

  @Field(() => FieldKindEnum, { description: 'What it takes; never changes.' })
  readonly kind: FieldKind;

  @Field(() => [String], { description: 'What can be chosen; empty for other kinds.' })
  readonly choices: readonly string[];

  @Field(() => Boolean, { description: 'Whether the sheet cannot be finished without it.' })
  readonly isRequired: boolean;

  @Field(() => FieldVisibilityEnum, { description: 'The widest circle a person can choose.' })
  readonly widestVisibility: Visibility;

  @Field(() => FieldVisibilityEnum, { description: 'The circle while a person has not chosen.' })
  readonly defaultVisibility: Visibility;

  @Field(() => Int, { description: 'Place in the sheet; smaller ones come first.' })
  readonly position: number;

  @Field(() => Boolean, { description: 'Taken out of the sheet; what was written is kept.' })
  readonly isArchived: boolean;
}

@ObjectType('SheetEntry', { description: 'A field with what its owner wrote.' })
export class SheetEntryType {
  @Field(() => SheetFieldType, { description: 'The question that this is the answer to.' })
  readonly field: SheetFieldType;

  @Field(() => [String], { description: 'What was written; one answer for most kinds, several for `multiple` and `topics`, none where it is empty.' })
  readonly answers: readonly string[];

  @Field(() => FieldVisibilityEnum, { description: 'Who sees what was written here.' })
  readonly visibility: Visibility;
}

export function fieldTypeOf(row: SheetFieldRow): SheetFieldType {
  return {
    id: row.id,
    key: row.key,
    labelDe: row.label_de,
    labelEn: row.label_en,
    helpDe: row.help_de,
    helpEn: row.help_en,
    kind: row.kind,
    choices: row.choices,
    isRequired: row.is_required,
    widestVisibility: row.widest_visibility,
    defaultVisibility: row.default_visibility,
    position: row.position,
    isArchived: row.archived_at !== null,
  };
}

export function entryTypeOf(entry: SheetEntry): SheetEntryType {
  return { field: fieldTypeOf(entry.field), answers: entry.answers, visibility: entry.visibility };
}
