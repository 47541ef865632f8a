import { Inject } from '@nestjs/common';
import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Viewer } from '#access/server';
import { accountOf } from '#accounts/server';
import { CurrentViewer, IdArg, PageArgs, type GraphqlContext, type Page } from '#platform/server';
import { AppError, isUuid } from '#platform/shared';
import { SpaceType, type Space } from '#spaces/server';
import { Objections } from '../objection/objections.js';
import { CaseListEnum, type CaseList } from './case.enums.js';
import { CaseQueries } from './case.queries.js';
import type { CaseRow } from './case.row.js';
import { DecideCaseInput, DecideObjectionInput, ModerationCaseConnection, ModerationCaseType, SpaceWithoutModerator } from './case.type.js';
import { CaseLoaders } from './case.loaders.js';
import { DecideCase } from './decide-case.js';

/** A malformed id is answered like an unknown one. */
const NOWHERE = '00000000-0000-4000-8000-000000000000';

/** The queue of whoever looks after spaces. */
@Resolver(() => ModerationCaseType)
export class CaseResolver {
  constructor(
    @Inject(CaseQueries) private readonly queries: CaseQueries,
    @Inject(DecideCase) private readonly decisions: DecideCase,
    @Inject(Objections) private readonly objections: Objections,
  ) {}

  @Query(() => ModerationCaseConnection, { description: 'The queue over all spaces the viewer looks after, without what they wrote themselves; empty for everybody else. Coordinators find in it what waits in spaces they read and no moderator of those may decide.' })
  async moderationCases(
    @CurrentViewer() viewer: Viewer,
    @Args() page: PageArgs,
    @Args('list', { type: () => CaseListEnum, defaultValue: 'waiting', description: 'Waiting or decided ones; waiting ones unless said.' }) list: CaseList,
    @Args('spaceId', { type: () => ID, nullable: true, description: 'Id of a space: only its cases; absent: those of all spaces one looks after.' }) spaceId?: string | null,
  ): Promise<Page<CaseRow>> {
    const space = spaceId === null || spaceId === undefined ? null : isUuid(spaceId) ? spaceId : NOWHERE;
    return this.queries.page(viewer, list, space, page.first, page.after ?? null);
  }

  @Query(() => ModerationCaseType, { description: 'One case, for whoever handles it. NOT_FOUND for everybody else, also for the author of its item.' })
  async moderationCase(@CurrentViewer() viewer: Viewer, @IdArg('id', 'Id of the case, from a list or a notice.') id: string): Promise<CaseRow> {
    return this.seen(viewer, id);
  }

  @Query(() => Int, { description: 'How many cases wait for the viewer, over all spaces they look after; 0 for everybody else.' })
  async moderationWaitingCount(@CurrentViewer() viewer: Viewer): Promise<number> {
    return this.queries.waitingCount(viewer);
  }

  @Query(() => [SpaceWithoutModerator], { description: 'Spaces in which something waits that no moderator of theirs may decide; for coordinators, empty for everybody else.' })
  async spacesWithoutModerator(@CurrentViewer() viewer: Viewer): Promise<readonly SpaceWithoutModerator[]> {
    return this.queries.withoutModerator(viewer);
  }

  @Mutation(() => ModerationCaseType, {
    nullable: true,
    description:
      'Decides about a case; its author and those who reported are told. Null where the viewer handles it no longer, as a coordinator who stepped in. UNAUTHENTICATED for guests; NOT_FOUND for a case one does not handle; CONFLICT `moderation.decided` (params decision, by, at) where somebody was quicker, `moderation.changedMeanwhile` where the item is in another state or changed by now, `moderation.confirmAudience` (params count) where others would see a tip again than was confirmed; FORBIDDEN `moderation.decisionNotPossible`; `required` at `reason` and `note`, of `release` at `itemVersion`.',
  })
  async decideCase(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The case, the decision and its reason.' }) input: DecideCaseInput): Promise<CaseRow | null> {
    accountOf(viewer);
    const { caseId, decision, reason = null, note, itemVersion = null, confirmAudience = null } = input;
    await this.decisions.decide(viewer, { caseId, decision, reason, note: (note ?? '').trim(), itemVersion, confirmAudience });
    return this.queries.byId(viewer, input.caseId);
  }

  @Mutation(() => ModerationCaseType, {
    nullable: true,
    description:
      'Decides about an objection, by somebody else than the decision it is about; its author is told. Null where the viewer handles the case no longer. UNAUTHENTICATED for guests; NOT_FOUND for a case one does not handle or without objection; FORBIDDEN `moderation.ownDecision`; CONFLICT `moderation.decided` (params decision, by, at), `moderation.changedMeanwhile`, `moderation.confirmAudience` (params count).',
  })
  async decideObjection(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The case, whether the author is right, and why.' }) input: DecideObjectionInput): Promise<CaseRow | null> {
    accountOf(viewer);
    await this.objections.decide(viewer, input.caseId, input.isGranted, input.note.trim(), input.confirmAudience ?? null);
    return this.queries.byId(viewer, input.caseId);
  }

  private async seen(viewer: Viewer, id: string): Promise<CaseRow> {
    const found = await this.queries.byId(viewer, id);
    if (found === null) throw AppError.notFound();
    return found;
  }
}

/** What moderation adds to a space. */
@Resolver(() => SpaceType)
export class SpaceModerationFields {
  constructor(@Inject(CaseLoaders) private readonly loaders: CaseLoaders) {}

  @ResolveField(() => Int, { nullable: true, description: 'How many cases wait for the viewer here; null for who does not moderate it.' })
  async moderationQueueCount(@Parent() space: Space, @Context() context: GraphqlContext): Promise<number | null> {
    return context.viewer.moderatedSpaceIds.has(space.id) ? this.loaders.of(context).waiting.load(space.id) : null;
  }
}
