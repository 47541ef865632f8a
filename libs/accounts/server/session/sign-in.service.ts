import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, CONFIG, Db, type Clock, type Config, type GraphqlContext } from '#platform/server';
import { AppError } from '#platform/shared';
import type { Account } from '../account/account.entity.js';
import { Accounts } from '../account/accounts.js';
import { isSuspended } from '../account/account.policy.js';
import { spellingOf } from '../account/address.policy.js';
import { Leaving } from '../leaving/leaving.service.js';
import { isPassword } from '../password/password.hashing.js';
import { deviceOf } from './device.js';
import { clearSessionCookie, setSessionCookie } from './session.cookie.js';
import { Sessions } from './sessions.js';
import { SignInLimits } from './sign-in.limits.js';

/** In and out. */
@Injectable()
export class SignIn {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Db) private readonly db: Db,
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(SignInLimits) private readonly limits: SignInLimits,
    @Inject(Leaving) private readonly leaving: Leaving,
  ) {}

  /**
   * Checks address and password and opens a session in the answer's cookie.
   * @throws {AppError} the same `account.signInFailed` for an unknown address and a wrong password, after the same work;
   *   whoever has the right password is told what keeps the account out.
   */
  async signIn(typed: string, password: string, context: GraphqlContext, keepsAccount = false): Promise<Account> {
    const address = spellingOf(typed);
    await this.limits.count(address, context.ip);
    const account = await this.accounts.byAddress(address);
    const matches = await isPassword(account?.passwordHash ?? null, password);
    if (account === null || !matches) throw new AppError('BAD_USER_INPUT', 'account.signInFailed');
    await this.limits.forget(address, context.ip);
    if (account.deletedAt !== null) {
      if (!keepsAccount) throw this.leaving.refusal(account);
      await this.leaving.keep(context.viewer, account.id);
    }
    if (account.standing === 'unconfirmed') {
      await this.db.write(context.viewer, async (_tx, emit) => emit({ name: 'ConfirmationWanted', payload: { accountId: account.id } }));
      throw AppError.forbidden('account.unconfirmed');
    }
    if (isSuspended(account, this.clock.now())) throw AppError.forbidden('account.suspended');
    await this.open(account.id, context);
    return account;
  }

  /** A new session with an identifier of its own; one that the browser brought along ends. */
  async open(accountId: string, context: GraphqlContext): Promise<void> {
    const device = deviceOf(context.request.headers['user-agent']);
    const token = await this.db.write(context.viewer, async (tx) => {
      if (context.sessionId !== null && context.viewer.accountId !== null) {
        await this.sessions.end(tx, context.viewer.accountId, context.sessionId);
      }
      return this.sessions.begin(tx, accountId, device);
    });
    setSessionCookie(context.reply, this.config, token);
  }

  async signOut(context: GraphqlContext): Promise<void> {
    const { viewer, sessionId } = context;
    if (viewer.accountId !== null && sessionId !== null) {
      const accountId = viewer.accountId;
      await this.db.write(viewer, async (tx) => this.sessions.end(tx, accountId, sessionId));
    }
    clearSessionCookie(context.reply, this.config);
  }
}
