import { Inject } from '@nestjs/common';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import { CLOCK, perRequest, type Clock, type GraphqlContext } from '#platform/server';
import { AppError } from '#platform/shared';
import { AudienceType, type Audience } from '#spaces/server';
import { wordDiff } from '#text/server';
import { Topic, type TopicRow } from '#topics/server';
import { TipComparison } from '../revision/revision.type.js';
import { RenderBudget } from '../tip/render-budget.js';
import { TipLoaders } from '../tip/tip.loaders.js';
import { canSeeInside } from '../tip/tip.policy.js';
import type { TipRow, Writer } from '../tip/tip.row.js';
import { TipTexts } from '../tip/tip.texts.js';
import { Tip, TipWriter } from '../tip/tip.type.js';
import { DraftQueries, type WorkingCopyRow } from './draft.queries.js';
import { TipKeptDraft, TipWorkingCopy } from './working-copy.type.js';

/** Saved so recently that its writer is probably still at it. */
const WRITING_NOW_MS = 5 * 60_000;

/** What is being written beside a tip, for those who may see its inside. */
@Resolver(() => Tip)
export class TipDraftFields {
  constructor(
    @Inject(TipLoaders) private readonly loaders: TipLoaders,
    @Inject(DraftQueries) private readonly drafts: DraftQueries,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @ResolveField(() => TipWorkingCopy, { nullable: true, description: 'What is being written; null where nothing is, and for whoever neither wrote the tip nor moderates its space.' })
  async workingCopy(@Parent() tip: TipRow, @Context() context: GraphqlContext): Promise<WorkingCopyRow | null> {
    return canSeeInside(context.viewer, tip) ? this.loaders.of(context).copy.load(tip.id) : null;
  }

  @ResolveField(() => AudienceType, { nullable: true, description: 'Who can see what is being written until it is released; null for whoever may not see it.' })
  async workingCopyAudience(@Parent() tip: TipRow, @Context() context: GraphqlContext): Promise<Audience | null> {
    if (!canSeeInside(context.viewer, tip) || !context.viewer.readableSpaceIds.has(tip.spaceId)) return null;
    // Beside a released text lies what its authors and the moderators see, as with one that is handed in.
    return this.loaders.of(context).audience.load({ ...tip, state: tip.state === 'draft' ? 'draft' : 'review' });
  }

  @ResolveField(() => TipWriter, { nullable: true, description: 'Somebody else who saved within the last five minutes and is probably writing now; null where nobody is.' })
  async otherWriter(@Parent() tip: TipRow, @Context() context: GraphqlContext): Promise<Writer | null> {
    const copy = await this.workingCopy(tip, context);
    if (copy === null || copy.savedById === context.viewer.accountId) return null;
    const isNow = this.clock.now().getTime() - copy.savedAt.getTime() < WRITING_NOW_MS;
    return isNow ? this.loaders.writer(context, copy.savedById) : null;
  }

  @ResolveField(() => [TipKeptDraft], { description: 'Texts that were saved over by somebody else or discarded, the newest first (at most 20, for 90 days); empty for whoever may not see the inside.' })
  async keptDrafts(@Parent() tip: TipRow, @Context() context: GraphqlContext): Promise<readonly TipKeptDraft[]> {
    if (!canSeeInside(context.viewer, tip)) return [];
    const loader = perRequest(context, this, () => new DataLoader(async (ids: readonly string[]) => {
      const kept = await this.drafts.kept(ids);
      return ids.map((id) => kept.filter((draft) => draft.tipId === id));
    }));
    return loader.load(tip.id);
  }
}

@Resolver(() => TipWorkingCopy)
export class TipWorkingCopyFields {
  constructor(
    @Inject(TipLoaders) private readonly loaders: TipLoaders,
    @Inject(TipTexts) private readonly texts: TipTexts,
    @Inject(RenderBudget) private readonly budget: RenderBudget,
  ) {}

  @ResolveField(() => Tip, { description: 'The tip it belongs to, as it is released.' })
  async tip(@Parent() copy: WorkingCopyRow, @Context() context: GraphqlContext): Promise<TipRow> {
    const tip = await this.loaders.of(context).tip.load(copy.tipId);
    if (tip === null) throw AppError.notFound();
    return tip;
  }

  @ResolveField(() => String, { description: 'The text as safe HTML, rendered now: for previews.' })
  async html(@Parent() copy: WorkingCopyRow, @Context() context: GraphqlContext): Promise<string> {
    this.budget.rendering(context, copy.body);
    return this.loaders.of(context).shownHtml.load(this.texts.render(copy.body).html);
  }

  @ResolveField(() => [Topic], { description: 'The topics the tip will have once this is released.' })
  async topics(@Parent() copy: WorkingCopyRow, @Context() context: GraphqlContext): Promise<readonly TopicRow[]> {
    return this.loaders.topics(context, copy.topicIds);
  }

  @ResolveField(() => [TipWriter], { description: 'The authors the tip will have once this is released, the owner first.' })
  async authors(@Parent() copy: WorkingCopyRow, @Context() context: GraphqlContext): Promise<readonly Writer[]> {
    return this.loaders.writers(context, copy.authorIds);
  }

  @ResolveField(() => TipWriter, { nullable: true, description: 'Who saved it last; null where that account is gone.' })
  async savedBy(@Parent() copy: WorkingCopyRow, @Context() context: GraphqlContext): Promise<Writer | null> {
    return this.loaders.writer(context, copy.savedById);
  }

  @ResolveField(() => TipWriter, { nullable: true, description: 'Who handed it in; null where it does not wait for release.' })
  async submittedBy(@Parent() copy: WorkingCopyRow, @Context() context: GraphqlContext): Promise<Writer | null> {
    return this.loaders.writer(context, copy.submittedById);
  }

  @ResolveField(() => TipWriter, { nullable: true, description: 'Who sent it back; null where nobody did.' })
  async returnedBy(@Parent() copy: WorkingCopyRow, @Context() context: GraphqlContext): Promise<Writer | null> {
    return this.loaders.writer(context, copy.returnedById);
  }

  @ResolveField(() => Boolean, { description: 'Whether the released text has changed since this one began: releasing needs `baseRevision` then.' })
  async isStale(@Parent() copy: WorkingCopyRow, @Context() context: GraphqlContext): Promise<boolean> {
    return (await this.tip(copy, context)).revisionNumber !== copy.baseRevisionNumber;
  }

  @ResolveField(() => TipComparison, { description: 'What would change in the released text, word by word.' })
  async changes(@Parent() copy: WorkingCopyRow, @Context() context: GraphqlContext): Promise<TipComparison> {
    const tip = await this.tip(copy, context);
    const isReleased = tip.revisionNumber > 0;
    const body = isReleased ? (await this.loaders.textOf(context, tip)).body : '';
    this.budget.comparing(context, body, copy.body);
    return {
      title: wordDiff(isReleased ? tip.title : '', copy.title),
      summary: wordDiff(isReleased ? tip.summary : '', copy.summary),
      body: wordDiff(body, copy.body),
    };
  }
}

@Resolver(() => TipKeptDraft)
export class TipKeptDraftFields {
  constructor(@Inject(TipLoaders) private readonly loaders: TipLoaders) {}

  @ResolveField(() => TipWriter, { nullable: true, description: 'Who saved these words; null where that account is gone.' })
  async savedBy(@Parent() kept: TipKeptDraft, @Context() context: GraphqlContext): Promise<Writer | null> {
    return this.loaders.writer(context, kept.savedById);
  }
}
