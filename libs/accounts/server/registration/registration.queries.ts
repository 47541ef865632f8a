import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '#access/server';
import { Db } from '#platform/server';
import { accountOf } from '../account/account.policy.js';
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
       from registration_step s left join account a on a.id = s.actor_id
       where s.account_id = any($1) order by s.at, s.id`,
      [accountIds],
    );
    return accountIds.map((accountId) => rows.filter((row) => row.accountId === accountId).map(({ accountId: _owner, ...step }) => step));
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
