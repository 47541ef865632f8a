import { Inject, Injectable } from '@nestjs/common';
import { isCoordinator, type Viewer } from '#access/server';
import { Db, decodeCursor, pageOf, type CursorKeys, type Page } from '#platform/server';
import { AppError, isUuid } from '#platform/shared';
import type { CaseList, ModerationActName, ReportReason } from './case.enums.js';
import { canHandle } from './case.policy.js';
import { CASE_COLUMNS, caseFrom, CASES, IS_WAITING, NEEDS_COORDINATION, type CaseRow, type StoredCase } from './case.row.js';

export interface ReportRow {
  readonly id: string;
  readonly caseId: string;
  readonly reporterId: string | null;
  readonly isGuest: boolean;
  readonly guestName: string | null;
  readonly reason: ReportReason;
  readonly words: string;
  readonly createdAt: Date;
}

export interface ActRow {
  readonly id: string;
  readonly caseId: string | null;
  readonly act: ModerationActName;
  readonly actorId: string | null;
  readonly reason: ReportReason | null;
  readonly note: string;
  readonly at: Date;
}

/** What the moderation of a space has had to do with somebody before. */
export interface AuthorHistory {
  readonly passed: number;
  readonly kept: number;
  readonly removed: number;
  readonly measures: number;
}

interface Keyed {
  readonly key: string;
}

/** Every read of cases: of the spaces the viewer moderates, never of what they wrote themselves. */
@Injectable()
export class CaseQueries {
  constructor(@Inject(Db) private readonly db: Db) {}

  /** @param spaceId only this space's; null: of all spaces one looks after. */
  async page(viewer: Viewer, list: CaseList, spaceId: string | null, first: number, after: string | null): Promise<Page<CaseRow> & { readonly totalCount: number }> {
    const cursor = decodeCursor(after, 2);
    if (cursor !== null && !isPlace(cursor)) throw AppError.badInput('after', 'badCursor');
    const isOpen = list === 'waiting';
    const time = isOpen ? 'coalesce(o.created_at, c.opened_at)' : 'c.decided_at';
    const key = `extract(epoch from ${time})`;
    const { sql, parameters } = handledBy(viewer);
    const where = `${sql} and ($4::uuid is null or c.space_id = $4) and ${isOpen ? IS_WAITING : `not ${IS_WAITING}`}`;
    const [beyond, order] = isOpen ? ['>', 'asc'] : ['<', 'desc'];
    const rows = await this.db.query<StoredCase & Keyed>(
      `select ${CASE_COLUMNS}, (${key})::text as key from ${CASES}
       where ${where} and ($5::numeric is null or (${key}, c.id) ${beyond} ($5::numeric, $6::uuid))
       order by ${key} ${order}, c.id ${order} limit $7`,
      [...parameters, spaceId, cursor?.[0] ?? null, cursor?.[1] ?? null, first + 1],
    );
    const [total] = await this.db.query<{ count: number }>(`select count(*)::int as count from ${CASES} where ${where}`, [...parameters, spaceId]);
    const page = pageOf(rows.map((row) => ({ ...caseFrom(row), key: row.key })), first, (row) => [row.key, row.id]);
    return { ...page, totalCount: total?.count ?? 0 };
  }

  /** Null for who may not handle it. */
  async byId(viewer: Viewer, id: string): Promise<CaseRow | null> {
    const [row] = await this.db.query<StoredCase>(`select ${CASE_COLUMNS} from ${CASES} where c.id = $1`, [id]);
    if (row === undefined) return null;
    const found = caseFrom(row);
    return canHandle(viewer, found) ? found : null;
  }

  /** Those of the ids that the viewer may handle; for notices. */
  async byIds(viewer: Viewer, ids: readonly string[]): Promise<readonly CaseRow[]> {
    const rows = await this.db.query<StoredCase>(`select ${CASE_COLUMNS} from ${CASES} where c.id = any($1::uuid[])`, [ids]);
    return rows.map(caseFrom).filter((row) => canHandle(viewer, row));
  }

  /** What waits for the viewer in each of these spaces, by their ids; spaces they do not look after are missing. */
  async waitingCounts(viewer: Viewer, spaceIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const moderated = spaceIds.filter((id) => viewer.moderatedSpaceIds.has(id));
    if (moderated.length === 0) return new Map();
    const rows = await this.db.query<{ id: string; count: number }>(
      `select c.space_id as id, count(*)::int as count from ${CASES}
       where c.space_id = any($1::uuid[]) and $2::uuid <> all(c.author_ids) and ${IS_WAITING} group by c.space_id`,
      [moderated, viewer.accountId],
    );
    const counts = new Map(rows.map((row) => [row.id, row.count]));
    return new Map(moderated.map((id) => [id, counts.get(id) ?? 0]));
  }

