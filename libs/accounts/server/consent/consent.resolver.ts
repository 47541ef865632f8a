import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Viewer } from '#access/server';
import { CurrentViewer } from '#platform/server';
import type { Account } from '../account/account.entity.js';
import { Accounts } from '../account/accounts.js';
import { OwnAccountType } from '../account/own-account.type.js';
import { Consents, type ConsentRow, type DueConsent } from './consents.js';
import { ConsentType, DueConsentType, GiveConsentsInput, WithdrawConsentInput } from './consent.type.js';

/** Consents of one's own account. */
@Resolver(() => OwnAccountType)
export class ConsentResolver {
  constructor(
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(Consents) private readonly consents: Consents,
  ) {}

  @Mutation(() => OwnAccountType, {
    description: 'Consents to the texts as they stand. UNAUTHENTICATED for guests; `account.consentTextChanged` where a version is not the newest: read again, then send that one.',
  })
  async giveConsents(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'What was read and in which version.' }) input: GiveConsentsInput): Promise<Account> {
    await this.consents.give(viewer, input.locale, input);
    return this.accounts.own(viewer);
  }

  @Mutation(() => OwnAccountType, {
    description: 'Withdraws a consent at once. The coordination is told and closes the account unless a new consent is given. UNAUTHENTICATED for guests; nothing happens where there is none.',
  })
  async withdrawConsent(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The consent to take back.' }) input: WithdrawConsentInput): Promise<Account> {
    await this.consents.withdraw(viewer, input.kind);
    return this.accounts.own(viewer);
  }

  @ResolveField(() => [ConsentType], { name: 'consents', description: 'Everything one has ever consented to, the newest first, also what was withdrawn.' })
  async given(@Parent() account: Account): Promise<readonly ConsentRow[]> {
    return this.consents.of(account.id);
  }

  @ResolveField(() => [DueConsentType], { description: 'What one is asked to consent to again; empty where nothing is open.' })
  async dueConsents(@Parent() account: Account, @CurrentViewer() viewer: Viewer): Promise<readonly DueConsent[]> {
    return this.consents.due(account.id, viewer.locale);
  }
}
