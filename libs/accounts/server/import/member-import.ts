import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '#access/server';
import { Audit, CLOCK, Db, programmeSettings, Settings, type Actor, type Clock } from '#platform/server';
import { AppError, uuidv7 } from '#platform/shared';
import { readCsv, type CsvTable } from '#text/server';
import { coordinatorOf } from '../account/account.policy.js';
import { narrower } from '../sheet/sheet.policy.js';
import { Sheets, type SheetFieldRow } from '../sheet/sheets.js';
import { guessTargets } from './member-columns.js';
import { checkRows, type CheckedRows, type MemberRow, type RowProblem } from './member-rows.js';

/** One request brings at most this many people: it stays well inside a request's time. */
const ROWS_MAX = 2000;
const SAMPLE_ROWS = 20;

export type Mapping = Readonly<Record<string, string>>;

/** What a coordinator sees before anything happens. */
export interface ImportPreview {
  readonly columns: readonly { readonly name: string; readonly target: string }[];
  readonly encoding: string;
  readonly delimiter: string;
  readonly rowCount: number;
  /** The first rows as read. */
  readonly sample: readonly { readonly line: number; readonly values: Readonly<Record<string, string>> }[];
  readonly problems: readonly RowProblem[];
  /** How many would be invited. */
  readonly newCount: number;
}

/** Members from a table: looked at first, then all or none. */
@Injectable()
export class MemberImport {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Db) private readonly db: Db,
    @Inject(Settings) private readonly settings: Settings,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Sheets) private readonly sheets: Sheets,
  ) {}

  /** @param mapping column → target; null guesses. @throws {AppError} BAD_USER_INPUT for what is no table. */
  async preview(viewer: Viewer, bytes: Uint8Array, mapping: Mapping | null): Promise<ImportPreview> {
    coordinatorOf(viewer);
    return this.look(bytes, mapping);
  }

  /** @returns how many were invited. @throws {AppError} BAD_USER_INPUT `import.hasErrors`: nothing was imported. */
  async commit(viewer: Viewer, bytes: Uint8Array, mapping: Mapping | null, spaceIds: readonly string[]): Promise<number> {
    coordinatorOf(viewer);
    return this.store(viewer, bytes, mapping, spaceIds);
  }

  /** The preview without a viewer, for the command line. */
  async look(bytes: Uint8Array, mapping: Mapping | null): Promise<ImportPreview> {
    const { table, targets, checked } = await this.read(bytes, mapping);
    return {
      columns: table.columns.map((name) => ({ name, target: targets[name] ?? '' })),
      encoding: table.encoding,
      delimiter: table.delimiter,
      rowCount: table.rows.length,
      sample: table.rows.slice(0, SAMPLE_ROWS),
      problems: checked.problems,
      newCount: checked.members.length,
    };
  }

  /** The import without a viewer's rule, for the command line. */
  async store(actor: Actor, bytes: Uint8Array, mapping: Mapping | null, spaceIds: readonly string[]): Promise<number> {
    const { checked, fields } = await this.read(bytes, mapping);
    const first = checked.problems.find((problem) => problem.isError);
    if (first !== undefined) throw new AppError('BAD_USER_INPUT', 'import.hasErrors', { params: { line: first.line, reason: first.reason } });
    await this.db.write(actor, async (tx, emit) => {
      const ids = await this.insert(tx, actor, checked.members, spaceIds, fields);
      for (const accountId of ids) emit({ name: 'MemberImported', payload: { accountId } });
      await this.audit.record(tx, actor, { act: 'accounts.imported', subjectKind: 'account', details: { count: ids.length } });
    });
    return checked.members.length;
  }

  private async read(bytes: Uint8Array, mapping: Mapping | null) {
    const table: CsvTable = readCsv(bytes);
    if (table.rows.length > ROWS_MAX) throw new AppError('BAD_USER_INPUT', 'import.tooManyRows', { params: { max: ROWS_MAX, found: table.rows.length } });
    const fields = await this.sheets.fields();
    const fieldIdByKey = new Map(fields.flatMap((field) => (field.key === null ? [] : [[field.key, field.id] as const])));
    const targets = mapping ?? guessTargets(table.columns, fieldIdByKey);
    const { name: programmeName } = await this.settings.get(programmeSettings);
    const known = await this.knownAddresses();
    const checked: CheckedRows = checkRows(table, { mapping: targets, fields, programmeName, known });
    return { table, targets, fields, checked };
  }

  private async knownAddresses(): Promise<ReadonlySet<string>> {
    const rows = await this.db.query<{ address: string }>('select address from account where erased_at is null');
    return new Set(rows.map((row) => row.address));
  }

  /** Three statements for any number of people. */
  private async insert(
    tx: EntityManager,
    actor: Actor,
    members: readonly MemberRow[],
    spaceIds: readonly string[],
    fields: readonly SheetFieldRow[],
  ): Promise<readonly string[]> {
    const now = this.clock.now();
    const visibilityOf = new Map(fields.map((field) => [field.id, narrower(field.default_visibility, field.widest_visibility)]));
    const people = members.map((member) => ({
      id: uuidv7(),
      name: member.name,
      address: member.address,
      roles: member.programmeRoles,
      wished: member.programmeRoles.length === 2 ? 'both' : (member.programmeRoles[0] ?? 'neither'),
      step_id: uuidv7(),
    }));
    await tx.query(
      `insert into account (id, address, name, standing) select p.id, p.address, p.name, 'unconfirmed'
       from jsonb_to_recordset($1::jsonb) as p(id uuid, address text, name text)`,
      [JSON.stringify(people)],
    );
    await tx.query(
      `with p as (select * from jsonb_to_recordset($1::jsonb) as p(id uuid, roles jsonb, wished text, step_id uuid)),
         steps as (insert into registration_step (id, account_id, at, actor_id, step) select step_id, id, $2, $4::uuid, 'imported' from p)
       insert into registration (account_id, wished_role, stage, stage_at, granted_roles, granted_space_ids, granted_by, created_at)
       select id, wished, 'invited', $2, array(select jsonb_array_elements_text(roles)), $3, $4::uuid, $2 from p`,
      [JSON.stringify(people), now, spaceIds, actor.accountId],
    );
    const values = members.flatMap((member, index) =>
      member.answers.map((answer) => ({
        account_id: people[index]?.id,
        field_id: answer.fieldId,
        answers: answer.answers,
        visibility: visibilityOf.get(answer.fieldId),
      })),
    );
    await tx.query(
      `insert into sheet_value (account_id, field_id, answers, visibility, updated_at)
       select account_id, field_id, array(select jsonb_array_elements_text(answers)), visibility, $2
       from jsonb_to_recordset($1::jsonb) as v(account_id uuid, field_id uuid, answers jsonb, visibility text)`,
      [JSON.stringify(values), now],
    );
    return people.map((person) => person.id);
  }
}
