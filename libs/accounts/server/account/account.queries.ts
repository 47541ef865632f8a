import { Inject, Injectable } from '@nestjs/common';
import type { ProgrammeRole, SiteRole, Viewer } from '#access/server';
import { CLOCK, Db, decodeCursor, type Clock } from '#platform/server';
import type { RegistrationStage } from '../registration/admission.js';
import type { AccountStanding } from './account.entity.js';
import { coordinatorOf } from './account.policy.js';
import type { WishedRole } from './accounts.js';

/** An account as coordinators see it; never with a password, a session or a link. */
export interface ManagedAccountRow {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly standing: AccountStanding;
  readonly siteRoles: readonly SiteRole[];
  readonly programmeRoles: readonly ProgrammeRole[];
  readonly createdAt: Date;
  readonly approvedAt: Date | null;
  readonly suspendedUntil: Date | number | null;
  readonly suspendedReason: string | null;
  readonly sheetFinishedAt: Date | null;
  readonly lastSeenAt: Date | null;
  readonly stage: RegistrationStage | null;
  readonly stageAt: Date | null;
  readonly wishedRole: WishedRole | null;
  readonly requestedRole: WishedRole | null;
  readonly consentWithdrawnAt: Date | null;
}

export interface AccountFilter {
  readonly text?: string | null;
  readonly standing?: AccountStanding | null;
  readonly programmeRole?: ProgrammeRole | null;
  readonly isCoordinator?: boolean | null;
  readonly isSuspended?: boolean | null;
  readonly wantsRoleChange?: boolean | null;
  readonly hasWithdrawnConsent?: boolean | null;
}

const COLUMNS = `a.id, a.name, a.address, a.standing, a.site_roles as "siteRoles", a.programme_roles as "programmeRoles", a.created_at as "createdAt",
  a.approved_at as "approvedAt", a.suspended_until as "suspendedUntil", a.suspended_reason as "suspendedReason", a.sheet_finished_at as "sheetFinishedAt",
  (select max(s.last_seen_at) from session s where s.account_id = a.id) as "lastSeenAt",
  r.stage, r.stage_at as "stageAt", r.wished_role as "wishedRole", q.wished_role as "requestedRole", w.at as "consentWithdrawnAt"`;
const FROM = `account a left join registration r on r.account_id = a.id left join role_request q on q.account_id = a.id
  left join lateral (
    select max(c.withdrawn_at) as at from consent c where c.account_id = a.id and c.withdrawn_at is not null
      and not exists (select from consent newer where newer.account_id = c.account_id and newer.kind = c.kind and newer.withdrawn_at is null)
  ) w on true`;

/** What coordinators read: the list of accounts and the queue of registrations. */
@Injectable()
export class AccountQueries {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async one(viewer: Viewer, id: string): Promise<ManagedAccountRow | null> {
    coordinatorOf(viewer);
    const [row] = await this.db.query<ManagedAccountRow>(`select ${COLUMNS} from ${FROM} where a.id = $1 and a.deleted_at is null`, [id]);
    return row ?? null;
  }

  /** By name; up to `first + 1` rows. */
  async list(viewer: Viewer, filter: AccountFilter, first: number, after: string | null): Promise<readonly ManagedAccountRow[]> {
    coordinatorOf(viewer);
    const cursor = decodeCursor(after, 2);
    return this.db.query<ManagedAccountRow>(
      `select ${COLUMNS} from ${FROM}
       where a.deleted_at is null
         and ($1::text is null or strpos(lower(a.name), lower($1)) > 0 or strpos(a.address, lower($1)) > 0)
         and ($2::text is null or a.standing = $2)
         and ($3::text is null or $3 = any(a.programme_roles))
         and ($4::boolean is null or ('coordinator' = any(a.site_roles)) = $4)
         and ($5::boolean is null or coalesce(a.suspended_until > $6, false) = $5)
         and ($7::boolean is null or (q.account_id is not null) = $7)
         and ($11::boolean is null or (w.at is not null) = $11)
         and ($8::text is null or (a.name collate "de-x-icu", a.id) > ($8 collate "de-x-icu", $9::uuid))
       order by a.name collate "de-x-icu", a.id
       limit $10`,
      [
        filter.text ?? null,
        filter.standing ?? null,
        filter.programmeRole ?? null,
        filter.isCoordinator ?? null,
        filter.isSuspended ?? null,
        this.clock.now(),
        filter.wantsRoleChange ?? null,
        cursor?.[0] ?? null,
        cursor?.[1] ?? null,
        first + 1,
        filter.hasWithdrawnConsent ?? null,
      ],
    );
  }

  /** The queue, whoever has waited longest first. */
  async queue(viewer: Viewer, stages: readonly RegistrationStage[], first: number, after: string | null): Promise<readonly ManagedAccountRow[]> {
    coordinatorOf(viewer);
    const cursor = decodeCursor(after, 2);
    return this.db.query<ManagedAccountRow>(
      `select ${COLUMNS} from ${FROM}
       where a.deleted_at is null and a.standing = 'waiting' and r.stage = any($1)
         and ($2::timestamptz is null or (r.stage_at, a.id) > ($2, $3::uuid))
       order by r.stage_at, a.id
       limit $4`,
      [stages, cursor?.[0] ?? null, cursor?.[1] ?? null, first + 1],
    );
  }

  /** How many wait for a coordinator now. */
  async waitingCount(viewer: Viewer): Promise<number> {
    coordinatorOf(viewer);
    const [row] = await this.db.query<{ count: number }>(
      `select count(*)::int as count from registration r join account a on a.id = r.account_id
       where r.stage = 'waiting' and a.standing = 'waiting' and a.deleted_at is null`,
    );
    return row?.count ?? 0;
  }
}
