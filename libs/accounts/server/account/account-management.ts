import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ProgrammeRole, SiteRole, Viewer } from '#access/server';
import { Audit, CLOCK, Db, type Clock } from '#platform/server';
import { AppError } from '#platform/shared';
import { Sessions } from '../session/sessions.js';
import { Account } from './account.entity.js';
import { accountOf, coordinatorOf } from './account.policy.js';
import { Accounts, rolesOf, type WishedRole } from './accounts.js';

/** Roles and blocks. Everything here is a deliberate act and on record. */
@Injectable()
export class AccountManagement {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(Sessions) private readonly sessions: Sessions,
  ) {}

  /** @throws {AppError} CONFLICT where nobody would be left to run the programme. */
  async setSiteRoles(viewer: Viewer, accountId: string, siteRoles: readonly SiteRole[]): Promise<void> {
    coordinatorOf(viewer);
    await this.db.write(viewer, async (tx, emit) => {
      // Locked together: two who take the role from each other at one moment leave one.
      const coordinators: { id: string }[] = await tx.query(
        `select id from account where 'coordinator' = any(site_roles) and standing = 'approved' and deleted_at is null
           and (suspended_until is null or suspended_until <= $1) order by id for update`,
        [this.clock.now()],
      );
      const account = await this.accounts.locked(tx, accountId);
      if (account.standing !== 'approved') throw AppError.conflict('account.notApproved');
      if (!siteRoles.includes('coordinator') && coordinators.every((other) => other.id === accountId)) throw AppError.conflict('account.lastCoordinator');
      await tx.update(Account, { id: accountId }, { siteRoles: [...new Set(siteRoles)] });
      await this.record(tx, viewer, accountId, 'accounts.siteRolesSet', { roles: siteRoles.join(' ') });
      emit({ name: 'AccountChanged', payload: { accountId } });
    });
  }

  async setProgrammeRoles(viewer: Viewer, accountId: string, programmeRoles: readonly ProgrammeRole[]): Promise<void> {
    coordinatorOf(viewer);
    await this.db.write(viewer, async (tx, emit) => {
      await this.accounts.locked(tx, accountId);
      await this.storeRoles(tx, viewer, accountId, programmeRoles);
      await tx.query('delete from role_request where account_id = $1', [accountId]);
      emit({ name: 'AccountChanged', payload: { accountId } });
    });
  }

  /** Ends every session at once. @param until null for a block without an end. */
  async suspend(viewer: Viewer, accountId: string, reason: string, until: Date | null): Promise<void> {
    const actorId = coordinatorOf(viewer);
    if (actorId === accountId) throw AppError.forbidden('account.notYourself');
    if (until !== null && until <= this.clock.now()) throw AppError.badInput('until', 'account.endInPast');
    await this.db.write(viewer, async (tx, emit) => {
      const coordinators: { id: string }[] = await tx.query(
        `select id from account where 'coordinator' = any(site_roles) and standing = 'approved' and deleted_at is null
           and (suspended_until is null or suspended_until <= $1) order by id for update`,
        [this.clock.now()],
      );
      // The one who blocks may have been blocked a moment ago by the one to be blocked.
      if (!coordinators.some((one) => one.id === actorId)) throw AppError.forbidden('account.coordinatorsOnly');
      await this.accounts.locked(tx, accountId);
      await tx.query(`update account set suspended_until = coalesce($2::timestamptz, 'infinity'), suspended_reason = $3, updated_at = now() where id = $1`, [accountId, until, reason]);
      await this.sessions.endAll(tx, accountId);
      await this.record(tx, viewer, accountId, 'accounts.suspended', { until: until?.toISOString() ?? null });
      emit({ name: 'AccountSuspended', payload: { accountId } });
      emit({ name: 'AccountChanged', payload: { accountId } });
    });
  }

  async reactivate(viewer: Viewer, accountId: string): Promise<void> {
    coordinatorOf(viewer);
    await this.db.write(viewer, async (tx, emit) => {
      const account = await this.accounts.locked(tx, accountId);
      if (account.suspendedUntil === null) return;
      await tx.update(Account, { id: accountId }, { suspendedUntil: null, suspendedReason: null });
      await this.record(tx, viewer, accountId, 'accounts.reactivated');
      emit({ name: 'AccountReactivated', payload: { accountId } });
      emit({ name: 'AccountChanged', payload: { accountId } });
    });
  }

  /** One click of a member; asking again replaces the wish. */
  async requestRole(viewer: Viewer, wishedRole: WishedRole): Promise<void> {
    const accountId = accountOf(viewer);
    if (viewer.standing !== 'approved') throw AppError.forbidden('account.membersOnly');
    await this.db.write(viewer, async (tx, emit) => {
      const wished = rolesOf(wishedRole);
      if (wished.length === viewer.programmeRoles.size && wished.every((role) => viewer.programmeRoles.has(role))) {
        await tx.query('delete from role_request where account_id = $1', [accountId]);
        return;
      }
      await tx.query(
        `insert into role_request (account_id, wished_role, requested_at) values ($1, $2, $3)
         on conflict (account_id) do update set wished_role = excluded.wished_role`,
        [accountId, wishedRole, this.clock.now()],
      );
      emit({ name: 'RoleChangeRequested', payload: { accountId } });
    });
  }

  /** @throws {AppError} CONFLICT where somebody was faster or the wish was withdrawn. */
  async decideRoleRequest(viewer: Viewer, accountId: string, isGranted: boolean): Promise<void> {
    coordinatorOf(viewer);
    await this.db.write(viewer, async (tx, emit) => {
      await this.accounts.locked(tx, accountId);
      const [rows]: [{ wished_role: WishedRole }[], number] = await tx.query('delete from role_request where account_id = $1 returning wished_role', [accountId]);
      const wish = rows[0];
      if (wish === undefined) throw AppError.conflict('account.roleRequestGone');
      if (isGranted) await this.storeRoles(tx, viewer, accountId, rolesOf(wish.wished_role));
      else await this.record(tx, viewer, accountId, 'accounts.roleRequestDeclined', { wish: wish.wished_role });
      emit({ name: 'RoleChangeDecided', payload: { accountId, isGranted } });
      emit({ name: 'AccountChanged', payload: { accountId } });
    });
  }

  private async storeRoles(tx: EntityManager, viewer: Viewer, accountId: string, programmeRoles: readonly ProgrammeRole[]): Promise<void> {
    await tx.update(Account, { id: accountId }, { programmeRoles: [...new Set(programmeRoles)] });
    await this.record(tx, viewer, accountId, 'accounts.programmeRolesSet', { roles: programmeRoles.join(' ') });
  }

  private async record(
    tx: EntityManager,
    viewer: Viewer,
    accountId: string,
    act: string,
    details: Readonly<Record<string, string | null>> = {},
  ): Promise<void> {
    await this.audit.record(tx, viewer, { act, subjectKind: 'account', subjectId: accountId, details });
  }
}
