import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '#access/server';
import { Audit, Db } from '#platform/server';
import { AppError } from '#platform/shared';
import { Account } from '../account/account.entity.js';
import { accountOf, coordinatorOf } from '../account/account.policy.js';
import { Accounts } from '../account/accounts.js';
import { Admission, type RegistrationStage } from './admission.js';
import type { Grant } from './grant.js';

/** What coordinators do with the queue. Each locks the account first, so that two at once end in one decision. */
@Injectable()
export class Decisions {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(Admission) private readonly admission: Admission,
  ) {}

  async approve(viewer: Viewer, accountId: string, grant: Grant, message: string): Promise<void> {
    const actorId = coordinatorOf(viewer);
    await this.db.write(viewer, async (tx, emit) => {
      await this.lockedOpen(tx, accountId, ['sheet', 'waiting', 'askedBack']);
      await this.admission.approve(tx, emit, accountId, actorId, 'approved', grant, message);
    });
  }

  async askBack(viewer: Viewer, accountId: string, message: string): Promise<void> {
    const actorId = coordinatorOf(viewer);
    await this.db.write(viewer, async (tx, emit) => {
      await this.lockedOpen(tx, accountId, ['sheet', 'waiting']);
      await this.admission.moveTo(tx, accountId, 'askedBack');
      await this.admission.note(tx, accountId, actorId, 'askedBack', message);
      emit({ name: 'RegistrationAskedBack', payload: { accountId } });
    });
  }

  /** The applicant's words to what was asked; they go back into the queue. */
  async answer(viewer: Viewer, message: string): Promise<void> {
    const accountId = accountOf(viewer);
    await this.db.write(viewer, async (tx, emit) => {
      await this.lockedOpen(tx, accountId, ['askedBack']);
      await this.admission.moveTo(tx, accountId, 'waiting');
      await this.admission.note(tx, accountId, accountId, 'answered', message);
      emit({ name: 'RegistrationAnswered', payload: { accountId } });
    });
  }

  async decline(viewer: Viewer, accountId: string, reason: string): Promise<void> {
    const actorId = coordinatorOf(viewer);
    await this.db.write(viewer, async (tx, emit) => {
      await this.lockedOpen(tx, accountId, ['sheet', 'waiting', 'askedBack']);
      await tx.update(Account, { id: accountId }, { standing: 'declined' });
      await this.admission.moveTo(tx, accountId, 'decided');
      await this.admission.note(tx, accountId, actorId, 'declined', reason);
      await this.audit.record(tx, viewer, { act: 'accounts.declined', subjectKind: 'account', subjectId: accountId });
      emit({ name: 'RegistrationDeclined', payload: { accountId } });
    });
  }

  /** A declined registration comes back into the queue. */
  async reopen(viewer: Viewer, accountId: string): Promise<void> {
    const actorId = coordinatorOf(viewer);
    await this.db.write(viewer, async (tx) => {
      const account = await this.accounts.locked(tx, accountId);
      if (account.standing !== 'declined') throw AppError.conflict('registration.notDeclined');
      await tx.update(Account, { id: accountId }, { standing: 'waiting' });
      await this.admission.moveTo(tx, accountId, 'waiting');
      await this.admission.note(tx, accountId, actorId, 'reopened');
      await this.audit.record(tx, viewer, { act: 'accounts.reopened', subjectKind: 'account', subjectId: accountId });
    });
  }

  /** @throws {AppError} CONFLICT with who did what, where somebody was faster. */
  private async lockedOpen(tx: EntityManager, accountId: string, open: readonly RegistrationStage[]): Promise<void> {
    const account = await this.accounts.locked(tx, accountId);
    const [registration]: { stage: RegistrationStage }[] = await tx.query('select stage from registration where account_id = $1', [accountId]);
    if (registration === undefined || registration.stage === 'confirming' || registration.stage === 'invited') throw AppError.notFound();
    if (account.standing === 'waiting' && open.includes(registration.stage)) return;
    const [last]: { step: string; name: string | null }[] = await tx.query(
      `select s.step, a.name from registration_step s left join account a on a.id = s.actor_id and a.deleted_at is null where s.account_id = $1 order by s.at desc, s.id desc limit 1`,
      [accountId],
    );
    throw AppError.conflict('registration.alreadyDone', { step: last?.step ?? registration.stage, who: last?.name ?? '' });
  }
}
