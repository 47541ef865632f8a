import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Viewer } from '#access/server';
import { CurrentViewer, RateLimits, type Limit } from '#platform/server';
import { AppError } from '#platform/shared';
import { CheckTipInput, HandOverTipInput, HideTipInput, PublishTipInput, ReturnTipInput, TipInput, TipVersionInput, UnhideTipInput } from './tip.inputs.js';
import { PublishTip } from './publish-tip.js';
import { ReviewTip } from './review-tip.js';
import { HandOverTip } from './hand-over-tip.js';
import { signedIn } from './tip.gate.js';
import { TipQueries } from './tip.queries.js';
import type { TipRow } from './tip.row.js';
import { TipStanding } from './tip-standing.js';
import { Tip } from './tip.type.js';

const input = { description: 'The tip and what else the step needs; wrong fields come back together in `extensions.fields`.' };

/** Each is a mail to moderators; handing in and taking back in turns would flood them. */
const SUBMITTING: Limit = { name: 'tips.submit', tries: 30, withinSeconds: 3600 };

/** From the first release to the last. */
@Resolver(() => Tip)
export class TipMutations {
  constructor(
    @Inject(TipQueries) private readonly queries: TipQueries,
    @Inject(PublishTip) private readonly publishing: PublishTip,
    @Inject(ReviewTip) private readonly reviewing: ReviewTip,
    @Inject(TipStanding) private readonly standing: TipStanding,
    @Inject(HandOverTip) private readonly handingOver: HandOverTip,
    @Inject(RateLimits) private readonly limits: RateLimits,
  ) {}

  @Mutation(() => Tip, {
    description:
      'Releases a text at once: a new tip, a draft or a change. What is left out is taken from the working copy. FORBIDDEN `tip.reviewNeeded` where a moderator looks first, else `tip.mayNotPublish`; CONFLICT `tip.stale` where somebody else was faster. Also refused: UNAUTHENTICATED for guests; NOT_FOUND for a tip or space out of sight; `required` at `title` and `body`; `tip.unknownTopic` at `topicIds`; `tip.notAMember` at `coAuthorIds`; CONFLICT `idReused`; RATE_LIMITED for a tip made of a discussion the viewer does not read, after 20 tries within a day.',
  })
  async publishTip(@CurrentViewer() viewer: Viewer, @Args('input', input) input: PublishTipInput): Promise<TipRow> {
    signedIn(viewer);
    await this.publishing.publish(viewer, input);
    return this.seen(viewer, input.id);
  }

  @Mutation(() => Tip, { description: 'Hands the working copy in for a moderator\'s look; its moderators get a mail. UNAUTHENTICATED for guests; NOT_FOUND for a tip out of sight; FORBIDDEN `tip.mayNotWrite`; CONFLICT `tip.stale` for another version; `required` at `title` and `body`.' })
  async submitTip(@CurrentViewer() viewer: Viewer, @Args('input', input) input: TipVersionInput): Promise<TipRow> {
    await this.limits.count(SUBMITTING, `account:${signedIn(viewer).accountId}`);
    await this.reviewing.submit(viewer, input.tipId, input.version);
    return this.seen(viewer, input.tipId);
  }

  @Mutation(() => Tip, { description: 'An author takes a submitted text back to go on writing; without one nothing happens. UNAUTHENTICATED for guests; NOT_FOUND for a tip out of sight; FORBIDDEN for who is not among its authors.' })
  async withdrawTip(@CurrentViewer() viewer: Viewer, @Args('input', input) input: TipInput): Promise<TipRow> {
    await this.reviewing.withdraw(viewer, input.tipId);
    return this.seen(viewer, input.tipId);
  }

  @Mutation(() => Tip, { description: 'A moderator releases a submitted text. CONFLICT `tip.notSubmitted` where another one decided first, `tip.stale` where it was changed since it was looked at. UNAUTHENTICATED for guests; NOT_FOUND for a tip out of sight; FORBIDDEN for who does not moderate its space.' })
  async releaseTip(@CurrentViewer() viewer: Viewer, @Args('input', input) input: TipVersionInput): Promise<TipRow> {
    await this.reviewing.release(viewer, input.tipId, input.version);
    return this.seen(viewer, input.tipId);
  }

