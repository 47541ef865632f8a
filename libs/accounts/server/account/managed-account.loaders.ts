import { Inject, Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import { perRequest, type GraphqlContext } from '#platform/server';
import { RegistrationQueries, type StepRow } from '../registration/registration.queries.js';
import { Sheets, type SheetEntry } from '../sheet/sheets.js';

interface Loaders {
  readonly sheet: DataLoader<string, readonly SheetEntry[]>;
  readonly steps: DataLoader<string, readonly StepRow[]>;
}

/** What hangs on accounts in the hands of coordinators, gathered over one request. */
@Injectable()
export class ManagedAccountLoaders {
  constructor(
    @Inject(Sheets) private readonly sheets: Sheets,
    @Inject(RegistrationQueries) private readonly registrations: RegistrationQueries,
  ) {}

  sheetOf(context: GraphqlContext, accountId: string): Promise<readonly SheetEntry[]> {
    return this.of(context).sheet.load(accountId);
  }

  stepsOf(context: GraphqlContext, accountId: string): Promise<readonly StepRow[]> {
    return this.of(context).steps.load(accountId);
  }

  private of(context: GraphqlContext): Loaders {
    return perRequest(context, this, () => ({
      sheet: new DataLoader((ids: readonly string[]) => this.sheets.unfilteredEntriesOfMany(ids)),
      steps: new DataLoader((ids: readonly string[]) => this.registrations.stepsOfMany(ids)),
    }));
  }
}
