import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '#access/server';
import { Db } from '#platform/server';
import type { Space } from './space/space.entity.js';
import { SpaceQueries } from './space/space.queries.js';

/** Who may find a space: everybody, members of the programme, or the readers of the space itself. */
export type SpaceAudience = 'everyone' | 'programme' | 'readers';

/** What can be found of a space: what is told to whoever knows of it, never its contents. */
export interface SpaceDocument {
  readonly id: string;
  readonly audience: SpaceAudience;
  readonly name: string;
  readonly description: string;
  readonly isArchived: boolean;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** Plain functions for whoever composes search; spaces knows no engine. */
@Injectable()
export class SpaceDocuments {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(SpaceQueries) private readonly spaces: SpaceQueries,
  ) {}

  /** Documents for the index; ids without a space are absent: remove those. */
  async spaceDocuments(ids: readonly string[]): Promise<readonly SpaceDocument[]> {
    return this.db.query<SpaceDocument>(
      `select id, name, description, archived_at is not null as "isArchived", created_at as "createdAt", updated_at as "updatedAt",
         case visibility when 'public' then 'everyone' when 'hidden' then 'readers' else 'programme' end as audience
       from space where id = any($1::uuid[])`,
      [ids],
    );
  }

  /** Every id, for a rebuild of the index. */
  async allSpaceIds(): Promise<readonly string[]> {
    return (await this.db.query<{ id: string }>('select id from space order by id')).map((row) => row.id);
  }

  /** Hits loaded again: those of the ids that the viewer knows of at this moment, in the order given. */
  async visibleSpaces(viewer: Viewer, ids: readonly string[]): Promise<readonly Space[]> {
    const found = new Map((await this.spaces.byIds(viewer, ids)).map((space) => [space.id, space]));
    return ids.flatMap((id) => found.get(id) ?? []);
  }
}
