import { Inject } from '@nestjs/common';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { isCoordinator, type Viewer } from '#access/server';
import { cleanLine, CurrentViewer } from '#platform/server';
import { accountOf } from '../account/account.policy.js';
import { SheetFields } from './sheet-fields.js';
import { ArchiveSheetFieldInput, OrderSheetFieldsInput, PutSheetFieldInput, SaveSheetInput } from './sheet.inputs.js';
import { entryTypeOf, fieldTypeOf, SheetEntryType, SheetFieldType } from './sheet.type.js';
import { Sheets } from './sheets.js';

const INPUT = { description: 'The fields or answers as they shall be; wrong ones come back together in `extensions.fields`.' };

@Resolver()
export class SheetResolver {
  constructor(
    @Inject(Sheets) private readonly sheets: Sheets,
    @Inject(SheetFields) private readonly fields: SheetFields,
  ) {}

  @Query(() => [SheetFieldType], { description: 'The fields of the contact data sheet in order, for everybody signed in; archived ones come last and to coordinators alone. UNAUTHENTICATED for guests.' })
  async sheetFields(@CurrentViewer() viewer: Viewer): Promise<readonly SheetFieldType[]> {
    accountOf(viewer);
    return (await this.sheets.fields(isCoordinator(viewer))).map(fieldTypeOf);
  }

  @Query(() => [SheetEntryType], { description: 'One\'s own contact data sheet: every field with what one has written so far. UNAUTHENTICATED for guests.' })
  async mySheet(@CurrentViewer() viewer: Viewer): Promise<readonly SheetEntryType[]> {
    return (await this.sheets.unfilteredEntriesOf(accountOf(viewer))).map(entryTypeOf);
  }

  @Mutation(() => [SheetEntryType], { description: 'Saves any part of one\'s own sheet, half way too; the whole sheet comes back. Wrong answers are told by `entries.<n>.answers` (`tooLong`, `tooMany`, `sheet.notAChoice`, `sheet.badPhone`), unknown fields by `entries.<n>.fieldId` with `notFound`, and nothing is saved. UNAUTHENTICATED for guests.' })
  async saveSheet(@CurrentViewer() viewer: Viewer, @Args('input', INPUT) input: SaveSheetInput): Promise<readonly SheetEntryType[]> {
    await this.sheets.save(viewer, input.entries);
    return this.mySheet(viewer);
  }

  @Mutation(() => [SheetEntryType], { description: 'Hands the sheet in. Required fields that are empty are told by `field.<id>` with `required`. UNAUTHENTICATED for guests.' })
  async finishSheet(@CurrentViewer() viewer: Viewer): Promise<readonly SheetEntryType[]> {
    await this.sheets.finish(viewer);
    return this.mySheet(viewer);
  }

  @Mutation(() => SheetFieldType, { description: 'Makes or changes a field of the sheet. Coordinators only: UNAUTHENTICATED for guests; FORBIDDEN `account.coordinatorsOnly`; `sheet.choicesNeeded` at `choices` for fewer than two; `sheet.kindStays` at `kind` for another kind than it has; CONFLICT `sheet.confirmWider` (params count) where more people would see what is written there and that was not confirmed.' })
  async putSheetField(@CurrentViewer() viewer: Viewer, @Args('input', INPUT) input: PutSheetFieldInput): Promise<SheetFieldType> {
    const choices = [...new Set(input.choices.map(cleanLine).filter((choice) => choice !== ''))];
    return fieldTypeOf(await this.fields.put(viewer, { ...input, choices }));
  }

  @Mutation(() => SheetFieldType, { description: 'Takes a field out of the sheet or puts it back; answers are kept. Coordinators only: UNAUTHENTICATED for guests; FORBIDDEN `account.coordinatorsOnly`; NOT_FOUND for an unknown field; CONFLICT `sheet.confirmWider` (params count) where putting it back shows answers to others again and that was not confirmed.' })
  async archiveSheetField(@CurrentViewer() viewer: Viewer, @Args('input', INPUT) input: ArchiveSheetFieldInput): Promise<SheetFieldType> {
    return fieldTypeOf(await this.fields.setArchived(viewer, input.id, input.isArchived, input.confirmWider ?? null));
  }

  @Mutation(() => [SheetFieldType], { description: 'Orders the fields of the sheet. Coordinators only: UNAUTHENTICATED for guests; FORBIDDEN `account.coordinatorsOnly`.' })
  async orderSheetFields(@CurrentViewer() viewer: Viewer, @Args('input', INPUT) input: OrderSheetFieldsInput): Promise<readonly SheetFieldType[]> {
    await this.fields.order(viewer, input.ids);
    return this.sheetFields(viewer);
  }
}
