import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ProgrammeRole } from '#access/server';
import { Audit, CLOCK, type Clock, type Emit } from '#platform/server';
import { uuidv7 } from '#platform/shared';
import { Account } from '../account/account.entity.js';
import { domainOf } from '../account/address.policy.js';
import { Invitations } from '../invitation/invitations.js';
import type { Grant } from './grant.js';

export type RegistrationStage = 'confirming' | 'invited' | 'sheet' | 'waiting' | 'askedBack' | 'decided';

/** `registered` … `reopened`: what the history of a registration knows. */
export type RegistrationStepName =
  | 'registered' | 'imported' | 'confirmed' | 'sheetFinished' | 'askedBack' | 'answered' | 'approved' | 'approvedByInvitation' | 'approvedByDomain'
  | 'arrived' | 'declined' | 'reopened';

/** The one place where an account becomes a member of the programme, whichever way it came. */
@Injectable()
export class Admission {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Invitations) private readonly invitations: Invitations,
  ) {}

  /** Into the queue, or past it with an invitation or from an allowed domain. */
  async addressConfirmed(tx: EntityManager, emit: Emit, account: Account): Promise<void> {
    await tx.update(Account, { id: account.id }, { standing: 'waiting', confirmedAt: this.clock.now() });
    await this.note(tx, account.id, null, 'confirmed');
    const [registration]: { invitation_id: string | null }[] = await tx.query('select invitation_id from registration where account_id = $1', [account.id]);
    const invited = await this.invitations.use(tx, registration?.invitation_id ?? null);
    if (invited !== null) return this.approve(tx, emit, account.id, invited.actorId, 'approvedByInvitation', invited);
    const allowed = await this.invitations.grantOfDomain(tx, domainOf(account.address));
    if (allowed !== null) return this.approve(tx, emit, account.id, allowed.actorId, 'approvedByDomain', allowed);
    await this.moveTo(tx, account.id, account.sheetFinishedAt === null ? 'sheet' : 'waiting');
    emit({ name: 'AddressConfirmed', payload: { accountId: account.id } });
  }

  /** Imported people were approved before they came, by whoever ran the import. */
  async arrived(tx: EntityManager, emit: Emit, account: Account): Promise<void> {
    const [granted]: { granted_roles: ProgrammeRole[]; granted_space_ids: string[]; granted_by: string | null }[] = await tx.query(
      'select granted_roles, granted_space_ids, granted_by from registration where account_id = $1',
      [account.id],
    );
    await tx.update(Account, { id: account.id }, { confirmedAt: this.clock.now() });
    await this.approve(tx, emit, account.id, granted?.granted_by ?? null, 'arrived', {
      programmeRoles: granted?.granted_roles ?? [],
      spaceIds: granted?.granted_space_ids ?? [],
    });
  }

  /** @param actorId who answers for it: the coordinator who decided, invited, allowed the domain or ran the import; null where nobody is known any more. */
  async approve(
    tx: EntityManager,
    emit: Emit,
    accountId: string,
    actorId: string | null,
    step: RegistrationStepName,
    grant: Grant,
    message = '',
  ): Promise<void> {
    await tx.update(Account, { id: accountId }, { standing: 'approved', approvedAt: this.clock.now(), programmeRoles: [...grant.programmeRoles] });
    await this.moveTo(tx, accountId, 'decided');
    await this.note(tx, accountId, actorId, step, message);
    await this.audit.record(tx, { accountId: actorId }, { act: 'accounts.approved', subjectKind: 'account', subjectId: accountId, details: { way: step } });
    // The spaces domain listens and admits; whoever may enter which space is its business.
    emit({ name: 'AccountApproved', payload: { accountId, spaceIds: [...grant.spaceIds], actorId } });
    emit({ name: 'AccountChanged', payload: { accountId } });
  }

  async moveTo(tx: EntityManager, accountId: string, stage: RegistrationStage): Promise<void> {
    await tx.query('update registration set stage = $2, stage_at = $3 where account_id = $1', [accountId, stage, this.clock.now()]);
  }

  async note(tx: EntityManager, accountId: string, actorId: string | null, step: RegistrationStepName, message = ''): Promise<void> {
    await tx.query('insert into registration_step (id, account_id, at, actor_id, step, message) values ($1, $2, $3, $4, $5, $6)', [
      uuidv7(),
      accountId,
      this.clock.now(),
      actorId,
      step,
      message,
    ]);
  }
}
