import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '#access/server';
import { Db, decodeCursor, pageOf, type CursorKeys, type Page } from '#platform/server';
import { AppError, isUuid } from '#platform/shared';
import { MAY_READ_SPACE_SQL, MEMBER_VIEWERS_SQL } from '../identity/readable-spaces.js';
import type { Space } from '../space/space.entity.js';
import { canSeeMembers } from '../space/space.policy.js';
import type { SpaceMember, SpaceModerator } from './member.type.js';
import { folded, namePiece, spelledOut } from './name-search.js';

/** Whoever is in and can use it now: not blocked, not gone, and of the programme role the space is limited to. */
const MEMBERS_SQL = `
  space_member m join space on space.id = m.space_id
  join (${MEMBER_VIEWERS_SQL}) v on v.account_id = m.account_id
    and (space.limited_to_role is null or space.limited_to_role = any(v.programme_roles) or m.role = 'moderator')
  join account a on a.id = m.account_id`;

/** Moderators first, then authors; the list's first key. */
const RANK_SQL = `array_position(array['moderator', 'author', 'member'], m.role)`;

interface MemberRow extends SpaceMember {
  readonly rank: number;
}

@Injectable()
export class MemberQueries {
  constructor(@Inject(Db) private readonly db: Db) {}

  /** Null for who may not see the members. @param name only those with it in their name. */
  async page(viewer: Viewer, space: Space, first: number, after: string | null, name: string | null = null): Promise<Page<SpaceMember> | null> {
    if (!canSeeMembers(viewer, space)) return null;
    const cursor = decodeCursor(after, 3);
    if (cursor !== null && !isPlace(cursor)) throw AppError.badInput('after', 'badCursor');
    const rows = await this.db.query<MemberRow>(
      `select m.account_id as "accountId", a.name, m.role, m.joined_at as "joinedAt", ${RANK_SQL} as rank from ${MEMBERS_SQL}
       where m.space_id = $1
         and ($2::int is null or (${RANK_SQL}, a.name collate "de-x-icu", a.id) > ($2::int, $3::text collate "de-x-icu", $4::uuid))
         and ($6::text is null or ${folded('a.name')} like '%' || ${folded('$6::text')} || '%' or ${spelledOut('a.name')} like '%' || ${spelledOut('$6::text')} || '%')
       order by rank, a.name collate "de-x-icu", a.id limit $5`,
      [space.id, cursor?.[0] ?? null, cursor?.[1] ?? null, cursor?.[2] ?? null, first + 1, name === null ? null : namePiece(name)],
    );
    return pageOf(rows, first, (row) => [row.rank, row.name, row.accountId]);
  }

  /** How many members each space has now. */
  async counts(spaceIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await this.db.query<{ id: string; count: number }>(
      `select m.space_id as id, count(*)::int as count from ${MEMBERS_SQL} where m.space_id = any($1::uuid[]) group by m.space_id`,
      [spaceIds],
    );
    return new Map(rows.map((row) => [row.id, row.count]));
  }

  async moderators(spaceIds: readonly string[]): Promise<readonly (SpaceModerator & { readonly spaceId: string })[]> {
    return this.db.query(
      `select m.space_id as "spaceId", m.account_id as "accountId", a.name from ${MEMBERS_SQL}
       where m.space_id = any($1::uuid[]) and m.role = 'moderator' order by a.name collate "de-x-icu", a.id`,
      [spaceIds],
    );
  }

  /** Which of these people are in a space that the viewer is in too. */
  async sharing(viewer: Viewer, accountIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.db.query<{ id: string }>(
      `select distinct m.account_id as id from ${MEMBERS_SQL}
       join space_member own on own.space_id = m.space_id and own.account_id = $1
       where m.account_id = any($2::uuid[]) and m.space_id = any($3::uuid[])`,
      [viewer.accountId, accountIds, [...viewer.readableSpaceIds]],
    );
    return new Set(rows.map((row) => row.id));
  }

  /** The other way round: who is in a space that this person is in too, and so sees what is for members of their spaces. */
  async sharers(accountId: string): Promise<ReadonlySet<string>> {
    const rows = await this.db.query<{ id: string }>(
      `with shown as (select m.space_id from ${MEMBERS_SQL} where m.account_id = $1)
       select distinct v.account_id as id from shown join space on space.id = shown.space_id
       join space_member own on own.space_id = space.id join (${MEMBER_VIEWERS_SQL}) v on v.account_id = own.account_id
       where v.account_id <> $1 and ${MAY_READ_SPACE_SQL}`,
      [accountId],
    );
    return new Set(rows.map((row) => row.id));
  }
}

/** Rank, name, account: anything else was not handed out by this list. */
function isPlace([rank, name, accountId]: CursorKeys): boolean {
  return (rank === 1 || rank === 2 || rank === 3) && typeof name === 'string' && !name.includes('\0') && typeof accountId === 'string' && isUuid(accountId);
}
