import { Inject, Injectable } from '@nestjs/common';
import { assumingState, isMember, toSql, visibleTo, type Viewer } from '#access/server';
import { Db } from '#platform/server';
import { discussionColumns, type DiscussionRow } from './discussion.row.js';
import { DiscussionQueries } from './discussion.queries.js';

/** What is new in one space. */
export interface CatchUpGroup {
  readonly spaceId: string;
  /** In all, capped. */
  readonly count: number;
  readonly discussions: readonly DiscussionRow[];
}

/** Beyond it nobody counts any more: show "99+". */
export const COUNT_CAP = 100;

/** After three weeks away: everything new, space by space, in one statement. */
@Injectable()
export class CatchUp {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(DiscussionQueries) private readonly discussions: DiscussionQueries,
  ) {}

  /**
   * @param perSpace how many of each space, the latest activity first.
   * @param since nothing older; never further back than news go.
   */
  async of(viewer: Viewer, perSpace: number, since: Date | null, asked: ReadonlySet<string>): Promise<readonly CatchUpGroup[]> {
    if (viewer.accountId === null) return [];
    const { sql, parameters } = toSql(assumingState(visibleTo(viewer), 'published'), 'd', 5);
    const news = this.discussions.newsSince();
    const unread = `from discussion d left join thread_read r on r.thread_id = d.id and r.account_id = $1
      where d.space_id = s.id and d.state = 'published' and d.merged_into_id is null and d.last_activity_at > $3 and d.last_position > coalesce(r.position, 0)
        and d.id not in (select f.target_id from following f where f.account_id = $1 and f.target_kind = 'thread' and f.level = 'muted') and ${sql}`;
    const rows = await this.db.query<DiscussionRow & { readonly unreadInSpace: number }>(
      `select fresh.*, c.count as "unreadInSpace"
       from unnest($2::uuid[]) s(id)
       cross join lateral (select count(*)::int as count from (select 1 ${unread} limit ${COUNT_CAP}) capped) c
       cross join lateral (select ${discussionColumns(asked, isMember(viewer))}, coalesce(r.position, 0) as "readPosition" ${unread}
         order by d.last_activity_at desc, d.id desc limit $4) fresh
       where c.count > 0
       order by s.id, fresh."lastActivityAt" desc, fresh.id desc`,
      [viewer.accountId, [...viewer.readableSpaceIds], since !== null && since > news ? since : news, perSpace, ...parameters],
    );
    const groups = Map.groupBy(rows, (row) => row.spaceId);
    return [...groups]
      .map(([spaceId, discussions]) => ({ spaceId, count: discussions[0]?.unreadInSpace ?? 0, discussions }))
      .toSorted((left, right) => latestOf(right) - latestOf(left));
  }

  /** How many discussions of each space have something unread, capped; spaces without any are missing. */
  async counts(viewer: Viewer, spaceIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    if (viewer.accountId === null) return new Map();
    const { sql, parameters } = toSql(assumingState(visibleTo(viewer), 'published'), 'd', 4);
    const rows = await this.db.hotQuery<{ id: string; count: number }>(
      `select s.id, c.count from unnest($2::uuid[]) s(id) cross join lateral (select count(*)::int as count from (
         select 1 from discussion d left join thread_read r on r.thread_id = d.id and r.account_id = $1
         where d.space_id = s.id and d.state = 'published' and d.merged_into_id is null and d.last_activity_at > $3 and d.last_position > coalesce(r.position, 0)
           and d.id not in (select f.target_id from following f where f.account_id = $1 and f.target_kind = 'thread' and f.level = 'muted') and ${sql}
         limit ${COUNT_CAP}) capped) c`,
      [viewer.accountId, spaceIds, this.discussions.newsSince(), ...parameters],
    );
    return new Map(rows.map(({ id, count }) => [id, count]));
  }

  /** All with something unread in what the viewer reads, or in one space: what `markAllRead` is about. */
  async unreadIds(viewer: Viewer, spaceId: string | null, until: Date): Promise<readonly string[]> {
    const { sql, parameters } = toSql(assumingState(visibleTo(viewer), 'published'), 'd', 5);
    const rows = await this.db.query<{ id: string }>(
      `select d.id from discussion d left join thread_read r on r.thread_id = d.id and r.account_id = $1
       where ($2::uuid is null or d.space_id = $2) and d.state = 'published' and d.merged_into_id is null and d.last_activity_at > $3 and d.last_activity_at <= $4
         and d.last_position > coalesce(r.position, 0) and ${sql}`,
      [viewer.accountId, spaceId, this.discussions.newsSince(), until, ...parameters],
    );
    return rows.map(({ id }) => id);
  }
}

function latestOf({ discussions }: CatchUpGroup): number {
  return discussions[0]?.lastActivityAt.getTime() ?? 0;
}
