import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '#access/server';
import { Db } from '#platform/server';
import { SpaceQueries } from '#spaces/server';
import type { TipPlace } from '../tip/tip.policy.js';

interface SettingsRow {
  readonly spaceId: string;
  readonly isReviewNeeded: boolean;
  readonly checkAfterMonths: number;
}

/** Months from one check to the next where a space has not said otherwise. */
export const CHECK_AFTER_MONTHS = 12;

/**
 * Spaces as the rules about tips see them, for one viewer. Read before a transaction begins: inside of it a second
 * connection would wait for the pool that the transaction itself holds a part of.
 */
@Injectable()
export class TipPlaces {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(SpaceQueries) private readonly spaces: SpaceQueries,
  ) {}

  /** In the order of the ids. A space the viewer does not know of is one they have nothing to say in. */
  async of(viewer: Viewer, spaceIds: readonly string[]): Promise<readonly TipPlace[]> {
    const [spaces, roles, settings] = await Promise.all([
      this.spaces.byIds(viewer, spaceIds),
      this.spaces.rolesIn(viewer, spaceIds),
      this.db.query<SettingsRow>(
        `select space_id as "spaceId", is_review_needed as "isReviewNeeded", check_after_months as "checkAfterMonths"
         from tip_settings where space_id = any($1::uuid[])`,
        [spaceIds],
      ),
    ]);
    return spaceIds.map((spaceId) => {
      const space = spaces.find((candidate) => candidate.id === spaceId);
      const own = settings.find((candidate) => candidate.spaceId === spaceId);
      return {
        spaceId,
        role: space === undefined ? null : (roles.get(spaceId) ?? null),
        publishers: space?.publishers ?? 'authors',
        archivedAt: space?.archivedAt ?? null,
        isReviewNeeded: own?.isReviewNeeded ?? false,
        checkAfterMonths: own?.checkAfterMonths ?? CHECK_AFTER_MONTHS,
      };
    });
  }

  async in(viewer: Viewer, spaceId: string): Promise<TipPlace> {
    const [place] = await this.of(viewer, [spaceId]);
    if (place === undefined) throw new Error('a place for each id');
    return place;
  }
}
