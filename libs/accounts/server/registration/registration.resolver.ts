import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Viewer } from '#access/server';
import { CurrentViewer, pageOf, type GraphqlContext, type Page } from '#platform/server';
import { AppError } from '#platform/shared';
import type { Account } from '../account/account.entity.js';
import { AccountQueries, type ManagedAccountRow } from '../account/account.queries.js';
import { Accounts } from '../account/accounts.js';
import { AccountIdInput } from '../account/managed-account.inputs.js';
import { ManagedAccountType } from '../account/managed-account.type.js';
import { OwnAccountType } from '../account/own-account.type.js';
import { SignIn } from '../session/sign-in.service.js';
import { Decisions } from './decisions.js';
import { AcceptWelcomeInput, AnswerQuestionInput, ApproveRegistrationInput, AskBackInput, ConfirmRegistrationInput, DeclineRegistrationInput, RegisterInput, RegistrationDecisionsArgs } from './registration.inputs.js';
import { RegistrationQueries, type DecisionRow } from './registration.queries.js';
import { Registrations } from './registration.service.js';
import { OwnRegistrationType, RegistrationDecisionConnection } from './registration.type.js';

const INPUT = { description: 'What the step needs; wrong fields come back together in `extensions.fields`.' };
const RACE =
  'CONFLICT `registration.alreadyDone` (params step, who) where somebody was faster. Coordinators only: UNAUTHENTICATED for guests; FORBIDDEN `account.coordinatorsOnly`; NOT_FOUND for a registration that has not come this far.';

@Resolver()
export class RegistrationResolver {
  constructor(
    @Inject(Registrations) private readonly registrations: Registrations,
    @Inject(RegistrationQueries) private readonly queries: RegistrationQueries,
    @Inject(Decisions) private readonly decisions: Decisions,
    @Inject(SignIn) private readonly signIns: SignIn,
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(AccountQueries) private readonly managed: AccountQueries,
  ) {}

  @Mutation(() => Boolean, { description: 'Step one: registers and sends a confirmation mail. True also for an address that has an account; its owner learns that by mail. `account.consentNeeded` at `acceptsRules` or `acceptsPrivacy`; `account.nameReserved` or `account.nameNeedsLetters` at `name`; `badAddress` at `address`; `tooShort`, `tooLong`, `account.passwordCommon` or `account.passwordPersonal` at `password`; RATE_LIMITED after 120 registrations of a network within an hour.' })
  async register(@Args('input', INPUT) input: RegisterInput, @Context() context: GraphqlContext): Promise<boolean> {
    await this.registrations.register(input, context);
    return true;
  }

  @Mutation(() => Boolean, { description: 'Confirms the address by the link of the mail and the password chosen with the registration; signing in is the next step. `account.linkInvalid` for a link that is used, replaced, too old or unknown; `account.wrongRegistrationPassword` at `password` leaves the link as good as it was. RATE_LIMITED after many tries.' })
  async confirmRegistration(@Args('input', INPUT) input: ConfirmRegistrationInput, @Context() context: GraphqlContext): Promise<boolean> {
    await this.registrations.confirm(input.code, input.password, context);
    return true;
  }

  @Mutation(() => OwnAccountType, { description: 'An imported person chooses a password, consents and is signed in. `account.linkInvalid` at `code` for a link that is used, replaced, too old or unknown; `account.consentNeeded` at `acceptsRules` or `acceptsPrivacy`; `tooShort`, `tooLong`, `account.passwordCommon` or `account.passwordPersonal` at `password`; RATE_LIMITED after many tries.' })
  async acceptWelcome(@Args('input', INPUT) input: AcceptWelcomeInput, @Context() context: GraphqlContext): Promise<Account> {
    const accountId = await this.registrations.arrive(input, context);
    await this.signIns.open(accountId, context);
    const account = await this.accounts.byId(accountId);
    if (account === null) throw AppError.notFound();
    return account;
  }

  @Query(() => OwnRegistrationType, { nullable: true, description: 'One\'s own registration with its history; null for the first coordinator.' })
  async myRegistration(@CurrentViewer() viewer: Viewer): Promise<OwnRegistrationType | null> {
    return this.queries.own(viewer);
  }

  @Query(() => RegistrationDecisionConnection, { description: 'Registrations that are decided, the newest decision first; a reopened one is none. Coordinators only: UNAUTHENTICATED for guests; FORBIDDEN `account.coordinatorsOnly`.' })
  async registrationDecisions(@CurrentViewer() viewer: Viewer, @Args() args: RegistrationDecisionsArgs): Promise<Page<DecisionRow>> {
    const rows = await this.queries.decisions(viewer, args.outcome ?? null, args.first, args.after ?? null);
    return pageOf(rows, args.first, (row) => [row.at.toISOString(), row.id]);
  }

  @Mutation(() => OwnRegistrationType, { nullable: true, description: 'Answers a question of the coordination; the registration goes back into the queue. UNAUTHENTICATED for guests; NOT_FOUND without a registration that waits; CONFLICT `registration.alreadyDone` where nothing is asked any more.' })
  async answerQuestion(@CurrentViewer() viewer: Viewer, @Args('input', INPUT) input: AnswerQuestionInput): Promise<OwnRegistrationType | null> {
    await this.decisions.answer(viewer, input.message);
    return this.queries.own(viewer);
  }

  @Mutation(() => ManagedAccountType, { description: `Approves with a part in the programme and first spaces; told by mail. ${RACE}` })
  async approveRegistration(@CurrentViewer() viewer: Viewer, @Args('input', INPUT) input: ApproveRegistrationInput): Promise<ManagedAccountRow> {
    await this.decisions.approve(viewer, input.accountId, input, input.message ?? '');
    return this.one(viewer, input.accountId);
  }

  @Mutation(() => ManagedAccountType, { description: `Asks the applicant something before deciding; told by mail. ${RACE}` })
  async askBackRegistration(@CurrentViewer() viewer: Viewer, @Args('input', INPUT) input: AskBackInput): Promise<ManagedAccountRow> {
    await this.decisions.askBack(viewer, input.accountId, input.message);
    return this.one(viewer, input.accountId);
  }

  @Mutation(() => ManagedAccountType, { description: `Declines with a reason; told by mail. ${RACE}` })
  async declineRegistration(@CurrentViewer() viewer: Viewer, @Args('input', INPUT) input: DeclineRegistrationInput): Promise<ManagedAccountRow> {
    await this.decisions.decline(viewer, input.accountId, input.reason);
    return this.one(viewer, input.accountId);
  }

  @Mutation(() => ManagedAccountType, { description: 'Puts a declined registration back into the queue. Coordinators only: UNAUTHENTICATED for guests; FORBIDDEN `account.coordinatorsOnly`; NOT_FOUND for an unknown account; CONFLICT `registration.notDeclined`.' })
  async reopenRegistration(@CurrentViewer() viewer: Viewer, @Args('input', INPUT) input: AccountIdInput): Promise<ManagedAccountRow> {
    await this.decisions.reopen(viewer, input.accountId);
    return this.one(viewer, input.accountId);
  }

  private async one(viewer: Viewer, id: string): Promise<ManagedAccountRow> {
    const account = await this.managed.one(viewer, id);
    if (account === null) throw AppError.notFound();
    return account;
  }
}
