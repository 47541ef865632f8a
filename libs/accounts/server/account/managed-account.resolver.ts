import { Inject } from '@nestjs/common';
import { Args, Context, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Viewer } from '#access/server';
import { CLOCK, CurrentViewer, IdArg, pageOf, type Clock, type GraphqlContext, type Page } from '#platform/server';
import { AppError } from '#platform/shared';
import { Passwords } from '../password/password.service.js';
import { RegistrationEventType } from '../registration/registration.type.js';
import { entryTypeOf, SheetEntryType } from '../sheet/sheet.type.js';
import { AccountManagement } from './account-management.js';
import { AccountQueries, type ManagedAccountRow } from './account.queries.js';
import { isSuspended } from './account.policy.js';
import {
  AccountIdInput,
  AccountsArgs,
  DecideRoleRequestInput,
  RegistrationsArgs,
  SetProgrammeRolesInput,
  SetSiteRolesInput,
  SuspendAccountInput,
} from './managed-account.inputs.js';
import { ManagedAccountLoaders } from './managed-account.loaders.js';
import { ManagedAccountConnection, ManagedAccountType } from './managed-account.type.js';

const INPUT = { description: 'The account, and what shall be true of it.' };

@Resolver(() => ManagedAccountType)
export class ManagedAccountResolver {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(AccountQueries) private readonly queries: AccountQueries,
    @Inject(AccountManagement) private readonly management: AccountManagement,
    @Inject(Passwords) private readonly passwords: Passwords,
    @Inject(ManagedAccountLoaders) private readonly loaders: ManagedAccountLoaders,
  ) {}

  @Query(() => ManagedAccountConnection, { description: 'Accounts by name. Coordinators only: UNAUTHENTICATED for guests; FORBIDDEN `account.coordinatorsOnly`.' })
  async accounts(@CurrentViewer() viewer: Viewer, @Args() args: AccountsArgs): Promise<Page<ManagedAccountRow>> {
    const filter = { ...args.filter, text: args.filter?.text === '' ? null : (args.filter?.text ?? null) };
    return pageOf(await this.queries.list(viewer, filter, args.first, args.after ?? null), args.first, (row) => [row.name, row.id]);
  }

  @Query(() => ManagedAccountType, { nullable: true, description: 'One account. Coordinators only: UNAUTHENTICATED for guests; FORBIDDEN `account.coordinatorsOnly`; NOT_FOUND for an unknown one.' })
  async account(@CurrentViewer() viewer: Viewer, @IdArg('id', 'Id of the account, from `accounts` or `registrations`.') id: string): Promise<ManagedAccountRow | null> {
    return this.queries.one(viewer, id);
  }

  @Query(() => ManagedAccountConnection, { description: 'Registrations that are not decided, whoever has waited longest first. Coordinators only: UNAUTHENTICATED for guests; FORBIDDEN `account.coordinatorsOnly`.' })
  async registrations(@CurrentViewer() viewer: Viewer, @Args() args: RegistrationsArgs): Promise<Page<ManagedAccountRow>> {
    const stages = args.stages ?? ['sheet', 'waiting', 'askedBack'];
    return pageOf(await this.queries.queue(viewer, stages, args.first, args.after ?? null), args.first, (row) => [row.stageAt?.toISOString() ?? '', row.id]);
  }

  @Query(() => Int, { description: 'How many registrations wait for a decision. Coordinators only: UNAUTHENTICATED for guests; FORBIDDEN `account.coordinatorsOnly`.' })
  async waitingRegistrationCount(@CurrentViewer() viewer: Viewer): Promise<number> {
    return this.queries.waitingCount(viewer);
  }

  @ResolveField(() => Boolean, { description: 'Whether it is suspended at this moment.' })
  isSuspended(@Parent() account: ManagedAccountRow): boolean {
    return isSuspended(account, this.clock.now());
  }

  @ResolveField(() => Date, { nullable: true, description: 'When the suspension ends; null where there is none or it does not end by itself.' })
  suspendedUntil(@Parent() account: ManagedAccountRow): Date | null {
    return account.suspendedUntil instanceof Date ? account.suspendedUntil : null;
  }

  @ResolveField(() => [SheetEntryType], { description: 'The contact data sheet as far as it is written, every field of it.' })
  async sheet(@Parent() account: ManagedAccountRow, @Context() context: GraphqlContext): Promise<readonly SheetEntryType[]> {
    return (await this.loaders.sheetOf(context, account.id)).map(entryTypeOf);
  }

  @ResolveField(() => [RegistrationEventType], { description: 'The history of the registration, oldest first.' })
  async history(@Parent() account: ManagedAccountRow, @Context() context: GraphqlContext): Promise<readonly RegistrationEventType[]> {
    return this.loaders.stepsOf(context, account.id);
  }

  @Mutation(() => ManagedAccountType, { description: 'Sets roles for the whole programme. Coordinators only: UNAUTHENTICATED for guests; FORBIDDEN `account.coordinatorsOnly`; NOT_FOUND for an unknown account; CONFLICT `account.lastCoordinator` where nobody would be left, `account.notApproved` before the account is approved.' })
  async setSiteRoles(@CurrentViewer() viewer: Viewer, @Args('input', INPUT) input: SetSiteRolesInput): Promise<ManagedAccountRow> {
    await this.management.setSiteRoles(viewer, input.accountId, input.siteRoles);
    // The viewer of this request is as it was when it began: also who gave the role away gets this one answer.
    return this.one(viewer, input.accountId);
  }

  @Mutation(() => ManagedAccountType, { description: 'Sets the part in the programme; an open wish for another one is settled. Coordinators only: UNAUTHENTICATED for guests; FORBIDDEN `account.coordinatorsOnly`; NOT_FOUND for an unknown account.' })
  async setProgrammeRoles(@CurrentViewer() viewer: Viewer, @Args('input', INPUT) input: SetProgrammeRolesInput): Promise<ManagedAccountRow> {
    await this.management.setProgrammeRoles(viewer, input.accountId, input.programmeRoles);
    return this.one(viewer, input.accountId);
  }

  @Mutation(() => ManagedAccountType, { description: 'Grants or refuses the wish for another part; told by mail. Coordinators only: UNAUTHENTICATED for guests; FORBIDDEN `account.coordinatorsOnly`; NOT_FOUND for an unknown account; CONFLICT `account.roleRequestGone` where there is no wish any more.' })
  async decideRoleRequest(@CurrentViewer() viewer: Viewer, @Args('input', INPUT) input: DecideRoleRequestInput): Promise<ManagedAccountRow> {
    await this.management.decideRoleRequest(viewer, input.accountId, input.isGranted);
    return this.one(viewer, input.accountId);
  }

  @Mutation(() => ManagedAccountType, { description: 'Blocks an account and ends its sessions at once; told by mail. Coordinators only: UNAUTHENTICATED for guests; FORBIDDEN `account.coordinatorsOnly`, `account.notYourself` for one’s own; NOT_FOUND for an unknown account; `account.endInPast` at `until`.' })
  async suspendAccount(@CurrentViewer() viewer: Viewer, @Args('input', INPUT) input: SuspendAccountInput): Promise<ManagedAccountRow> {
    await this.management.suspend(viewer, input.accountId, input.reason, input.until ?? null);
    return this.one(viewer, input.accountId);
  }

  @Mutation(() => ManagedAccountType, { description: 'Ends a block; without one nothing happens. Coordinators only: UNAUTHENTICATED for guests; FORBIDDEN `account.coordinatorsOnly`; NOT_FOUND for an unknown account.' })
  async reactivateAccount(@CurrentViewer() viewer: Viewer, @Args('input', INPUT) input: AccountIdInput): Promise<ManagedAccountRow> {
    await this.management.reactivate(viewer, input.accountId);
    return this.one(viewer, input.accountId);
  }

  @Mutation(() => ManagedAccountType, { description: 'Sends the owner a link for a new password; nobody else learns it. Coordinators only: UNAUTHENTICATED for guests; FORBIDDEN `account.coordinatorsOnly`; NOT_FOUND for an unknown account.' })
  async startPasswordReset(@CurrentViewer() viewer: Viewer, @Args('input', INPUT) input: AccountIdInput): Promise<ManagedAccountRow> {
    await this.passwords.startReset(viewer, input.accountId);
    return this.one(viewer, input.accountId);
  }

  private async one(viewer: Viewer, id: string): Promise<ManagedAccountRow> {
    const account = await this.queries.one(viewer, id);
    if (account === null) throw AppError.notFound();
    return account;
  }
}
