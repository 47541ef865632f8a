import { Inject, Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import { perRequest, type GraphqlContext } from '#platform/server';
import type { Space, SpaceRole } from './space.entity.js';
import { SpaceQueries } from './space.queries.js';

interface Loaders {
  readonly space: DataLoader<string, Space | null>;
  readonly children: DataLoader<string, readonly Space[]>;
  readonly role: DataLoader<string, SpaceRole | null>;
  readonly shutOutUntil: DataLoader<string, Date | null>;
}

/** As many are read before it is known whether they are needed. */
const READ_AHEAD = 40;

/** Reads of spaces, gathered over one request and bound to its viewer. */
@Injectable()
export class SpaceLoaders {
  constructor(@Inject(SpaceQueries) private readonly queries: SpaceQueries) {}

  /** Null for what the viewer does not know of. */
  async byId(context: GraphqlContext, id: string): Promise<Space | null> {
    return this.of(context).space.load(id);
  }

  /**
   * For lists over all the viewer's spaces, asked at the same moment: the spaces leave for the database with the list, not
   * after it. Where they are many those that {@link byId} is asked for are read, as always.
   */
  readAhead(context: GraphqlContext): void {
    const ids = context.viewer.readableSpaceIds;
    // Whoever needs one hears of what went wrong.
    if (ids.size <= READ_AHEAD) void this.of(context).space.loadMany([...ids]).catch(() => undefined);
  }

  async childrenOf(context: GraphqlContext, parentId: string): Promise<readonly Space[]> {
    return this.of(context).children.load(parentId);
  }

  async roleIn(context: GraphqlContext, spaceId: string): Promise<SpaceRole | null> {
    return this.of(context).role.load(spaceId);
  }

  async shutOutUntil(context: GraphqlContext, spaceId: string): Promise<Date | null> {
    return this.of(context).shutOutUntil.load(spaceId);
  }

  private of(context: GraphqlContext): Loaders {
    return perRequest(context, this, () => ({
      space: new DataLoader(async (ids: readonly string[]) => {
        const found = new Map((await this.queries.byIds(context.viewer, ids)).map((space) => [space.id, space]));
        return ids.map((id) => found.get(id) ?? null);
      }),
      children: new DataLoader(async (ids: readonly string[]) => {
        const children = await this.queries.childrenOf(context.viewer, ids);
        return ids.map((id) => children.filter((child) => child.parentId === id));
      }),
      role: new DataLoader(async (ids: readonly string[]) => {
        const roles = await this.queries.rolesIn(context.viewer, ids);
        return ids.map((id) => roles.get(id) ?? null);
      }),
      shutOutUntil: new DataLoader(async (ids: readonly string[]) => {
        const ends = await this.queries.shutOutUntil(context.viewer, ids);
        return ids.map((id) => ends.get(id) ?? null);
      }),
    }));
  }
}
