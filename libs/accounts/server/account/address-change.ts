import { Inject, Injectable } from '@nestjs/common';
import { Db, RateLimits, type GraphqlContext } from '#platform/server';
import { AppError } from '#platform/shared';
import { AccountLinks } from '../link/account-links.js';
import { Account } from './account.entity.js';
import { accountOf } from './account.policy.js';
import { Accounts } from './accounts.js';
import { canonicalAddress } from './address.policy.js';

const CHANGES = { name: 'accounts.addressChange', tries: 5, withinSeconds: 3600 } as const;

/** A new mail address: asked for with the password, true once its owner has pressed the button in the mail. */
@Injectable()
export class AddressChange {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(RateLimits) private readonly limits: RateLimits,
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(AccountLinks) private readonly links: AccountLinks,
  ) {}

  /** Answers alike whether or not the new address belongs to somebody: the owner of that address learns it by mail. */
  async request(address: string, currentPassword: string, context: GraphqlContext): Promise<Account> {
    const account = await this.accounts.own(context.viewer);
    await this.limits.count(CHANGES, `account:${account.id}`);
    await this.accounts.confirmPassword(account, currentPassword, context.ip);
    const next = canonicalAddress(address);
    if (next === account.address) throw AppError.badInput('address', 'account.sameAddress');
    await this.db.write(context.viewer, async (tx, emit) => {
      await this.accounts.lockedAsProved(tx, account);
      await tx.update(Account, { id: account.id }, { pendingAddress: next });
      await this.links.revoke(tx, account.id, 'changeAddress');
      emit({ name: 'AddressChangeRequested', payload: { accountId: account.id } });
    });
    return { ...account, pendingAddress: next };
  }

  async withdraw(context: GraphqlContext): Promise<Account> {
    const id = accountOf(context.viewer);
    await this.db.write(context.viewer, async (tx) => {
      await tx.update(Account, { id }, { pendingAddress: null });
      await this.links.revoke(tx, id, 'changeAddress');
    });
    return this.accounts.own(context.viewer);
  }

  /** Proves the address that the link was mailed to and no other. Links that were mailed to the old address die. */
  async confirm(code: string, context: GraphqlContext): Promise<void> {
    await this.links.countGuess(context.ip);
    await this.db.write(context.viewer, async (tx, emit) => {
      const { accountId, address } = await this.links.redeem(tx, 'changeAddress', code);
      const account = await this.accounts.locked(tx, accountId);
      const next = account.pendingAddress;
      if (next === null || next !== address || (await tx.existsBy(Account, { address: next }))) throw AppError.badInput('code', 'account.linkInvalid');
      await tx.update(Account, { id: accountId }, { address: next, pendingAddress: null });
      await this.links.revoke(tx, accountId, 'reset', 'confirm', 'welcome');
      emit({ name: 'AddressChanged', payload: { accountId } });
    });
  }
}
