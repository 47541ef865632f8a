import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Viewer } from '#access/server';
import { CurrentViewer, IdArg, type GraphqlContext } from '#platform/server';
import { AppError } from '#platform/shared';
import { ReportService, type ReportReceipt } from './report.service.js';
import { ReportableItem, ReportAsGuestInput, ReportItemInput, ReportReceiptType } from './report.type.js';

@Resolver()
export class ReportResolver {
  constructor(@Inject(ReportService) private readonly reports: ReportService) {}

  @Query(() => ReportableItem, { description: 'What a report would be about, for the page of the form. NOT_FOUND alike for what is not there and what the viewer does not see.' })
  async reportableItem(
    @CurrentViewer() viewer: Viewer,
    @Args('kind', { description: 'Kind of the item: `tip`, `post`, `discussion`, `poll`.' }) kind: string,
    @IdArg('id', 'Id of the tip, post or discussion.') id: string,
  ): Promise<ReportableItem> {
    const item = await this.reports.reportable(viewer, kind, id);
    if (item === null) throw AppError.notFound();
    return { title: item.title, path: item.path, viewerCanReport: viewer.accountId !== null && !item.authorIds.includes(viewer.accountId) };
  }

  @Mutation(() => ReportReceiptType, {
    description:
      'Says that something is not right; its moderators look. The author never learns who said so. Twice by the same person is one report. UNAUTHENTICATED for guests; NOT_FOUND alike for what is not there and what the viewer does not see; FORBIDDEN `moderation.ownItem`; `required` at `words`; RATE_LIMITED after 30 within a day.',
  })
  async reportItem(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The item and what is wrong with it.' }) input: ReportItemInput): Promise<ReportReceipt> {
    return this.reports.report(viewer, { kind: input.kind, itemId: input.itemId, reason: input.reason, words: input.words ?? '' });
  }

  @Mutation(() => ReportReceiptType, {
    description:
      'Reports illegal content of a public space without an account; receipt and decision come by mail. NOT_FOUND for what not everybody may read; RATE_LIMITED after 5 an hour from one network or 3 a day for one address; `required` at `isInGoodFaith`.',
  })
  async reportAsGuest(@CurrentViewer() viewer: Viewer, @Context() context: GraphqlContext, @Args('input', { description: 'The item, why it is illegal, and where the answer goes.' }) input: ReportAsGuestInput): Promise<ReportReceipt> {
    const { kind, itemId, words, name, address } = input;
    const receipt = await this.reports.reportAsGuest(viewer, context.ip, { kind, itemId, words, name, address, locale: viewer.locale });
    // That somebody else used this address before is not for whoever types it to learn.
    return { ...receipt, isRepeated: false };
  }
}
