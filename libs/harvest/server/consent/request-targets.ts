import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '#access/server';
import { Db } from '#platform/server';
import { Audiences, SpaceQueries } from '#spaces/server';
import type { HarvestRequest } from '../harvest.type.js';
import type { ConsentRequest } from './consents.js';

/** Who will read the words somebody is asked for: whoever agrees has to know. */
@Injectable()
export class RequestTargets {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(SpaceQueries) private readonly spaces: SpaceQueries,
    @Inject(Audiences) private readonly audiences: Audiences,
  ) {}

  async of(viewer: Viewer, requests: readonly ConsentRequest[]): Promise<readonly HarvestRequest[]> {
    const targets = new Map((await this.db.query<{ id: string; spaceId: string }>('select id, space_id as "spaceId" from tip where id = any($1::uuid[])', [requests.map(({ harvest }) => harvest.tipId)])).map(({ id, spaceId }) => [id, spaceId]));
    const spaceIds = [...new Set(targets.values())];
    const known = new Map((await this.spaces.byIds(viewer, spaceIds)).map((space) => [space.id, space.name]));
    const readers = await this.audiences.ofSpaces(spaceIds);
    return requests.map(({ voice, harvest, passages }) => {
      const spaceId = targets.get(harvest.tipId) ?? '';
      return {
        id: harvest.tipId,
        askedAt: voice.askedAt,
        answeredAt: voice.answeredAt,
        consent: voice.consent,
        wantsCredit: voice.wantsCredit,
        discussionId: harvest.discussionId,
        madeById: harvest.madeById,
        spaceName: known.get(spaceId) ?? null,
        audience: readers.get(spaceId)?.kind ?? null,
        passages,
      };
    });
  }
}
