import { Inject, Injectable } from '@nestjs/common';
import { isCoordinator, isMember, type ProgrammeRole, type SiteRole, type Viewer } from '#access/server';
import { Db, decodeCursor } from '#platform/server';
import { memberOf } from '../account/account.policy.js';
import { canSeeField, narrower, type Visibility } from '../sheet/sheet.policy.js';
import { FIELD_COLUMNS, type SheetFieldRow } from '../sheet/sheets.js';
import { SharedSpaces } from './shared-spaces.js';

export interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly siteRoles: readonly SiteRole[];
  readonly programmeRoles: readonly ProgrammeRole[];
  readonly joinedAt: Date | null;
}

/** One field of somebody as somebody else may see it. */
export interface VisibleEntry {
  readonly accountId: string;
  readonly field: SheetFieldRow;
  readonly answers: readonly string[];
}

export interface PeopleFilter {
  readonly text?: string | null;
  readonly programmeRole?: ProgrammeRole | null;
}

/** How many others see what a person shows, by the circle it is for. */
export interface SheetAudience {
  readonly programme: number;
  readonly spaces: number;
  readonly coordination: number;
}

/** What search indexes of a person: the name, and what every member may see. */
export interface PersonDocument {
  readonly accountId: string;
  readonly name: string;
  readonly fields: readonly { readonly key: string | null; readonly answers: readonly string[] }[];
  readonly updatedAt: Date;
}

/** Who is a person for others: in the programme, not blocked, not gone. */
const IS_PERSON = `a.standing = 'approved' and a.deleted_at is null and (a.suspended_until is null or a.suspended_until <= now())`;
const PERSON = `a.id, a.name, a.site_roles as "siteRoles", a.programme_roles as "programmeRoles", a.approved_at as "joinedAt"`;

/** People as other members see them. Everything starts from "approved members see approved members". */
@Injectable()
export class People {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(SharedSpaces) private readonly sharedSpaces: SharedSpaces,
  ) {}

  /** In the order asked for; null where there is none for this viewer. */
  async visiblePeople(viewer: Viewer, ids: readonly string[]): Promise<readonly (PersonRow | null)[]> {
    if (!isMember(viewer) || ids.length === 0) return ids.map(() => null);
    const rows = await this.db.hotQuery<PersonRow>(`select ${PERSON} from account a where a.id = any($1::uuid[]) and ${IS_PERSON}`, [ids]);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => byId.get(id) ?? null);
  }

  /** Sorted by name as a German address book is; up to `first + 1` rows. */
  async page(viewer: Viewer, filter: PeopleFilter, first: number, after: string | null): Promise<readonly PersonRow[]> {
    memberOf(viewer);
    const cursor = decodeCursor(after, 2);
    return this.db.query<PersonRow>(
      `select ${PERSON} from account a
       where ${IS_PERSON}
         and ($1::text is null or strpos(lower(a.name), lower($1)) > 0)
         and ($2::text is null or $2 = any(a.programme_roles))
         and ($3::text is null or (a.name collate "de-x-icu", a.id) > ($3 collate "de-x-icu", $4::uuid))
       order by a.name collate "de-x-icu", a.id
       limit $5`,
      [filter.text ?? null, filter.programmeRole ?? null, cursor?.[0] ?? null, cursor?.[1] ?? null, first + 1],
    );
  }

  /** The fields of a page of people that this viewer may see, in the sheet's order; two statements for any number. */
  async visibleEntries(viewer: Viewer, accountIds: readonly string[]): Promise<readonly VisibleEntry[]> {
    if (!isMember(viewer)) return [];
    const rows = await this.entriesOf(accountIds);
    const sharing = await this.sharedSpaces.sharing(viewer, accountIds);
    return rows
      .filter((row) =>
        canSeeField(
          { isOwner: row.accountId === viewer.accountId, isCoordinator: isCoordinator(viewer), isMember: true, sharesSpace: sharing.has(row.accountId) },
          narrower(row.visibility, row.field.widest_visibility),
        ),
      )
      .map(({ accountId, field, answers }) => ({ accountId, field, answers }));
  }

  /** How many people see that somebody is in the programme: all who are in it themselves. */
  async readerCount(): Promise<number> {
    const [row] = await this.db.query<{ count: number }>(`select count(*)::int as count from account a where ${IS_PERSON}`);
    return row?.count ?? 0;
  }

  /** Whoever else sees one's answers, counted by the rule that shows them. Before the approval that is the coordination alone. */
  async sheetAudience(accountId: string): Promise<SheetAudience> {
    const onlookers = await this.db.query<{ id: string; coordinates: boolean }>(
      `select a.id, 'coordinator' = any(a.site_roles) as coordinates from account a where ${IS_PERSON}`,
    );
    const isPerson = onlookers.some(({ id }) => id === accountId);
    const sharers = await this.sharedSpaces.sharers(accountId);
    const countOf = (visibility: Visibility): number =>
      onlookers.filter(
        ({ id, coordinates }) =>
          id !== accountId && canSeeField({ isOwner: false, isCoordinator: coordinates, isMember: isPerson, sharesSpace: sharers.has(id) }, visibility),
      ).length;
    return { programme: countOf('programme'), spaces: countOf('spaces'), coordination: countOf('coordination') };
  }

  /** For the search index alone: people who are not there any more are missing in the answer. */
  async personDocuments(ids: readonly string[]): Promise<readonly PersonDocument[]> {
    const people = await this.db.query<{ id: string; name: string; updated_at: Date }>(
      `select a.id, a.name, a.updated_at from account a where a.id = any($1) and ${IS_PERSON}`,
      [ids],
    );
    const entries = (await this.entriesOf(ids)).filter((entry) => narrower(entry.visibility, entry.field.widest_visibility) === 'programme');
    return people.map((person) => ({
      accountId: person.id,
      name: person.name,
      fields: entries.filter((entry) => entry.accountId === person.id).map((entry) => ({ key: entry.field.key, answers: entry.answers })),
      updatedAt: person.updated_at,
    }));
  }

  /** Whose documents read differently once a field of the sheet has another audience. */
  async idsWithAnswerIn(fieldId: string): Promise<readonly string[]> {
    const rows = await this.db.query<{ account_id: string }>('select account_id from sheet_value where field_id = $1 and cardinality(answers) > 0 order by account_id', [fieldId]);
    return rows.map((row) => row.account_id);
  }

  /** All ids that search shall know, for a rebuild. */
  async allPersonIds(): Promise<readonly string[]> {
    const rows = await this.db.query<{ id: string }>(`select a.id from account a where ${IS_PERSON} order by a.id`);
    return rows.map((row) => row.id);
  }

  private async entriesOf(accountIds: readonly string[]): Promise<readonly (VisibleEntry & { readonly visibility: Visibility })[]> {
    const columns = FIELD_COLUMNS.split(', ').map((column) => `f.${column}`).join(', ');
    const rows = await this.db.query<SheetFieldRow & { account_id: string; answers: string[]; visibility: Visibility }>(
      `select v.account_id, v.answers, v.visibility, ${columns}
       from sheet_value v join sheet_field f on f.id = v.field_id
       where v.account_id = any($1) and f.archived_at is null and cardinality(v.answers) > 0
       order by f.position, f.id`,
      [accountIds],
    );
    return rows.map(({ account_id: accountId, answers, visibility, ...field }) => ({ accountId, answers, visibility, field }));
  }
}
