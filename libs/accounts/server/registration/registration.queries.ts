import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '#access/server';
import { Db, decodeCursor } from '#platform/server';
import { accountOf, coordinatorOf } from '../account/account.policy.js';
import type { WishedRole } from '../account/accounts.js';
import type { RegistrationStage, RegistrationStepName } from './admission.js';

export interface StepRow {
  readonly id: string;
  readonly at: Date;
  readonly step: RegistrationStepName;
  readonly message: string;
  readonly actorName: string | null;
}

export interface OwnRegistrationRow {
  readonly stage: RegistrationStage;
  readonly wishedRole: WishedRole;
  readonly declinedBecause: string | null;
  readonly steps: readonly StepRow[];
}

/** How a registration ended. */
export type RegistrationOutcome = 'approved' | 'declined';

export interface DecisionRow {
  readonly id: string;
  readonly accountId: string;
  readonly name: string;
  readonly outcome: RegistrationOutcome;
  readonly step: RegistrationStepName;
  readonly message: string;
  readonly at: Date;
  readonly decidedBy: string | null;
}

const APPROVALS: readonly RegistrationStepName[] = ['approved', 'approvedByInvitation', 'approvedByDomain', 'arrived'];
const DECISIONS: Readonly<Record<RegistrationOutcome, readonly RegistrationStepName[]>> = { approved: APPROVALS, declined: ['declined'] };

@Injectable()
export class RegistrationQueries {
  constructor(@Inject(Db) private readonly db: Db) {}

  /** Everything that happened, oldest first, with names: for coordinators. */
  async stepsOf(accountId: string): Promise<readonly StepRow[]> {
    const [steps = []] = await this.stepsOfMany([accountId]);
    return steps;
  }

  /** The same for a page of accounts, in their order, with one statement. */
  async stepsOfMany(accountIds: readonly string[]): Promise<readonly (readonly StepRow[])[]> {
    const rows = await this.db.query<StepRow & { readonly accountId: string }>(
      `select s.id, s.at, s.step, s.message, s.account_id as "accountId", a.name as "actorName"
       from registration_step s left join account a on a.id = s.actor_id and a.deleted_at is null
       where s.account_id = any($1) order by s.at, s.id`,
      [accountIds],
    );
    return accountIds.map((accountId) => rows.filter((row) => row.accountId === accountId).map(({ accountId: _owner, ...step }) => step));
  }

  /** What was decided and still stands, the newest first; up to `first + 1` rows. */
  async decisions(viewer: Viewer, outcome: RegistrationOutcome | null, first: number, after: string | null): Promise<readonly DecisionRow[]> {
    coordinatorOf(viewer);
    const cursor = decodeCursor(after, 2);
    const steps = outcome === null ? Object.values(DECISIONS).flat() : DECISIONS[outcome];
    return this.db.query<DecisionRow>(
      `select s.id, s.account_id as "accountId", a.name, case when s.step = 'declined' then 'declined' else 'approved' end as outcome,
         s.step, s.message, s.at, actor.name as "decidedBy"
       from registration_step s
       join account a on a.id = s.account_id and a.deleted_at is null
       join registration r on r.account_id = s.account_id and r.stage = 'decided'
       left join account actor on actor.id = s.actor_id and actor.deleted_at is null
       where s.step = any($1) and s.step in ('approved', 'approvedByInvitation', 'approvedByDomain', 'arrived', 'declined', 'reopened')
         -- Declined, reopened, approved: only the last word stands in the list, the rest in the history.
         and not exists (
           select from registration_step later where later.account_id = s.account_id and later.step in ('approved', 'declined', 'reopened')
             and (later.at, later.id) > (s.at, s.id))
         and ($2::timestamptz is null or (s.at, s.id) < ($2, $3::uuid))
       order by s.at desc, s.id desc
       limit $4`,
      [steps, cursor?.[0] ?? null, cursor?.[1] ?? null, first + 1],
    );
  }

  /** One's own; who of the coordination decided is not told. */
  async own(viewer: Viewer): Promise<OwnRegistrationRow | null> {
    const accountId = accountOf(viewer);
    const [row] = await this.db.query<{ stage: RegistrationStage; wishedRole: WishedRole; standing: string }>(
      `select r.stage, r.wished_role as "wishedRole", a.standing from registration r join account a on a.id = r.account_id where r.account_id = $1`,
      [accountId],
    );
    if (row === undefined) return null;
    const steps = (await this.stepsOf(accountId)).map((step) => ({ ...step, actorName: null }));
    const declined = row.standing === 'declined' ? steps.findLast((step) => step.step === 'declined') : undefined;
    return { stage: row.stage, wishedRole: row.wishedRole, declinedBecause: declined?.message ?? null, steps };
  }
}
