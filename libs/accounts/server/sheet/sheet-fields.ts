import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '#access/server';
import { Audit, CLOCK, Db, type Clock } from '#platform/server';
import { AppError } from '#platform/shared';
import { coordinatorOf } from '../account/account.policy.js';
import { isWider, narrower, type FieldKind, type Visibility } from './sheet.policy.js';
import { FIELD_COLUMNS, type SheetFieldRow } from './sheets.js';

interface FieldWishes {
  readonly id: string;
  readonly labelDe: string;
  readonly labelEn: string;
  readonly helpDe: string;
  readonly helpEn: string;
  readonly kind: FieldKind;
  readonly choices: readonly string[];
  readonly isRequired: boolean;
  readonly widestVisibility: Visibility;
  readonly defaultVisibility: Visibility;
  /** How many people's answers the user agreed to show to more. */
  readonly confirmWider?: number | null;
}

/** What the sheet asks for; coordinators decide. Answers stay when a field is archived. */
@Injectable()
export class SheetFields {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Db) private readonly db: Db,
    @Inject(Audit) private readonly audit: Audit,
  ) {}

  /** Makes the field with this id or changes it; the kind of one that exists stays, as its answers would not fit another. */
  async put(viewer: Viewer, wishes: FieldWishes): Promise<SheetFieldRow> {
    coordinatorOf(viewer);
    const hasChoices = wishes.kind === 'choice' || wishes.kind === 'multiple';
    if (hasChoices && wishes.choices.length < 2) throw AppError.badInput('choices', 'sheet.choicesNeeded');
    return this.db.write(viewer, async (tx, emit) => {
      const [known]: SheetFieldRow[] = await tx.query(`select ${FIELD_COLUMNS} from sheet_field where id = $1 for update`, [wishes.id]);
      if (known !== undefined && known.kind !== wishes.kind) throw AppError.badInput('kind', 'sheet.kindStays');
      if (known !== undefined && known.archived_at === null) await this.ensureAgreed(tx, known, known.widest_visibility, wishes.widestVisibility, wishes.confirmWider);
      const [field]: SheetFieldRow[] = await tx.query(
        `insert into sheet_field (id, label_de, label_en, help_de, help_en, kind, choices, is_required, widest_visibility, default_visibility, position)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, (select coalesce(max(position), 0) + 1 from sheet_field))
         on conflict (id) do update set label_de = excluded.label_de, label_en = excluded.label_en, help_de = excluded.help_de, help_en = excluded.help_en,
           choices = excluded.choices, is_required = excluded.is_required, widest_visibility = excluded.widest_visibility,
           default_visibility = excluded.default_visibility
         returning ${FIELD_COLUMNS}`,
        [wishes.id, wishes.labelDe, wishes.labelEn, wishes.helpDe, wishes.helpEn, wishes.kind, hasChoices ? wishes.choices : [], wishes.isRequired, wishes.widestVisibility, narrower(wishes.defaultVisibility, wishes.widestVisibility)],
      );
      if (field === undefined) throw AppError.notFound();
      await this.audit.record(tx, viewer, { act: 'accounts.sheetFieldChanged', subjectKind: 'sheetField', subjectId: wishes.id });
      // What was for many and is for few now must leave every copy, the search index above all.
      if (known !== undefined && known.widest_visibility !== field.widest_visibility) emit({ name: 'SheetFieldChanged', payload: { fieldId: field.id } });
      return field;
    });
  }

  /** Put back, its answers are seen again; as long as it is archived nobody but their owners and the coordination has them. */
  async setArchived(viewer: Viewer, id: string, isArchived: boolean, confirmWider: number | null): Promise<SheetFieldRow> {
    coordinatorOf(viewer);
    return this.db.write(viewer, async (tx, emit) => {
      const [known]: SheetFieldRow[] = await tx.query(`select ${FIELD_COLUMNS} from sheet_field where id = $1 for update`, [id]);
      if (known !== undefined && known.archived_at !== null && !isArchived) await this.ensureAgreed(tx, known, 'coordination', known.widest_visibility, confirmWider);
      const [rows]: [SheetFieldRow[], number] = await tx.query(
        `update sheet_field set archived_at = case when $2 then coalesce(archived_at, $3) end where id = $1 returning ${FIELD_COLUMNS}`,
        [id, isArchived, this.clock.now()],
      );
      const field = rows[0];
      if (field === undefined) throw AppError.notFound();
      await this.audit.record(tx, viewer, { act: isArchived ? 'accounts.sheetFieldArchived' : 'accounts.sheetFieldRestored', subjectKind: 'sheetField', subjectId: id });
      emit({ name: 'SheetFieldChanged', payload: { fieldId: id } });
      return field;
    });
  }

  /** What somebody wrote for few is not shown to more before that was said, with the number of those it is about. */
  private async ensureAgreed(tx: EntityManager, field: SheetFieldRow, before: Visibility, after: Visibility, agreed: number | null | undefined): Promise<void> {
    const chosen: { visibility: Visibility; count: number }[] = await tx.query(
      `select v.visibility, count(*)::int as count from sheet_value v join account a on a.id = v.account_id and a.deleted_at is null
       where v.field_id = $1 and cardinality(v.answers) > 0 group by v.visibility`,
      [field.id],
    );
    const count = chosen.filter(({ visibility }) => isWider(narrower(visibility, after), narrower(visibility, before))).reduce((sum, part) => sum + part.count, 0);
    if (count > 0 && agreed !== count) throw AppError.conflict('sheet.confirmWider', { count });
  }

  /** @param ids the live fields in their new order; ones that are left out keep their place behind. */
  async order(viewer: Viewer, ids: readonly string[]): Promise<void> {
    coordinatorOf(viewer);
    await this.db.write(viewer, async (tx) => {
      await tx.query(
        `update sheet_field f set position = coalesce(array_position($1::uuid[], f.id), cardinality($1::uuid[]) + f.position)`,
        [ids],
      );
    });
  }
}
