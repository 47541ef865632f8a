import { Inject, Injectable } from '@nestjs/common';
import { IsNull, Not, type EntityManager } from 'typeorm';
import type { ProgrammeRole, Viewer } from '#access/server';
import { Db, type MailRecipient } from '#platform/server';
import { AppError } from '#platform/shared';
import { isPassword } from '../password/password.hashing.js';
import { SignInLimits } from '../session/sign-in.limits.js';
import { Account } from './account.entity.js';
import { accountOf } from './account.policy.js';

/** What one wishes to be in the programme. */
export type WishedRole = 'mentor' | 'mentee' | 'both' | 'neither';

export function rolesOf(wish: WishedRole): readonly ProgrammeRole[] {
  if (wish === 'both') return ['mentor', 'mentee'];
  return wish === 'neither' ? [] : [wish];
}

/** Reads of accounts within this domain; no viewer's rule, so nothing from here goes out as it is. */
@Injectable()
export class Accounts {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(SignInLimits) private readonly limits: SignInLimits,
  ) {}

  /** Also one on its way out: its address is taken until nothing is left of it. */
  async byAddress(address: string): Promise<Account | null> {
    return this.db.manager.findOneBy(Account, { address, erasedAt: IsNull() });
  }

  /** An account on its way out, which no other reader finds. */
  async leaving(id: string): Promise<Account | null> {
    return this.db.manager.findOneBy(Account, { id, deletedAt: Not(IsNull()), erasedAt: IsNull() });
  }

  async byId(id: string): Promise<Account | null> {
    return this.db.manager.findOneBy(Account, { id, deletedAt: IsNull() });
  }

  /** Whoever asks, as an account. */
  async own(viewer: Viewer): Promise<Account> {
    const account = await this.byId(accountOf(viewer));
    if (account === null) throw AppError.unauthenticated();
    return account;
  }

  /** Row locked until the transaction ends, so that decisions come one after the other. @throws {AppError} NOT_FOUND. */
  async locked(tx: EntityManager, id: string): Promise<Account> {
    const account = await tx.findOne(Account, { where: { id, deletedAt: IsNull() }, lock: { mode: 'pessimistic_write' } });
    if (account === null) throw AppError.notFound();
    return account;
  }

  /** Locked, and refused where the password that was just proved has been replaced meanwhile. */
  async lockedAsProved(tx: EntityManager, proved: Account): Promise<Account> {
    const account = await this.locked(tx, proved.id);
    if (account.passwordHash !== proved.passwordHash) throw AppError.badInput('currentPassword', 'account.wrongPassword');
    return account;
  }

  /** Before anything that would let a stranger at an open screen take the account over. */
  async confirmPassword(account: Account, password: string, ip: string, field = 'currentPassword', reason = 'account.wrongPassword'): Promise<void> {
    await this.limits.count(account.address, ip);
    if (!(await isPassword(account.passwordHash, password))) throw AppError.badInput(field, reason);
    await this.limits.forget(account.address, ip);
  }
}

export function recipientOf(account: Account): MailRecipient {
  return { name: account.name, address: account.address, locale: account.locale };
}
