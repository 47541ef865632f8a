import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Viewer } from '#access/server';
import { CurrentViewer, Db, programmeSettings, Settings } from '#platform/server';
import { Account } from './account.entity.js';
import { WishedRoleEnum } from './account.enums.js';
import { AccountManagement } from './account-management.js';
import { accountOf } from './account.policy.js';
import { Accounts, type WishedRole } from './accounts.js';
import { checkName } from './name.policy.js';
import { RequestRoleInput, UpdateAccountInput } from './own-account.inputs.js';
import { OwnAccountType } from './own-account.type.js';

@Resolver(() => OwnAccountType)
export class OwnAccountResolver {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Settings) private readonly settings: Settings,
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(AccountManagement) private readonly management: AccountManagement,
  ) {}

  @Query(() => OwnAccountType, { nullable: true, description: 'One\'s own account; null for guests.' })
  async me(@CurrentViewer() viewer: Viewer): Promise<Account | null> {
    return viewer.accountId === null ? null : this.accounts.byId(viewer.accountId);
  }

  @Mutation(() => OwnAccountType, { description: 'Changes name and language. UNAUTHENTICATED for guests; `account.nameReserved` or `account.nameNeedsLetters` at `name`.' })
  async updateAccount(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'Name and language as they shall be.' }) input: UpdateAccountInput): Promise<Account> {
    const accountId = accountOf(viewer);
    const account = await this.accounts.own(viewer);
    // Who runs the programme may be called by its name; a name that stays is not looked at again.
    if (input.name !== account.name && !viewer.siteRoles.has('coordinator')) checkName(input.name, (await this.settings.get(programmeSettings)).name);
    await this.db.write(viewer, async (tx, emit) => {
      await tx.update(Account, { id: accountId }, { name: input.name, locale: input.locale });
      emit({ name: 'AccountChanged', payload: { accountId } });
    });
    return this.accounts.own(viewer);
  }

  @Mutation(() => OwnAccountType, { description: 'Asks the coordination for another part in the programme; asking again replaces the wish. Asking for the part one has withdraws it. UNAUTHENTICATED for guests; FORBIDDEN `account.membersOnly` before being approved.' })
  async requestRole(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The part one would like to have.' }) input: RequestRoleInput): Promise<Account> {
    await this.management.requestRole(viewer, input.wishedRole);
    return this.accounts.own(viewer);
  }

  @ResolveField(() => WishedRoleEnum, { nullable: true, description: 'The part one has asked for; null without an open wish.' })
  async requestedRole(@Parent() account: Account): Promise<WishedRole | null> {
    const [row] = await this.db.query<{ wish: WishedRole }>('select wished_role as wish from role_request where account_id = $1', [account.id]);
    return row?.wish ?? null;
  }
}
