import { Inject } from '@nestjs/common';
import { Args, Context, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import type { Viewer } from '#access/server';
import { CurrentViewer, decodeCursor, PageArgs, pageOf, perRequest, type GraphqlContext, type Page } from '#platform/server';
import { AppError } from '#platform/shared';
import { signedIn } from '../tip/tip.gate.js';
import { TipLoaders } from '../tip/tip.loaders.js';
import { canSeeInside } from '../tip/tip.policy.js';
import { TipQueries } from '../tip/tip.queries.js';
import type { TipRow, Writer } from '../tip/tip.row.js';
import { Tip, TipWriter } from '../tip/tip.type.js';
import { FeedbackService, type NoteRow } from './feedback.service.js';
import { ReportTipOutdatedInput, ResolveTipNoteInput, SetTipHelpedInput, TipNote, TipNoteConnection, TipTasks } from './feedback.type.js';

const input = { description: 'The tip or note and what is said about it.' };

/** What readers say, and what waits for authors. */
@Resolver(() => TipNote)
export class FeedbackResolver {
  constructor(
    @Inject(FeedbackService) private readonly feedback: FeedbackService,
    @Inject(TipQueries) private readonly tips: TipQueries,
    @Inject(TipLoaders) private readonly loaders: TipLoaders,
  ) {}

  @Query(() => TipTasks, { description: 'What waits for the viewer; all zero for guests.' })
  async tipTasks(@CurrentViewer() viewer: Viewer): Promise<TipTasks> {
    return this.feedback.tasks(viewer);
  }

  @Query(() => TipNoteConnection, { description: 'Open notes of readers on tips the viewer wrote, the oldest first. UNAUTHENTICATED for guests.' })
  async myTipNotes(@CurrentViewer() viewer: Viewer, @Args() args: PageArgs): Promise<Page<NoteRow>> {
    signedIn(viewer);
    return pageOf(await this.feedback.openForAuthor(viewer, args.first, decodeCursor(args.after, 2)), args.first, (row) => [row.sortKey ?? '', row.id]);
  }

  @Mutation(() => Tip, { description: 'Says that a tip helped, or takes it back; each account counts once. UNAUTHENTICATED for guests; NOT_FOUND for a tip out of sight; FORBIDDEN for its authors, for tips that are not published and for whoever is not approved.' })
  async setTipHelped(@CurrentViewer() viewer: Viewer, @Args('input', input) input: SetTipHelpedInput): Promise<TipRow> {
    await this.feedback.setHelped(viewer, input.tipId, input.helped);
    return this.seen(viewer, input.tipId);
  }

  @Mutation(() => Tip, { description: 'Says that a tip is outdated and why; its authors get a mail. UNAUTHENTICATED for guests; NOT_FOUND for a tip out of sight; FORBIDDEN for its authors and for tips that are not published; RATE_LIMITED after 20 within an hour; CONFLICT `idReused`.' })
  async reportTipOutdated(@CurrentViewer() viewer: Viewer, @Args('input', input) input: ReportTipOutdatedInput): Promise<TipRow> {
    await this.feedback.reportOutdated(viewer, input.id, input.tipId, input.reason);
    return this.seen(viewer, input.tipId);
  }

  @Mutation(() => Tip, { description: 'An author or moderator has dealt with a note; a second time changes nothing. Confirming or changing the tip deals with all of them. UNAUTHENTICATED for guests; NOT_FOUND for a note on a tip one neither wrote nor moderates.' })
  async resolveTipNote(@CurrentViewer() viewer: Viewer, @Args('input', input) input: ResolveTipNoteInput): Promise<TipRow> {
    return this.seen(viewer, await this.feedback.resolve(viewer, input.noteId));
  }

  @ResolveField(() => Tip, { description: 'The tip it is about, as the viewer sees it.' })
  async tip(@Parent() note: NoteRow, @Context() context: GraphqlContext): Promise<TipRow> {
    const tip = await this.loaders.of(context).tip.load(note.tipId);
    if (tip === null) throw AppError.notFound();
    return tip;
  }

  @ResolveField(() => TipWriter, { nullable: true, description: 'Who said it; null where that account is gone.' })
  async by(@Parent() note: NoteRow, @Context() context: GraphqlContext): Promise<Writer | null> {
    return this.loaders.writer(context, note.accountId);
  }

  private async seen(viewer: Viewer, tipId: string): Promise<TipRow> {
    const tip = await this.tips.byId(viewer, tipId);
    if (tip === null) throw AppError.notFound();
    return tip;
  }
}

@Resolver(() => Tip)
export class TipFeedbackFields {
  constructor(
    @Inject(FeedbackService) private readonly feedback: FeedbackService,
    @Inject(TipLoaders) private readonly loaders: TipLoaders,
  ) {}

  @ResolveField(() => [TipNote], { description: 'Open notes of readers, the oldest first (at most 100); empty for whoever neither wrote the tip nor moderates its space.' })
  async notes(@Parent() tip: TipRow, @Context() context: GraphqlContext): Promise<readonly NoteRow[]> {
    if (!canSeeInside(context.viewer, tip)) return [];
    const loader = perRequest(context, this, () => new DataLoader(async (ids: readonly string[]) => {
      const notes = await this.feedback.openOf(ids);
      return ids.map((id) => notes.filter((note) => note.tipId === id));
    }));
    return loader.load(tip.id);
  }

  @ResolveField(() => Int, { nullable: true, description: 'How many open notes there are; null for whoever neither wrote the tip nor moderates its space.' })
  async openNoteCount(@Parent() tip: TipRow, @Context() context: GraphqlContext): Promise<number | null> {
    return canSeeInside(context.viewer, tip) ? this.loaders.of(context).openNotes.load(tip.id) : null;
  }

  @ResolveField(() => String, { nullable: true, description: 'Why it was hidden; null where it is not, and for whoever neither wrote the tip nor moderates its space.' })
  hiddenReason(@Parent() tip: TipRow, @CurrentViewer() viewer: Viewer): string | null {
    return canSeeInside(viewer, tip) ? (tip.hiddenReason ?? null) : null;
  }
}
