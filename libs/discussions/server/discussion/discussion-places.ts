import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '#access/server';
import { SpaceQueries } from '#spaces/server';
import type { DiscussionPlace } from './discussion.policy.js';

/**
 * Spaces as the rules about discussions see them, for one viewer. Read before a transaction begins: inside of it a second
 * connection would wait for the pool that the transaction itself holds a part of.
 */
@Injectable()
export class DiscussionPlaces {
  constructor(@Inject(SpaceQueries) private readonly spaces: SpaceQueries) {}

  /** In the order of the ids. A space the viewer does not know of is one they have nothing to say in. */
  async of(viewer: Viewer, spaceIds: readonly string[]): Promise<readonly DiscussionPlace[]> {
    const [spaces, roles] = await Promise.all([this.spaces.byIds(viewer, spaceIds), this.spaces.rolesIn(viewer, spaceIds)]);
    return spaceIds.map((spaceId) => {
      const space = spaces.find((candidate) => candidate.id === spaceId);
      return { spaceId, role: space === undefined ? null : (roles.get(spaceId) ?? null), archivedAt: space?.archivedAt ?? null };
    });
  }

  async in(viewer: Viewer, spaceId: string): Promise<DiscussionPlace> {
    const [place] = await this.of(viewer, [spaceId]);
    if (place === undefined) throw new Error('a place for each id');
    return place;
  }
}
