import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Viewer } from '#access/server';
import { CurrentViewer, type GraphqlContext } from '#platform/server';
import type { Account } from '../account/account.entity.js';
import { AccountIdInput } from '../account/managed-account.inputs.js';
import { OwnAccountType } from '../account/own-account.type.js';
import type { LeavingObstacle } from './leaving.registry.js';
import { Leaving, type LeavingRow } from './leaving.service.js';
import { DeleteAccountInput, DeleteOwnAccountInput, DeletionObstacle, LeavingAccountType } from './leaving.type.js';

/** The way out, by oneself or by the coordination. */
@Resolver(() => OwnAccountType)
export class LeavingResolver {
  constructor(@Inject(Leaving) private readonly leaving: Leaving) {}

  @Mutation(() => Date, {
    description:
      'Deletes one’s own account: hidden and signed out everywhere at once, final after 14 days, until then `signIn` with `keepsAccount` takes it back. Answers when it becomes final. UNAUTHENTICATED for guests; `account.wrongPassword` at `currentPassword`; CONFLICT `account.moderatesAlone` or `account.lastCoordinator` where something has to be handed over first, see `deletionObstacles`; RATE_LIMITED after many tries.',
  })
  async deleteOwnAccount(@Args('input', { description: 'The password in use, as proof that it is oneself who leaves.' }) input: DeleteOwnAccountInput, @Context() context: GraphqlContext): Promise<Date> {
    return this.leaving.askForOwn(input.currentPassword, context);
  }

  @Mutation(() => LeavingAccountType, {
    description:
      'Deletes an account for somebody who asked for it, as `deleteOwnAccount` does; the person is told by mail. Coordinators only: UNAUTHENTICATED for guests; FORBIDDEN `account.coordinatorsOnly`, `account.deleteOwnAtAccount` for one’s own; NOT_FOUND for an unknown account; CONFLICT `account.moderatesAlone` or `account.lastCoordinator`.',
  })
  async deleteAccount(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'Whose account is deleted, and the reason for the record.' }) input: DeleteAccountInput): Promise<LeavingRow> {
    return this.leaving.askFor(viewer, input.accountId, input.reason);
  }

  @Mutation(() => Boolean, {
    description: 'Takes a deletion back that is not final yet. Coordinators only: UNAUTHENTICATED for guests; FORBIDDEN `account.coordinatorsOnly`; NOT_FOUND where no such deletion is under way.',
  })
  async keepAccount(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The account whose deletion is taken back.' }) input: AccountIdInput): Promise<boolean> {
    await this.leaving.keepFor(viewer, input.accountId);
    return true;
  }

  @Query(() => [LeavingAccountType], { description: 'Deletions that are under way, the next to become final first; at most 200. Coordinators only: UNAUTHENTICATED for guests; FORBIDDEN `account.coordinatorsOnly`.' })
  async leavingAccounts(@CurrentViewer() viewer: Viewer): Promise<readonly LeavingRow[]> {
    return this.leaving.list(viewer);
  }

  @ResolveField(() => [DeletionObstacle], { description: 'What has to be handed over before the account can be deleted; empty where nothing has to.' })
  async deletionObstacles(@Parent() account: Account): Promise<readonly LeavingObstacle[]> {
    return this.leaving.obstacles(account.id);
  }
}
