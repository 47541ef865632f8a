import { Inject } from '@nestjs/common';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphqlContext } from '#platform/server';
import type { TipRule } from './tip.gate.js';
import { TipLoaders } from './tip.loaders.js';
import { canCheck, canEdit, canGiveFeedback, canHandOver, canHide, canPublish, canRetire, canReview, canRevive, canSeeHistory, canSeeInside, canSubmit, canUnhide } from './tip.policy.js';
import type { TipRow } from './tip.row.js';
import { Tip } from './tip.type.js';

/** What the viewer may do with a tip, by the very functions that admit the acts. */
@Resolver(() => Tip)
export class TipAbilities {
  constructor(@Inject(TipLoaders) private readonly loaders: TipLoaders) {}

  @ResolveField(() => Boolean, { description: 'Whether the viewer may write on it: `saveDraft`, `discardDraft`.' })
  async viewerCanEdit(@Parent() tip: TipRow, @Context() context: GraphqlContext): Promise<boolean> {
    return this.may(context, tip, canEdit);
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may release it without a moderator: `publishTip`, `restoreTipRevision`.' })
  async viewerCanPublish(@Parent() tip: TipRow, @Context() context: GraphqlContext): Promise<boolean> {
    return this.may(context, tip, canPublish);
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may hand a text in for a moderator\'s look: `submitTip`, `withdrawTip`.' })
  async viewerCanSubmit(@Parent() tip: TipRow, @Context() context: GraphqlContext): Promise<boolean> {
    return this.may(context, tip, canSubmit);
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer decides about a submitted text of it: `releaseTip`, `returnTip`. True only while one waits.' })
  async viewerCanReview(@Parent() tip: TipRow, @Context() context: GraphqlContext): Promise<boolean> {
    if (!(await this.may(context, tip, canReview))) return false;
    const copy = await this.loaders.of(context).copy.load(tip.id);
    return copy !== null && copy.submittedAt !== null;
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may retire it: `retireTip`.' })
  async viewerCanRetire(@Parent() tip: TipRow, @Context() context: GraphqlContext): Promise<boolean> {
    return this.may(context, tip, canRetire);
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may bring it back after it was retired: `reviveTip`.' })
  async viewerCanRevive(@Parent() tip: TipRow, @Context() context: GraphqlContext): Promise<boolean> {
    return this.may(context, tip, canRevive);
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may take it out of sight: `hideTip`.' })
  async viewerCanHide(@Parent() tip: TipRow, @Context() context: GraphqlContext): Promise<boolean> {
    return this.may(context, tip, canHide);
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may show it again after it was hidden: `unhideTip`.' })
  async viewerCanUnhide(@Parent() tip: TipRow, @Context() context: GraphqlContext): Promise<boolean> {
    return this.may(context, tip, canUnhide);
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may confirm that it is still right: `checkTip`.' })
  async viewerCanCheck(@Parent() tip: TipRow, @Context() context: GraphqlContext): Promise<boolean> {
    return this.may(context, tip, canCheck);
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may make somebody else its owner: `handOverTip`.' })
  async viewerCanHandOver(@Parent() tip: TipRow, @Context() context: GraphqlContext): Promise<boolean> {
    return this.may(context, tip, canHandOver);
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may say "helped" or "outdated": `setTipHelped`, `reportTipOutdated`.' })
  viewerCanGiveFeedback(@Parent() tip: TipRow, @Context() context: GraphqlContext): boolean {
    return canGiveFeedback(context.viewer, tip);
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may read its history: `revisions`.' })
  viewerCanSeeHistory(@Context() context: GraphqlContext): boolean {
    return canSeeHistory(context.viewer);
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer sees what is written beside it and what readers noted: `workingCopy`, `notes`.' })
  viewerCanSeeInside(@Parent() tip: TipRow, @Context() context: GraphqlContext): boolean {
    return canSeeInside(context.viewer, tip);
  }

  private async may(context: GraphqlContext, tip: TipRow, rule: TipRule): Promise<boolean> {
    // Guests may do nothing; their pages need not ask about the space.
    if (context.viewer.accountId === null) return false;
    return rule(context.viewer, tip, await this.loaders.of(context).place.load(tip.spaceId));
  }
}
