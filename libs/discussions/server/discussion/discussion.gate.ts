import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ensure, type Viewer } from '#access/server';
import { accountOf } from '#accounts/server';
import { AppError } from '#platform/shared';
import { DiscussionPlaces } from './discussion-places.js';
import { canOpen, type DiscussionPlace, type DiscussionRule } from './discussion.policy.js';
import { DiscussionQueries } from './discussion.queries.js';
import type { DiscussionRow } from './discussion.row.js';

/** What a use case may go on with: the discussion is seen, the act is allowed. */
export interface Admitted {
  readonly accountId: string;
  readonly place: DiscussionPlace;
  readonly seen: DiscussionRow;
  /** Locks the row and asks the rule again: between the look and the act somebody else may have changed it. */
  readonly lock: (tx: EntityManager) => Promise<DiscussionRow>;
}

/** The way into every change of a discussion. */
@Injectable()
export class DiscussionGate {
  constructor(
    @Inject(DiscussionQueries) private readonly discussions: DiscussionQueries,
    @Inject(DiscussionPlaces) private readonly places: DiscussionPlaces,
  ) {}

  /**
   * @param reason of the refusal, a key of a sentence.
   * @throws {AppError} UNAUTHENTICATED for guests, NOT_FOUND for what the viewer does not see, FORBIDDEN with `reason` for
   *   what they may not do.
   */
  async admit(viewer: Viewer, discussionId: string, rule: DiscussionRule, reason: string): Promise<Admitted> {
    const accountId = accountOf(viewer);
    const seen = await this.discussions.byId(viewer, discussionId);
    if (seen === null) throw AppError.notFound();
    const place = await this.places.in(viewer, seen.spaceId);
    ensure(seen, (discussion) => rule(viewer, discussion, place), reason);
    const lock = async (tx: EntityManager): Promise<DiscussionRow> => {
      const locked = ensure(await this.discussions.lock(tx, viewer, seen.id), (discussion) => rule(viewer, discussion, place), reason);
      // Moved meanwhile: the place that was asked about is another one.
      if (locked.spaceId !== place.spaceId) throw AppError.notFound();
      return locked;
    };
    return { accountId, place, seen, lock };
  }

  /** @throws {AppError} NOT_FOUND for a space whose content the viewer does not see, FORBIDDEN `discussion.mayNotOpen` where they only read. */
  async admitToSpace(viewer: Viewer, spaceId: string): Promise<{ readonly accountId: string; readonly place: DiscussionPlace }> {
    const accountId = accountOf(viewer);
    if (!viewer.readableSpaceIds.has(spaceId)) throw AppError.notFound();
    const place = await this.places.in(viewer, spaceId);
    if (!canOpen(viewer, place)) throw AppError.forbidden('discussion.mayNotOpen');
    return { accountId, place };
  }
}
