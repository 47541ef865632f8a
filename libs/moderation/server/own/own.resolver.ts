import { Inject } from '@nestjs/common';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Viewer } from '#access/server';
import { CurrentViewer, IdArg } from '#platform/server';
import { AppError } from '#platform/shared';
import { ObjectToDecisionInput } from '../case/case.type.js';
import { Objections } from '../objection/objections.js';
import { OwnQueries } from './own.queries.js';
import { OwnDecision, OwnReport } from './own.type.js';

/** What concerns the viewer: decisions about their texts, their reports. */
@Resolver()
export class OwnResolver {
  constructor(
    @Inject(OwnQueries) private readonly queries: OwnQueries,
    @Inject(Objections) private readonly objections: Objections,
  ) {}

  @Query(() => [OwnDecision], { description: 'Decisions of moderations about what the viewer wrote, and what waits for a look; the newest first, at most 100. UNAUTHENTICATED for guests.' })
  async myDecisions(@CurrentViewer() viewer: Viewer): Promise<readonly OwnDecision[]> {
    return this.queries.decisions(viewer);
  }

  @Query(() => OwnDecision, { nullable: true, description: 'The newest decision about one item of the viewer’s own; null for everybody else and where there is none.' })
  async myDecisionOn(
    @CurrentViewer() viewer: Viewer,
    @Args('kind', { description: 'Kind of the item: `tip`, `post`, `discussion`, `poll`.' }) kind: string,
    @IdArg('itemId', 'Id of the tip, post or discussion the viewer wrote.') itemId: string,
  ): Promise<OwnDecision | null> {
    return this.queries.decisionOn(viewer, kind, itemId);
  }

  @Query(() => [OwnReport], { description: 'Reports of the viewer and what became of them; the newest first, at most 100. UNAUTHENTICATED for guests.' })
  async myReports(@CurrentViewer() viewer: Viewer): Promise<readonly OwnReport[]> {
    return this.queries.reports(viewer);
  }

  @Mutation(() => OwnDecision, {
    description:
      'Objects once to what was hidden or rejected; somebody else than the first decider decides. UNAUTHENTICATED for guests; NOT_FOUND for a case about somebody else’s text; CONFLICT `moderation.objectedAlready`; FORBIDDEN `moderation.nothingToObject` where the item is shown, `moderation.tooLateToObject` half a year after the decision.',
  })
  async objectToDecision(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The case and what speaks against the decision.' }) input: ObjectToDecisionInput): Promise<OwnDecision> {
    await this.objections.make(viewer, input.caseId, input.words.trim());
    const own = await this.queries.ofCase(viewer, input.caseId);
    if (own === null) throw AppError.notFound();
    return own;
  }
}