  @Mutation(() => Tip, {
    nullable: true,
    description: 'A moderator sends a submitted text back with a comment; its authors get a mail. Null where the viewer sees it no longer: a draft is its authors\' alone. UNAUTHENTICATED for guests; NOT_FOUND for a tip out of sight; FORBIDDEN for who does not moderate its space; CONFLICT `tip.notSubmitted` or `tip.stale` as with `releaseTip`.',
  })
  async returnTip(@CurrentViewer() viewer: Viewer, @Args('input', input) input: ReturnTipInput): Promise<TipRow | null> {
    await this.reviewing.giveBack(viewer, input.tipId, input.version, input.comment);
    return this.queries.byId(viewer, input.tipId);
  }

  @Mutation(() => Tip, { description: 'Retires a released tip: still readable, no longer advised. UNAUTHENTICATED for guests; NOT_FOUND for a tip out of sight; FORBIDDEN for who neither wrote it nor moderates its space, and for tips that are not published.' })
  async retireTip(@CurrentViewer() viewer: Viewer, @Args('input', input) input: TipInput): Promise<TipRow> {
    await this.standing.retire(viewer, input.tipId);
    return this.seen(viewer, input.tipId);
  }

  @Mutation(() => Tip, { description: 'Brings a retired tip back among the published ones. UNAUTHENTICATED for guests; NOT_FOUND for a tip out of sight; FORBIDDEN for who may not publish it and for tips that are not retired.' })
  async reviveTip(@CurrentViewer() viewer: Viewer, @Args('input', input) input: TipInput): Promise<TipRow> {
    await this.standing.revive(viewer, input.tipId);
    return this.seen(viewer, input.tipId);
  }

  @Mutation(() => Tip, { description: 'A moderator takes a tip out of sight; its authors get a mail. UNAUTHENTICATED for guests; NOT_FOUND for a tip out of sight; FORBIDDEN for who does not moderate its space, for drafts and for what is hidden already.' })
  async hideTip(@CurrentViewer() viewer: Viewer, @Args('input', input) input: HideTipInput): Promise<TipRow> {
    await this.standing.hide(viewer, input.tipId, input.reason);
    return this.seen(viewer, input.tipId);
  }

  @Mutation(() => Tip, { nullable: true, description: 'A moderator shows a hidden tip again. Null where it goes back to what the viewer does not see. CONFLICT `tip.confirmAudience` (params count) where the readers of its space would see it and their number was not confirmed. UNAUTHENTICATED for guests; NOT_FOUND for a tip out of sight; FORBIDDEN for who does not moderate its space and for what is not hidden.' })
  async unhideTip(@CurrentViewer() viewer: Viewer, @Args('input', input) input: UnhideTipInput): Promise<TipRow | null> {
    await this.standing.unhide(viewer, input.tipId, input.confirmAudience ?? null);
    return this.queries.byId(viewer, input.tipId);
  }

  @Mutation(() => Tip, { description: 'Confirms that a tip is still right: the next check moves on, readers\' notes are dealt with. UNAUTHENTICATED for guests; NOT_FOUND for a tip out of sight; FORBIDDEN for who neither wrote it nor moderates its space, and for tips that are not published.' })
  async checkTip(@CurrentViewer() viewer: Viewer, @Args('input', input) input: CheckTipInput): Promise<TipRow> {
    await this.standing.check(viewer, input.tipId, input.nextInMonths ?? null);
    return this.seen(viewer, input.tipId);
  }

  @Mutation(() => Tip, { description: 'Makes another member the owner; the former owner stays as co-author. UNAUTHENTICATED for guests; NOT_FOUND for a tip out of sight; FORBIDDEN for who neither owns it nor moderates its space; `tip.notAMember` at `ownerId`.' })
  async handOverTip(@CurrentViewer() viewer: Viewer, @Args('input', input) input: HandOverTipInput): Promise<TipRow> {
    await this.handingOver.handOver(viewer, input.tipId, input.ownerId);
    return this.seen(viewer, input.tipId);
  }

  private async seen(viewer: Viewer, tipId: string): Promise<TipRow> {
    const tip = await this.queries.byId(viewer, tipId);
    if (tip === null) throw AppError.notFound();
    return tip;
  }
}
