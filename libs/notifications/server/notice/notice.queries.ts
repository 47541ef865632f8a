import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '#access/server';
import { Db } from '#platform/server';
import { NoticeKinds } from './notice.registry.js';
import { groupKeyOf, NOTICE_COLUMNS, type NoticeRow, type SeenNotice } from './notice.row.js';
import { NoticeSight } from './notice.sight.js';

/** So many of one group are looked at; a group with more says so many. */
const PER_GROUP = 50;
/** Of older ones nobody finds the page by chance. */
const LOOKED_AT = 100;
/** The bell counts no further. */
const COUNT_AT_MOST = 99;

/** What belongs together, as its reader sees it now: never empty, newest first. */
export interface SeenGroup {
  readonly groupKind: string;
  readonly groupId: string;
  readonly newestAt: Date;
  /** The place in the list: of its newest notice, seen or not. */
  readonly cursor: string;
  readonly notices: readonly SeenNotice[];
}

interface GroupKey extends GroupCursor {
  readonly groupKind: string;
}

export interface GroupCursor {
  readonly newestAt: string;
  readonly groupId: string;
}

/**
 * What may be on the page at all, before the kinds are asked: `$1` account, `$2` readable spaces, `$3` known kinds.
 * Categories that a person took off the page are neither listed nor counted.
 */
const ON_PAGE = `notice.account_id = $1 and (notice.space_id is null or notice.space_id = any($2::uuid[])) and notice.kind = any($3::text[])
  and not exists (select from notice_preference p where p.account_id = $1 and p.category = notice.category and not p.on_page)`;

/** Every read of the notice centre. Lost from sight is neither shown nor counted. */
@Injectable()
export class NoticeQueries {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(NoticeKinds) private readonly kinds: NoticeKinds,
    @Inject(NoticeSight) private readonly sight: NoticeSight,
  ) {}

  /** Up to `count` groups, the one with the newest notice first. */
  async groups(viewer: Viewer, count: number, after: GroupCursor | null, isUnreadOnly: boolean): Promise<readonly SeenGroup[]> {
    const found: SeenGroup[] = [];
    let from = after;
    while (found.length < count) {
      const keys = await this.keysOf(viewer, count, from, isUnreadOnly);
      found.push(...(await this.filled(viewer, keys, isUnreadOnly, PER_GROUP)));
      const last = keys.at(-1);
      // Groups whose things are all out of sight leave room for the next.
      if (last === undefined || keys.length < count) break;
      from = last;
    }
    return found.slice(0, count);
  }

  /** How many groups hold something unread; not further than 99. */
  async unreadCount(viewer: Viewer): Promise<number> {
    let count = 0;
    let from: GroupKey | null = null;
    while (count < COUNT_AT_MOST) {
      const keys: readonly GroupKey[] = await this.keysOf(viewer, COUNT_AT_MOST, from, true);
      // Mostly the newest of a group is seen; only where it is not, the others are looked at.
      const seen = new Set((await this.filled(viewer, keys, true, 1)).map(groupKeyOf));
      const rest = keys.filter((key) => !seen.has(groupKeyOf(key)));
      count += seen.size + (await this.filled(viewer, rest, true, PER_GROUP)).length;
      const last = keys.at(-1);
      if (last === undefined || keys.length < COUNT_AT_MOST) break;
      from = last;
    }
    return Math.min(count, COUNT_AT_MOST);
  }

  /** One of the viewer's own notices; null for others' and for what is out of sight. */
  async own(viewer: Viewer, id: string): Promise<SeenNotice | null> {
    const rows = await this.db.query<NoticeRow>(`select ${NOTICE_COLUMNS} from notice where ${ON_PAGE} and notice.id = $4`, [...this.base(viewer), id]);
    return (await this.sight.of(viewer, rows))[0] ?? null;
  }

  /** What is unread and leads to this page, of the newest hundred, also of what is taken off the notice centre. */
  async unreadAt(viewer: Viewer, path: string): Promise<readonly string[]> {
    const rows = await this.db.query<NoticeRow>(
      `select ${NOTICE_COLUMNS} from notice where notice.account_id = $1 and (notice.space_id is null or notice.space_id = any($2::uuid[])) and notice.kind = any($3::text[])
         and read_at is null order by created_at desc, notice.id desc limit $4`,
      [...this.base(viewer), LOOKED_AT],
    );
    return (await this.sight.of(viewer, rows)).filter(({ view }) => leadsTo(view.path, path)).map(({ id }) => id);
  }

  private async keysOf(viewer: Viewer, count: number, after: GroupCursor | null, isUnreadOnly: boolean): Promise<readonly GroupKey[]> {
    return this.db.query<GroupKey>(
      `select group_kind as "groupKind", group_id as "groupId", to_char(max(created_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "newestAt"
       from notice where ${ON_PAGE} and ($6 = false or read_at is null)
       group by group_kind, group_id having $4::timestamptz is null or (max(created_at), group_id) < ($4::timestamptz, $5::uuid)
       order by max(created_at) desc, group_id desc limit $7`,
      [...this.base(viewer), after?.newestAt ?? null, after?.groupId ?? null, isUnreadOnly, count],
    );
  }

  /** @param most so many of each are looked at. */
  private async filled(viewer: Viewer, keys: readonly GroupKey[], isUnreadOnly: boolean, most: number): Promise<readonly SeenGroup[]> {
    if (keys.length === 0) return [];
    const rows = await this.db.query<NoticeRow>(
      `select n.* from unnest($4::text[], $5::uuid[]) g (kind, id), lateral (
         select ${NOTICE_COLUMNS} from notice where ${ON_PAGE} and group_kind = g.kind and group_id = g.id and ($6 = false or read_at is null)
         order by created_at desc, notice.id desc limit $7) n`,
      [...this.base(viewer), keys.map(({ groupKind }) => groupKind), keys.map(({ groupId }) => groupId), isUnreadOnly, most],
    );
    const seen = await this.sight.of(viewer, rows);
    return keys.flatMap(({ groupKind, groupId, newestAt: cursor }) => {
      const notices = seen.filter((notice) => notice.groupKind === groupKind && notice.groupId === groupId);
      const [newest] = notices;
      return newest === undefined ? [] : [{ groupKind, groupId, newestAt: newest.createdAt, cursor, notices }];
    });
  }

  private base(viewer: Viewer): readonly unknown[] {
    return [viewer.accountId, [...viewer.readableSpaceIds], this.kinds.names];
  }
}

/** The place within a page is passed over, and so is what the page has in its query beyond what the notice names. */
function leadsTo(noticePath: string, visited: string): boolean {
  const [notice, page] = [noticePath, visited].map((path) => (URL.canParse(path, 'http://here') ? new URL(path, 'http://here') : undefined));
  if (notice === undefined || page === undefined || notice.host !== page.host || notice.pathname !== page.pathname) return false;
  return [...notice.searchParams].every(([name, value]) => page.searchParams.get(name) === value);
}
