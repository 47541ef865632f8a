import { Inject, Injectable } from '@nestjs/common';
import { isMember, type Viewer } from '#access/server';
import { Db, decodeCursor, pageOf, type CursorKeys, type Page } from '#platform/server';
import { AppError, isUuid } from '#platform/shared';
import { SpaceQueries } from '../space/space.queries.js';
import type { JoinRequestList, JoinRequestStep, JoinRequestType } from './request.type.js';

const REQUEST_COLUMNS = `r.id, r.space_id as "spaceId", r.account_id as "applicantId", a.name as "applicantName", r.message, r.answers, r.state, r.note,
  r.ask_again_at as "askAgainAt", r.waiting_since as "waitingSince", r.created_at as "createdAt",
  (select count(*)::int from join_request e where e.space_id = r.space_id and e.account_id = r.account_id and e.created_at < r.created_at) as "earlierRequests"`;

const OPEN = ['waiting', 'asked'];
const DECIDED = ['approved', 'declined', 'withdrawn'];

/** Requests are seen by two: whoever asks, and whoever moderates the space asked for. */
@Injectable()
export class JoinRequestQueries {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(SpaceQueries) private readonly spaces: SpaceQueries,
  ) {}

  /** The queue over all spaces the viewer moderates, or one of them. */
  async queue(
    viewer: Viewer,
    list: JoinRequestList,
    spaceId: string | null,
    first: number,
    after: string | null,
  ): Promise<Page<JoinRequestType> & { readonly totalCount: number }> {
    const cursor = decodeCursor(after, 3);
    if (cursor !== null && !isPlace(cursor)) throw AppError.badInput('after', 'badCursor');
    const isOpen = list === 'open';
    const states = isOpen ? OPEN : DECIDED;
    const mine = [...viewer.moderatedSpaceIds];
    // Descending times sort as ascending negatives: one comparison serves both lists.
    const time = isOpen ? 'extract(epoch from r.waiting_since)' : '-extract(epoch from coalesce(r.decided_at, r.created_at))';
    const keys = `(case r.state when 'asked' then 1 else 0 end), ${time}, r.id`;
    const where = `r.space_id = any($1::uuid[]) and ($2::uuid is null or r.space_id = $2) and r.state = any($3::text[]) and a.deleted_at is null`;
    const rows = await this.db.query<JoinRequestType & { readonly rank: number; readonly time: string }>(
      `select ${REQUEST_COLUMNS}, (case r.state when 'asked' then 1 else 0 end) as rank, (${time})::text as time
       from join_request r join account a on a.id = r.account_id
       where ${where} and ($4::int is null or (${keys}) > ($4::int, $5::numeric, $6::uuid))
       order by ${keys} limit $7`,
      [mine, spaceId, states, cursor?.[0] ?? null, cursor?.[1] ?? null, cursor?.[2] ?? null, first + 1],
    );
    const [total] = await this.db.query<{ count: number }>(
      `select count(*)::int as count from join_request r join account a on a.id = r.account_id where ${where}`,
      [mine, spaceId, states],
    );
    return { ...pageOf(rows, first, (row) => [row.rank, row.time, row.id]), totalCount: total?.count ?? 0 };
  }

  /** Null for everybody but the applicant and the moderators of the space. */
  async byId(viewer: Viewer, id: string): Promise<JoinRequestType | null> {
    const [row] = await this.db.query<JoinRequestType>(
      `select ${REQUEST_COLUMNS} from join_request r join account a on a.id = r.account_id
       where r.id = $1 and a.deleted_at is null and (r.space_id = any($2::uuid[]) or r.account_id = $3)`,
      [id, [...viewer.moderatedSpaceIds], viewer.accountId],
    );
    if (row === undefined) return null;
    // An applicant sees it no longer once the space is unknown to them.
    return viewer.moderatedSpaceIds.has(row.spaceId) || (await this.spaces.byId(viewer, row.spaceId)) !== null ? row : null;
  }

  /** The viewer's newest request in each of these spaces. */
  async mineIn(viewer: Viewer, spaceIds: readonly string[]): Promise<ReadonlyMap<string, JoinRequestType>> {
    if (!isMember(viewer)) return new Map();
    const rows = await this.db.query<JoinRequestType>(
      `select distinct on (r.space_id) ${REQUEST_COLUMNS} from join_request r join account a on a.id = r.account_id
       where r.account_id = $1 and r.space_id = any($2::uuid[]) order by r.space_id, r.created_at desc, r.id desc`,
      [viewer.accountId, spaceIds],
    );
    return new Map(rows.map((row) => [row.spaceId, row]));
  }

  /** The viewer's open and declined requests in spaces they know of, newest first: what the home page tells of. */
  async mine(viewer: Viewer): Promise<readonly JoinRequestType[]> {
    const known = (await this.spaces.listed(viewer)).map((space) => space.id);
    const newest = await this.mineIn(viewer, known);
    return [...newest.values()]
      .filter((request) => request.state !== 'withdrawn' && request.state !== 'approved')
      .sort((one, other) => other.createdAt.getTime() - one.createdAt.getTime());
  }

  /** The steps of each request in order of time. Applicants read what was decided and said, not which moderator did it. */
  async steps(viewer: Viewer, requests: readonly JoinRequestType[]): Promise<readonly (readonly JoinRequestStep[])[]> {
    const rows = await this.db.query<JoinRequestStep & { readonly requestId: string; readonly actorId: string | null }>(
      `select s.request_id as "requestId", s.act, s.actor_id as "actorId", a.name as "actorName", s.note, s.at
       from join_request_step s left join account a on a.id = s.actor_id and a.deleted_at is null
       where s.request_id = any($1::uuid[]) order by s.at, s.id`,
      [requests.map((request) => request.id)],
    );
    return requests.map((request) => {
      const own = rows.filter((row) => row.requestId === request.id);
      if (viewer.moderatedSpaceIds.has(request.spaceId)) return own;
      return own
        .filter((row) => row.act !== 'reminded')
        .map((row) => (row.actorId === viewer.accountId ? row : { ...row, actorName: null }));
    });
  }
}

/** Rank, seconds, request: anything else was not handed out by this list. */
function isPlace([rank, time, id]: CursorKeys): boolean {
  return (rank === 0 || rank === 1) && typeof time === 'string' && /^-?\d{1,12}(\.\d{1,9})?$/.test(time) && typeof id === 'string' && isUuid(id);
}