  /** All that waits for the viewer, over all spaces. */
  async waitingCount(viewer: Viewer): Promise<number> {
    if (viewer.moderatedSpaceIds.size === 0 && !isCoordinator(viewer)) return 0;
    const { sql, parameters } = handledBy(viewer);
    const [row] = await this.db.query<{ count: number }>(`select count(*)::int as count from ${CASES} where ${sql} and ${IS_WAITING}`, parameters);
    return row?.count ?? 0;
  }

  /** Spaces where something waits that no moderator may decide; for coordinators, who enter them by the logged step. */
  async withoutModerator(viewer: Viewer): Promise<readonly { readonly spaceId: string; readonly spaceName: string; readonly count: number; readonly since: Date }[]> {
    if (!isCoordinator(viewer)) return [];
    return this.db.query(
      `select c.space_id as "spaceId", space.name as "spaceName", count(*)::int as count, min(coalesce(o.created_at, c.opened_at)) as since
       from ${CASES} join space on space.id = c.space_id
       where ${NEEDS_COORDINATION} and $1::uuid <> all(c.author_ids)
       group by c.space_id, space.name order by since`,
      [viewer.accountId],
    );
  }

  /** The reports of each case, the oldest first. For who handles the cases. */
  async reports(caseIds: readonly string[]): Promise<readonly (readonly ReportRow[])[]> {
    const rows = await this.db.query<ReportRow>(
      `select id, case_id as "caseId", reporter_id as "reporterId", guest_locale is not null as "isGuest", guest_name as "guestName", reason, words, created_at as "createdAt"
       from moderation_report where case_id = any($1::uuid[]) order by created_at, id`,
      [caseIds],
    );
    return caseIds.map((id) => rows.filter((row) => row.caseId === id));
  }

  async acts(caseIds: readonly string[]): Promise<readonly (readonly ActRow[])[]> {
    const rows = await this.db.query<ActRow>(
      `select id, case_id as "caseId", act, actor_id as "actorId", reason, note, at from moderation_act where case_id = any($1::uuid[]) order by at, id`,
      [caseIds],
    );
    return caseIds.map((id) => rows.filter((row) => row.caseId === id));
  }

  /** Of the author of each case in its space, without the case itself. */
  async histories(cases: readonly CaseRow[]): Promise<readonly AuthorHistory[]> {
    const rows = await this.db.query<AuthorHistory & { readonly caseId: string }>(
      `select one.id as "caseId", coalesce(w.passed, 0) as passed,
         (select count(*)::int from moderation_case e where e.space_id = one.space_id and e.author_ids[1] = one.author_id and e.id <> one.id and e.decision = 'keep') as kept,
         (select count(*)::int from moderation_case e where e.space_id = one.space_id and e.author_ids[1] = one.author_id and e.id <> one.id and e.decision in ('hide', 'reject')) as removed,
         (select count(*)::int from moderation_measure m where m.space_id = one.space_id and m.account_id = one.author_id) as measures
       from unnest($1::uuid[], $2::uuid[], $3::uuid[]) one(id, space_id, author_id)
       left join moderation_writer w on w.space_id = one.space_id and w.account_id = one.author_id`,
      [cases.map(({ id }) => id), cases.map(({ spaceId }) => spaceId), cases.map(({ authorIds }) => authorIds[0] ?? null)],
    );
    const nothing: AuthorHistory = { passed: 0, kept: 0, removed: 0, measures: 0 };
    return cases.map(({ id }) => rows.find((row) => row.caseId === id) ?? nothing);
  }
}

/** The rule of {@link canHandle} as SQL; takes parameters 1 to 3. */
function handledBy(viewer: Viewer): { readonly sql: string; readonly parameters: readonly unknown[] } {
  const asCoordinator = isCoordinator(viewer) ? [...viewer.readableSpaceIds] : [];
  return {
    sql: `($3::uuid <> all(c.author_ids) and (c.space_id = any($1::uuid[]) or (c.space_id = any($2::uuid[]) and ${NEEDS_COORDINATION})))`,
    parameters: [[...viewer.moderatedSpaceIds], asCoordinator, viewer.accountId],
  };
}

/** Seconds and the case: anything else was not handed out by this list. */
function isPlace([key, id]: CursorKeys): boolean {
  return typeof key === 'string' && /^-?\d{1,12}(\.\d{1,9})?$/.test(key) && typeof id === 'string' && isUuid(id);
}
