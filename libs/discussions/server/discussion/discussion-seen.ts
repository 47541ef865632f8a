import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '#access/server';
import { AppError } from '#platform/shared';
import { DiscussionQueries } from './discussion.queries.js';
import type { DiscussionRow } from './discussion.row.js';

/** What a mutation answers with: the discussion as it is now. */
@Injectable()
export class DiscussionSeen {
  constructor(@Inject(DiscussionQueries) private readonly queries: DiscussionQueries) {}

  /** @throws {AppError} NOT_FOUND where the viewer sees it no longer. */
  async now(viewer: Viewer, discussionId: string): Promise<DiscussionRow> {
    const discussion = await this.queries.byId(viewer, discussionId);
    if (discussion === null) throw AppError.notFound();
    return discussion;
  }
}
