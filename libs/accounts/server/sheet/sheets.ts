import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '#access/server';
import { CLOCK, Db, type Clock } from '#platform/server';
import { AppError, type FieldError } from '#platform/shared';
import { Account } from '../account/account.entity.js';
import { accountOf } from '../account/account.policy.js';
import { Accounts } from '../account/accounts.js';
import { Admission } from '../registration/admission.js';
import { checkAnswers, narrower, type FieldKind, type Visibility } from './sheet.policy.js';

export interface SheetFieldRow {
  readonly id: string;
  readonly key: string | null;
  readonly label_de: string;
  readonly label_en: string;
  readonly help_de: string;
  readonly help_en: string;
  readonly kind: FieldKind;
  readonly choices: readonly string[];
  readonly is_required: boolean;
  readonly widest_visibility: Visibility;
  readonly default_visibility: Visibility;
  readonly position: number;
  readonly archived_at: Date | null;
}

export interface SheetEntry {
  readonly field: SheetFieldRow;
  readonly answers: readonly string[];
  readonly visibility: Visibility;
}

export interface AnswerInput {
  readonly fieldId: string;
  readonly answers: readonly string[];
  readonly visibility?: Visibility | null;
}

export const FIELD_COLUMNS =
  'id, key, label_de, label_en, help_de, help_en, kind, choices, is_required, widest_visibility, default_visibility, position, archived_at';

/** The contact data sheet of one person: saved half way, finished later, changed ever after. */
@Injectable()
export class Sheets {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Db) private readonly db: Db,
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(Admission) private readonly admission: Admission,
  ) {}

  async fields(withArchived = false): Promise<readonly SheetFieldRow[]> {
    return this.fieldsWithin(this.db.manager, withArchived);
  }

  private async fieldsWithin(tx: EntityManager, withArchived = false): Promise<readonly SheetFieldRow[]> {
    return tx.query(`select ${FIELD_COLUMNS} from sheet_field where $1 or archived_at is null order by archived_at nulls first, position, id`, [withArchived]);
  }

  /** Every live field with what the person wrote, unfiltered: for its owner and for coordinators. */
  async unfilteredEntriesOf(accountId: string): Promise<readonly SheetEntry[]> {
    const [entries = []] = await this.unfilteredEntriesOfMany([accountId]);
    return entries;
  }

  /** The same for a page of accounts, in their order, with two statements for any number. */
  async unfilteredEntriesOfMany(accountIds: readonly string[]): Promise<readonly (readonly SheetEntry[])[]> {
    const fields = await this.fields();
    const values = await this.db.query<{ account_id: string; field_id: string; answers: string[]; visibility: Visibility }>(
      'select account_id, field_id, answers, visibility from sheet_value where account_id = any($1)',
      [accountIds],
    );
    const byPlace = new Map(values.map((value) => [`${value.account_id} ${value.field_id}`, value]));
    return accountIds.map((accountId) =>
      fields.map((field) => {
        const value = byPlace.get(`${accountId} ${field.id}`);
        return { field, answers: value?.answers ?? [], visibility: narrower(value?.visibility ?? field.default_visibility, field.widest_visibility) };
      }),
    );
  }

  /** Takes what is there; nothing has to be complete. All entries or, with errors by field, none. */
  async save(viewer: Viewer, entries: readonly AnswerInput[]): Promise<void> {
    const accountId = accountOf(viewer);
    await this.db.write(viewer, async (tx, emit) => {
      await this.write(tx, accountId, entries);
      emit({ name: 'AccountChanged', payload: { accountId } });
    });
  }

  /** Stores answers within the caller's transaction; imports use it too. */
  async write(tx: EntityManager, accountId: string, entries: readonly AnswerInput[]): Promise<void> {
    const fields = new Map((await this.fieldsWithin(tx)).map((field) => [field.id, field]));
    const errors: FieldError[] = [];
    for (const [index, entry] of entries.entries()) {
      const field = fields.get(entry.fieldId);
      if (field === undefined) {
        errors.push({ field: `entries.${index}.fieldId`, reason: 'notFound' });
        continue;
      }
      const checked = checkAnswers(field.kind, field.choices, entry.answers);
      if ('wrong' in checked) {
        errors.push({ field: `entries.${index}.answers`, ...checked.wrong });
        continue;
      }
      const visibility = entry.visibility === null || entry.visibility === undefined ? null : narrower(entry.visibility, field.widest_visibility);
      await tx.query(
        `insert into sheet_value (account_id, field_id, answers, visibility, updated_at) values ($1, $2, $3, coalesce($4, $5), $6)
         on conflict (account_id, field_id)
         do update set answers = excluded.answers, visibility = coalesce($4, sheet_value.visibility), updated_at = excluded.updated_at`,
        [accountId, field.id, checked.answers, visibility, narrower(field.default_visibility, field.widest_visibility), this.clock.now()],
      );
    }
    if (errors.length > 0) throw AppError.badInputs(errors);
  }

  /** @throws {AppError} BAD_USER_INPUT with `field.<id>` for each required one that is empty. */
  async finish(viewer: Viewer): Promise<void> {
    const accountId = accountOf(viewer);
    const missing = (await this.unfilteredEntriesOf(accountId)).filter((entry) => entry.field.is_required && entry.answers.length === 0);
    if (missing.length > 0) throw AppError.badInputs(missing.map((entry) => ({ field: `field.${entry.field.id}`, reason: 'required' })));
    await this.db.write(viewer, async (tx, emit) => {
      const account = await this.accounts.locked(tx, accountId);
      if (account.sheetFinishedAt === null) {
        await tx.update(Account, { id: accountId }, { sheetFinishedAt: this.clock.now() });
        await this.admission.note(tx, accountId, accountId, 'sheetFinished');
      }
      const [rows]: [unknown[], number] = await tx.query(
        `update registration set stage = 'waiting', stage_at = $2 where account_id = $1 and stage = 'sheet' returning account_id`,
        [accountId, this.clock.now()],
      );
      if (rows.length > 0) emit({ name: 'SheetFinished', payload: { accountId } });
    });
  }
}
