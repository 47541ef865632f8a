import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Viewer } from '#access/server';
import { PersonLoaders, PersonType, type PersonRow } from '#accounts/server';
import { CurrentViewer, IdArg, PageArgs, type GraphqlContext, type Page } from '#platform/server';
import { SpaceType, type Space } from '#spaces/server';
import { Measures } from './measures.js';
import { OwnMeasures } from './own-measures.js';
import { EndMeasureInput, ImposeMeasureInput, ModerationMeasure, ModerationMeasureConnection, OwnMeasure } from './measure.type.js';

@Resolver(() => ModerationMeasure)
export class MeasureResolver {
  constructor(
    @Inject(Measures) private readonly measures: Measures,
    @Inject(PersonLoaders) private readonly people: PersonLoaders,
  ) {}

  @Query(() => ModerationMeasureConnection, { description: 'Measures in a space one moderates, running and ended, the newest first. NOT_FOUND for a space out of sight; UNAUTHENTICATED for guests; FORBIDDEN `moderation.moderatorsOnly`.' })
  async moderationMeasures(@CurrentViewer() viewer: Viewer, @IdArg('spaceId', 'Id of a space one moderates.') spaceId: string, @Args() page: PageArgs): Promise<Page<ModerationMeasure>> {
    return this.measures.page(viewer, spaceId, page.first, page.after ?? null);
  }

  @Query(() => [OwnMeasure], { description: 'What is or was imposed on the viewer, the newest first, at most 100. UNAUTHENTICATED for guests.' })
  async myMeasures(@CurrentViewer() viewer: Viewer): Promise<readonly OwnMeasure[]> {
    return this.measures.own(viewer);
  }

  @Mutation(() => ModerationMeasure, {
    description:
      'Imposes something on somebody in one space until a date; told to the person. UNAUTHENTICATED for guests; NOT_FOUND for a space out of sight or somebody who does not belong to it; FORBIDDEN `moderation.moderatorsOnly`, `moderation.notModerators`, `moderation.notCoordinators`; CONFLICT `moderation.alreadyMeasured` (params until), `idReused`; `moderation.notOneself` at `accountId`, `moderation.endInPast` and `moderation.endTooFar` at `endsAt`, `required` at `minutes`.',
  })
  async imposeMeasure(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'Who, where, what, until when and why.' }) input: ImposeMeasureInput): Promise<ModerationMeasure> {
    return this.measures.impose(viewer, input);
  }

  @Mutation(() => ModerationMeasure, { description: 'Ends a measure before its time; told to the person. What has ended stays as it is. UNAUTHENTICATED for guests; NOT_FOUND for a measure in no space one moderates.' })
  async endMeasure(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The measure and why it ends.' }) input: EndMeasureInput): Promise<ModerationMeasure> {
    return this.measures.end(viewer, input.measureId, (input.note ?? '').trim());
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'Whom it is imposed on; null where the account is gone or blocked.' })
  async person(@Parent() measure: ModerationMeasure, @Context() context: GraphqlContext): Promise<PersonRow | null> {
    return this.people.byId(context, measure.accountId);
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'Who imposed it; null where the account is gone.' })
  async imposedBy(@Parent() measure: ModerationMeasure, @Context() context: GraphqlContext): Promise<PersonRow | null> {
    return measure.imposedById === null ? null : this.people.byId(context, measure.imposedById);
  }
}

/** What holds against the viewer, where they meet it. */
@Resolver(() => SpaceType)
export class SpaceMeasureFields {
  constructor(@Inject(OwnMeasures) private readonly measures: OwnMeasures) {}

  @ResolveField(() => [OwnMeasure], { description: 'What is imposed on the viewer in this space now; empty for nearly everybody.' })
  async viewerMeasures(@Parent() space: Space, @Context() context: GraphqlContext): Promise<readonly OwnMeasure[]> {
    return this.measures.inSpace(context, space.id);
  }
}
