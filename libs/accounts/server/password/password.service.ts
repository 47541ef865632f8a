import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '#access/server';
import { Audit, Db, networkOf, programmeSettings, RateLimits, Settings, type GraphqlContext } from '#platform/server';
import { AppError } from '#platform/shared';
import { Account } from '../account/account.entity.js';
import { Accounts } from '../account/accounts.js';
import { coordinatorOf } from '../account/account.policy.js';
import { spellingOf } from '../account/address.policy.js';
import { AccountLinks } from '../link/account-links.js';
import { Sessions } from '../session/sessions.js';
import { hashPassword } from './password.hashing.js';
import { checkPassword } from './password.policy.js';

const RESETS = { name: 'accounts.reset', tries: 60, withinSeconds: 3600 } as const;

/** Forgotten and changed passwords. */
@Injectable()
export class Passwords {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Settings) private readonly settings: Settings,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(RateLimits) private readonly limits: RateLimits,
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(AccountLinks) private readonly links: AccountLinks,
    @Inject(Sessions) private readonly sessions: Sessions,
  ) {}

  /** Does the same for known and unknown addresses: one event, the difference shows in the mailbox alone. */
  async requestReset(address: string, context: GraphqlContext): Promise<void> {
    await this.limits.count(RESETS, `network:${networkOf(context.ip)}`);
    const account = await this.accounts.byAddress(spellingOf(address));
    await this.db.write(context.viewer, async (_tx, emit) =>
      emit({ name: 'PasswordResetRequested', payload: { accountId: account?.id ?? null } }),
    );
  }

  /** Starts what {@link requestReset} does, for somebody else: the link still goes to the owner alone. */
  async startReset(viewer: Viewer, accountId: string): Promise<void> {
    coordinatorOf(viewer);
    await this.db.write(viewer, async (tx, emit) => {
      await this.accounts.locked(tx, accountId);
      await this.audit.record(tx, viewer, { act: 'accounts.resetStarted', subjectKind: 'account', subjectId: accountId });
      emit({ name: 'PasswordResetRequested', payload: { accountId } });
    });
  }

  async reset(code: string, password: string, context: GraphqlContext): Promise<void> {
    await this.links.countGuess(context.ip);
    const passwordHash = await hashPassword(password);
    const programme = await this.settings.get(programmeSettings);
    await this.db.write(context.viewer, async (tx, emit) => {
      const { accountId } = await this.links.redeem(tx, 'reset', code);
      const account = await this.accounts.locked(tx, accountId);
      await this.checkWithin(tx, programme.name, password, account);
      await this.store(tx, accountId, passwordHash);
      await this.sessions.endAll(tx, accountId);
      emit({ name: 'PasswordChanged', payload: { accountId } });
    });
  }

  /** The session that asks stays open, all others end. */
  async change(current: string, next: string, context: GraphqlContext): Promise<void> {
    const account = await this.accounts.own(context.viewer);
    await this.accounts.confirmPassword(account, current, context.ip);
    await this.check(next, account, 'newPassword');
    const passwordHash = await hashPassword(next);
    await this.db.write(context.viewer, async (tx, emit) => {
      await this.accounts.lockedAsProved(tx, account);
      await this.store(tx, account.id, passwordHash);
      await this.sessions.endAll(tx, account.id, context.sessionId);
      emit({ name: 'PasswordChanged', payload: { accountId: account.id } });
    });
  }

  /** @throws {AppError} BAD_USER_INPUT; see password.policy.ts. */
  async check(password: string, owner: Pick<Account, 'address' | 'name'> & { readonly id?: string }, field = 'password'): Promise<void> {
    const programme = await this.settings.get(programmeSettings);
    await this.checkWithin(this.db.manager, programme.name, password, owner, field);
  }

  /** The same within a transaction, whose connection must do: one that waits for a second one may wait for itself. */
  async checkWithin(
    tx: EntityManager,
    programmeName: string,
    password: string,
    owner: Pick<Account, 'address' | 'name'> & { readonly id?: string },
    field = 'password',
  ): Promise<void> {
    const [sheet]: { answers: string[] }[] =
      owner.id === undefined
        ? []
        : await tx.query(
            `select v.answers from sheet_value v join sheet_field f on f.id = v.field_id where f.key = 'municipality' and v.account_id = $1`,
            [owner.id],
          );
    await checkPassword(password, { address: owner.address, name: owner.name, programmeName, municipality: sheet?.answers[0] ?? null }, field);
  }

  /** Whoever was in the account before, perhaps a stranger, keeps no way back: no link and no address that waits. */
  private async store(tx: EntityManager, accountId: string, passwordHash: string): Promise<void> {
    const { affected } = await tx.update(Account, { id: accountId }, { passwordHash, pendingAddress: null });
    if (affected !== 1) throw AppError.notFound();
    await tx.query('update account set password_changed_at = now() where id = $1', [accountId]);
    await this.links.revokeAll(tx, accountId);
  }
}
