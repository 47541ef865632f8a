import { Inject } from '@nestjs/common';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Viewer } from '#access/server';
import { CurrentViewer, decodeCursor, PageArgs, pageOf, type Page } from '#platform/server';
import { AppError } from '#platform/shared';
import { signedIn } from '../tip/tip.gate.js';
import { SaveDraftInput } from '../tip/tip.inputs.js';
import { TipQueries } from '../tip/tip.queries.js';
import type { TipRow } from '../tip/tip.row.js';
import { Tip } from '../tip/tip.type.js';
import { DraftQueries, type WorkingCopyRow } from './draft.queries.js';
import { DraftService } from './draft.service.js';
import { DiscardDraftInput, TipWorkingCopyConnection } from './working-copy.type.js';

const keysOf = (row: WorkingCopyRow): readonly string[] => [row.sortKey ?? '', row.tipId];

/** Writing and what waits for release. */
@Resolver(() => TipWorkingCopyConnection)
export class DraftResolver {
  constructor(
    @Inject(TipQueries) private readonly tips: TipQueries,
    @Inject(DraftQueries) private readonly queries: DraftQueries,
    @Inject(DraftService) private readonly drafts: DraftService,
  ) {}

  @Query(() => TipWorkingCopyConnection, { description: 'What the viewer is writing: unreleased tips and edits of released ones, the last saved first.' })
  async myTipDrafts(@CurrentViewer() viewer: Viewer, @Args() args: PageArgs): Promise<Page<WorkingCopyRow>> {
    signedIn(viewer);
    return pageOf(await this.queries.mine(viewer, args.first, decodeCursor(args.after, 2)), args.first, keysOf);
  }

  @Query(() => TipWorkingCopyConnection, { description: 'Submitted texts of the spaces the viewer moderates, the longest waiting first.' })
  async tipsToReview(@CurrentViewer() viewer: Viewer, @Args() args: PageArgs): Promise<Page<WorkingCopyRow>> {
    signedIn(viewer);
    return pageOf(await this.queries.toReview(viewer, args.first, decodeCursor(args.after, 2)), args.first, keysOf);
  }

  @Mutation(() => Tip, {
    description:
      'Keeps what is being written: of a new tip, or beside a released one. Cheap; send it every few seconds. CONFLICT `tip.stale` (params version, revisionNumber, savedAt, savedById) where somebody else saved in the meantime: read `tip(slug: id) { workingCopy { … } }`, let the author join both, save again with that version. Nothing saved over is lost, see `keptDrafts`. Also refused: UNAUTHENTICATED for guests; NOT_FOUND for a tip or space out of sight; FORBIDDEN `tip.mayNotEdit`, or `tip.mayNotWrite` in the space; `tip.cannotMove` at `spaceId` once it was submitted or released; `tip.unknownTopic` at `topicIds`; `tip.notAMember` at `coAuthorIds`.',
  })
  async saveDraft(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The text so far and what it goes on from; what is left out stays as it was saved.' }) input: SaveDraftInput): Promise<TipRow> {
    await this.drafts.save(viewer, input);
    const tip = await this.tips.byId(viewer, input.id);
    if (tip === null) throw AppError.notFound();
    return tip;
  }

  @Mutation(() => Tip, {
    nullable: true,
    description: 'Throws the working copy away (of a released tip it is kept in `keptDrafts` for 90 days). Null where the tip was never released and is gone. UNAUTHENTICATED for guests; NOT_FOUND for a tip out of sight; FORBIDDEN `tip.mayNotEdit`, or `tip.onlyOwnerDiscards` where the whole tip would go and it is not the owner who asks.',
  })
  async discardDraft(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The tip whose working copy goes.' }) input: DiscardDraftInput): Promise<TipRow | null> {
    await this.drafts.discard(viewer, input.tipId);
    return this.tips.byId(viewer, input.tipId);
  }
}
