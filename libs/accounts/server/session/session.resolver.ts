import { Inject } from '@nestjs/common';
import { Args, Context, Extensions, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Viewer } from '#access/server';
import { CurrentViewer, Db, IdArg, NEVER_LIMITED, type GraphqlContext } from '#platform/server';
import { AppError } from '#platform/shared';
import type { Account } from '../account/account.entity.js';
import { AddressChange } from '../account/address-change.js';
import { accountOf } from '../account/account.policy.js';
import {
  ChangeAddressInput,
  ChangePasswordInput,
  LinkCodeInput,
  RequestPasswordResetInput,
  ResetPasswordInput,
  SignInInput,
} from '../account/own-account.inputs.js';
import { OwnAccountType, OwnSessionType } from '../account/own-account.type.js';
import { Passwords } from '../password/password.service.js';
import { Sessions } from './sessions.js';
import { SignIn } from './sign-in.service.js';

const INPUT = { description: 'What the step needs; wrong fields come back together in `extensions.fields`.' };

@Resolver()
export class SessionResolver {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(SignIn) private readonly signIns: SignIn,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(Passwords) private readonly passwords: Passwords,
    @Inject(AddressChange) private readonly addresses: AddressChange,
  ) {}

  @Mutation(() => OwnAccountType, {
    description:
      'Signs in; the session is in the cookie of the answer. BAD_USER_INPUT `account.signInFailed` for an unknown address and a wrong password alike; with the right password FORBIDDEN `account.unconfirmed` (the mail is sent again), `account.suspended`, and `account.leaving` for an account that is being deleted (params.finalAt says until when `keepsAccount` takes that back); RATE_LIMITED after many tries for an account or from a network.',
  })
  async signIn(@Args('input', INPUT) input: SignInInput, @Context() context: GraphqlContext): Promise<Account> {
    return this.signIns.signIn(input.address, input.password, context, input.keepsAccount === true);
  }

  @Mutation(() => Boolean, { description: 'Ends this session. True, also for guests; never refused.' })
  @Extensions(NEVER_LIMITED)
  async signOut(@Context() context: GraphqlContext): Promise<boolean> {
    await this.signIns.signOut(context);
    return true;
  }

  @Query(() => [OwnSessionType], { description: 'Where one is signed in, the latest visit first. UNAUTHENTICATED for guests.' })
  async mySessions(@CurrentViewer() viewer: Viewer, @Context() context: GraphqlContext): Promise<readonly OwnSessionType[]> {
    return this.sessions.list(accountOf(viewer), context.sessionId);
  }

  @Mutation(() => [OwnSessionType], { description: 'Ends one of one\'s own sessions; what is left comes back. UNAUTHENTICATED for guests; NOT_FOUND for a session that is not one\'s own or has ended.' })
  @Extensions(NEVER_LIMITED)
  async endSession(@CurrentViewer() viewer: Viewer, @IdArg('id', 'Id of the session, from `mySessions`.') id: string, @Context() context: GraphqlContext): Promise<readonly OwnSessionType[]> {
    const accountId = accountOf(viewer);
    if (!(await this.sessions.list(accountId, null)).some((session) => session.id === id)) throw AppError.notFound();
    await this.db.write(viewer, async (tx) => this.sessions.end(tx, accountId, id));
    return this.sessions.list(accountId, context.sessionId);
  }

  @Mutation(() => [OwnSessionType], { description: 'Ends all of one\'s own sessions but this one, which comes back. UNAUTHENTICATED for guests.' })
  @Extensions(NEVER_LIMITED)
  async endOtherSessions(@CurrentViewer() viewer: Viewer, @Context() context: GraphqlContext): Promise<readonly OwnSessionType[]> {
    const accountId = accountOf(viewer);
    await this.db.write(viewer, async (tx) => this.sessions.endAll(tx, accountId, context.sessionId));
    return this.sessions.list(accountId, context.sessionId);
  }

  @Mutation(() => Boolean, { description: 'Sends a link for a new password, if the address has an account. True in any case; RATE_LIMITED where a network asks too often.' })
  async requestPasswordReset(@Args('input', INPUT) input: RequestPasswordResetInput, @Context() context: GraphqlContext): Promise<boolean> {
    await this.passwords.requestReset(input.address, context);
    return true;
  }

  @Mutation(() => Boolean, { description: 'Sets a new password by link and ends all sessions. `account.linkInvalid` at `code` for a link that is used, replaced, older than an hour or unknown; `tooShort`, `tooLong`, `account.passwordCommon` or `account.passwordPersonal` at `password`; RATE_LIMITED after many tries.' })
  async resetPassword(@Args('input', INPUT) input: ResetPasswordInput, @Context() context: GraphqlContext): Promise<boolean> {
    await this.passwords.reset(input.code, input.password, context);
    return true;
  }

  @Mutation(() => Boolean, { description: 'Changes the password; all other sessions end. UNAUTHENTICATED for guests; `account.wrongPassword` at `currentPassword`; `tooShort`, `tooLong`, `account.passwordCommon` or `account.passwordPersonal` at `newPassword`; RATE_LIMITED after many tries.' })
  @Extensions(NEVER_LIMITED)
  async changePassword(@Args('input', INPUT) input: ChangePasswordInput, @Context() context: GraphqlContext): Promise<boolean> {
    await this.passwords.change(input.currentPassword, input.newPassword, context);
    return true;
  }

  @Mutation(() => OwnAccountType, { description: 'Asks for another address; a link goes to the new one, a notice to the old one. The answer is the same where the new one belongs to somebody. UNAUTHENTICATED for guests; `account.wrongPassword` at `currentPassword`; `account.sameAddress` or `badAddress` at `address`; RATE_LIMITED after 5 within an hour.' })
  async changeAddress(@Args('input', INPUT) input: ChangeAddressInput, @Context() context: GraphqlContext): Promise<Account> {
    return this.addresses.request(input.address, input.currentPassword, context);
  }

  @Mutation(() => OwnAccountType, { description: 'Withdraws a change of address that is not confirmed yet; without one nothing happens. UNAUTHENTICATED for guests.' })
  @Extensions(NEVER_LIMITED)
  async withdrawAddressChange(@Context() context: GraphqlContext): Promise<Account> {
    return this.addresses.withdraw(context);
  }

  @Mutation(() => Boolean, { description: 'Confirms a new address by the link sent to it; no sign-in is needed. `account.linkInvalid` at `code` otherwise, also where the address belongs to somebody by now; RATE_LIMITED after many tries.' })
  async confirmAddressChange(@Args('input', INPUT) input: LinkCodeInput, @Context() context: GraphqlContext): Promise<boolean> {
    await this.addresses.confirm(input.code, context);
    return true;
  }
}
