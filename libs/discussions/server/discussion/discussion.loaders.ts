import { Inject, Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import { isMember, type Viewer } from '#access/server';
import { Db, perRequest, type GraphqlContext } from '#platform/server';
import { Audiences, type Audience, type AudienceSubject } from '#spaces/server';
import { TOPIC_COLUMNS, type TopicRow } from '#topics/server';
import { CatchUp } from './catch-up.js';
import { DiscussionPlaces } from './discussion-places.js';
import type { DiscussionPlace } from './discussion.policy.js';
import { DiscussionQueries } from './discussion.queries.js';
import type { DiscussionRow, Writer } from './discussion.row.js';

interface Loaders {
  readonly discussion: DataLoader<string, DiscussionRow | null>;
  readonly place: DataLoader<string, DiscussionPlace>;
  readonly writer: DataLoader<string, Writer>;
  readonly topic: DataLoader<string, TopicRow | null>;
  readonly readPosition: DataLoader<string, number>;
  readonly unreadInSpace: DataLoader<string, number>;
  readonly audience: DataLoader<AudienceSubject, Audience | null, string>;
}

/** Reads beside a list of discussions, gathered over one request: their number does not grow with the page. */
@Injectable()
export class DiscussionLoaders {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(DiscussionQueries) private readonly discussions: DiscussionQueries,
    @Inject(DiscussionPlaces) private readonly places: DiscussionPlaces,
    @Inject(CatchUp) private readonly catchUp: CatchUp,
    @Inject(Audiences) private readonly audiences: Audiences,
  ) {}

  of(context: GraphqlContext): Loaders {
    return perRequest(context, this, () => this.loadersFor(context.viewer));
  }

  /** Somebody by name; nobody where the viewer may not know names. */
  async writer(context: GraphqlContext, accountId: string | null | undefined): Promise<Writer | null> {
    return accountId === null || accountId === undefined || !isMember(context.viewer) ? null : this.of(context).writer.load(accountId);
  }

  async topics(context: GraphqlContext, ids: readonly string[]): Promise<readonly TopicRow[]> {
    const found = await Promise.all(ids.map((id) => this.of(context).topic.load(id)));
    return found.filter((topic) => topic !== null).toSorted((left, right) => left.name.localeCompare(right.name, 'de'));
  }

  private loadersFor(viewer: Viewer): Loaders {
    const batch = <Row>(read: (ids: readonly string[]) => Promise<readonly (Row & { readonly id: string })[]>) =>
      new DataLoader<string, Row | null>(async (ids) => {
        const rows = new Map((await read(ids)).map((row) => [row.id, row]));
        return ids.map((id) => rows.get(id) ?? null);
      });
    return {
      discussion: batch((ids) => this.discussions.byIds(viewer, ids)),
      place: new DataLoader((ids) => this.places.of(viewer, ids)),
      writer: new DataLoader(async (ids) => {
        const rows = await this.db.hotQuery<{ id: string; name: string }>('select id, name from account where id = any($1::uuid[]) and deleted_at is null', [ids]);
        const names = new Map(rows.map((row) => [row.id, row.name]));
        return ids.map((id) => ({ accountId: id, name: names.get(id) ?? null }));
      }),
      topic: batch((ids) => this.db.hotQuery<TopicRow>(`select ${TOPIC_COLUMNS} from topic where id = any($1::uuid[])`, [ids])),
      readPosition: new DataLoader(async (ids) => {
        if (viewer.accountId === null) return ids.map(() => 0);
        const rows = await this.db.hotQuery<{ id: string; position: number }>('select thread_id as id, position from thread_read where account_id = $1 and thread_id = any($2::uuid[])', [viewer.accountId, ids]);
        const positions = new Map(rows.map((row) => [row.id, row.position]));
        return ids.map((id) => positions.get(id) ?? 0);
      }),
      unreadInSpace: new DataLoader(async (ids) => {
        const counts = await this.catchUp.counts(viewer, ids);
        return ids.map((id) => counts.get(id) ?? 0);
      }),
      audience: new DataLoader((subjects) => this.audiences.ofContents(subjects), { cacheKeyFn: ({ spaceId, state, authorIds }) => [spaceId, state, ...authorIds].join(' ') }),
    };
  }
}
