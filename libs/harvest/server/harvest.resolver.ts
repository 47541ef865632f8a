import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Viewer } from '#access/server';
import { Discussion, type DiscussionRow } from '#discussions/server';
import { CurrentViewer, IdArg, type GraphqlContext } from '#platform/server';
import { AppError } from '#platform/shared';
import { Tip, TipLoaders, TipQueries, TipWriter, type TipRow, type Writer } from '#tips/server';
import { SettleCrossings } from './border/settle-crossings.js';
import { Consents, type ConsentRequest } from './consent/consents.js';
import { AnswerHarvestRequestInput, HarvestTipInput, KeepCrossingsInput, ReopenCrossingsInput } from './harvest.inputs.js';
import { HarvestRequest } from './harvest.type.js';
import { MakeTip } from './making/make-tip.js';
import { RequestTargets } from './consent/request-targets.js';
import { HarvestLoaders } from './tip/tip-harvest.fields.js';

/** From discussions to tips. */
@Resolver(() => HarvestRequest)
export class HarvestResolver {
  constructor(
    @Inject(MakeTip) private readonly making: MakeTip,
    @Inject(SettleCrossings) private readonly settling: SettleCrossings,
    @Inject(Consents) private readonly consents: Consents,
    @Inject(RequestTargets) private readonly targets: RequestTargets,
    @Inject(TipQueries) private readonly tips: TipQueries,
    @Inject(TipLoaders) private readonly tipLoaders: TipLoaders,
    @Inject(HarvestLoaders) private readonly loaders: HarvestLoaders,
  ) {}

  @Mutation(() => Tip, { description: 'Makes the draft of a practice tip of passages of a solved discussion, in the outline of the space’s template, and asks the quoted people for their consent. UNAUTHENTICATED for guests; NOT_FOUND for a discussion or a space out of sight; FORBIDDEN `harvest.mayNot` for whoever neither asked, answered nor moderates and for what is not solved, `tip.mayNotWrite` where the viewer may not write tips; BAD_USER_INPUT `harvest.passageGone`, `harvest.notInPost`; CONFLICT `idReused`; RATE_LIMITED after 20 a day.' })
  async harvestTip(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'Discussion, space, and the passages in their order.' }) given: HarvestTipInput): Promise<TipRow> {
    await this.making.make(viewer, given);
    return this.seen(viewer, given.id);
  }

  @Mutation(() => Tip, { description: 'Decides that something may cross the border, and why; on record. UNAUTHENTICATED for guests; NOT_FOUND for a tip out of sight or made of no discussion; FORBIDDEN `harvest.mayNotSettle` for whoever neither wrote it nor moderates its space.' })
  async keepCrossings(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The tip, the keys of its crossings, and why they may be read by more people.' }) { tipId, keys, reason }: KeepCrossingsInput): Promise<TipRow> {
    return this.settling.keep(viewer, tipId, keys, reason);
  }

  @Mutation(() => Tip, { description: 'Opens such decisions again, so that the tip is not released until somebody decides anew. What was not settled stays as it is. UNAUTHENTICATED for guests; NOT_FOUND for a tip out of sight or made of no discussion; FORBIDDEN `harvest.mayNotSettle` for whoever neither wrote it nor moderates its space.' })
  async reopenCrossings(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The tip and the keys of crossings that were settled before.' }) { tipId, keys }: ReopenCrossingsInput): Promise<TipRow> {
    return this.settling.reopen(viewer, tipId, keys);
  }

  @Query(() => [HarvestRequest], { description: 'What the viewer was asked about their own words, the newest first (at most 100). UNAUTHENTICATED for guests.' })
  async myHarvestRequests(@CurrentViewer() viewer: Viewer): Promise<readonly HarvestRequest[]> {
    return this.targets.of(viewer, await this.consents.mine(viewer));
  }

  @Query(() => HarvestRequest, { description: 'One of them. UNAUTHENTICATED for guests; NOT_FOUND for whoever was not asked or no longer reads the discussion.' })
  async harvestRequest(@CurrentViewer() viewer: Viewer, @IdArg('id', 'From `myHarvestRequests` or the path of a notice; it is the id of the tip.') id: string): Promise<HarvestRequest> {
    return this.one(viewer, await this.consents.of(viewer, id));
  }

  @Mutation(() => HarvestRequest, { description: 'Answers; later answers replace earlier ones and hold for the next release of the tip. UNAUTHENTICATED for guests; NOT_FOUND for whoever was not asked.' })
  async answerHarvestRequest(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'Yes or no to one’s words, and whether to be named.' }) { requestId, consent, wantsCredit }: AnswerHarvestRequestInput): Promise<HarvestRequest> {
    return this.one(viewer, await this.consents.answer(viewer, requestId, consent, wantsCredit));
  }

  @ResolveField(() => Discussion, { nullable: true, description: 'Where the words were written; null once it is gone.' })
  async discussion(@Parent() { discussionId }: HarvestRequest, @Context() context: GraphqlContext): Promise<DiscussionRow | null> {
    return discussionId === null ? null : this.loaders.of(context).discussion.load(discussionId);
  }

  @ResolveField(() => TipWriter, { nullable: true, description: 'Who makes the tip; null once that account is gone.' })
  async askedBy(@Parent() { madeById }: HarvestRequest, @Context() context: GraphqlContext): Promise<Writer | null> {
    return this.tipLoaders.writer(context, madeById);
  }

  private async one(viewer: Viewer, request: ConsentRequest | null): Promise<HarvestRequest> {
    const [told] = request === null ? [] : await this.targets.of(viewer, [request]);
    if (told === undefined) throw AppError.notFound();
    return told;
  }

  private async seen(viewer: Viewer, tipId: string): Promise<TipRow> {
    const tip = await this.tips.byId(viewer, tipId);
    if (tip === null) throw AppError.notFound();
    return tip;
  }
}
