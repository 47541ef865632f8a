import { Inject, Injectable } from '@nestjs/common';
import { isMember, type Viewer } from '#access/server';
import { Db } from '#platform/server';
import { SPACE_COLUMNS, type Space, type SpaceRole } from './space.entity.js';
import { membershipHolds } from './space.policy.js';

/** Sorts after every name of a person or a space: sub-lists are read by name. */
const BY_NAME = 'order by space.name collate "de-x-icu", space.id';

/**
 * Who knows that a space exists: public ones everybody, programme and closed ones members of the programme, hidden
 * ones who is inside or was asked in by name. Knowing is not reading; for that see identity/readable-spaces.
 */
function listedTo(viewer: Viewer): { readonly sql: string; readonly parameters: readonly unknown[] } {
  return {
    sql: `(space.visibility = 'public'
      or space.id = any($1::uuid[])
      or ($2 and (space.visibility in ('programme', 'closed')
        or exists (select from space_invitee i where i.space_id = space.id and i.account_id = $3))))`,
    parameters: [[...viewer.readableSpaceIds], isMember(viewer), viewer.accountId],
  };
}

/** Every read of spaces. What the viewer does not know of is absent, like what does not exist. */
@Injectable()
export class SpaceQueries {
  constructor(@Inject(Db) private readonly db: Db) {}

  /** All spaces the viewer knows of, by name; sub-spaces among them. */
  async listed(viewer: Viewer): Promise<readonly Space[]> {
    const { sql, parameters } = listedTo(viewer);
    return this.db.query<Space>(`select ${SPACE_COLUMNS} from space where ${sql} ${BY_NAME}`, parameters);
  }

  /** The spaces the viewer is a member of, by name. */
  async mine(viewer: Viewer): Promise<readonly Space[]> {
    if (!isMember(viewer)) return [];
    return this.db.query<Space>(
      `select ${SPACE_COLUMNS} from space join space_member m on m.space_id = space.id and m.account_id = $1
       where space.id = any($2::uuid[]) ${BY_NAME}`,
      [viewer.accountId, [...viewer.readableSpaceIds]],
    );
  }

  /** By its present or a former address; null for what the viewer does not know of. */
  async bySlug(viewer: Viewer, slug: string): Promise<Space | null> {
    const { sql, parameters } = listedTo(viewer);
    const [space] = await this.db.query<Space>(
      `select ${SPACE_COLUMNS} from space
       where (space.slug = $4 or space.id = (select space_id from space_former_slug where slug = $4)) and ${sql}
       order by space.slug = $4 desc limit 1`,
      // No address holds a NUL, which the database refuses to read.
      [...parameters, slug.slice(0, 200).replaceAll('\0', '')],
    );
    return space ?? null;
  }

  /** Null for what the viewer does not know of. */
  async byId(viewer: Viewer, id: string): Promise<Space | null> {
    const [space] = await this.byIds(viewer, [id]);
    return space ?? null;
  }

  /** Those of the ids that the viewer knows of, in no particular order. */
  async byIds(viewer: Viewer, ids: readonly string[]): Promise<readonly Space[]> {
    const { sql, parameters } = listedTo(viewer);
    return this.db.hotQuery<Space>(`select ${SPACE_COLUMNS} from space where space.id = any($4::uuid[]) and ${sql}`, [...parameters, ids]);
  }

  /** The sub-spaces of these parents that the viewer knows of, by name. */
  async childrenOf(viewer: Viewer, parentIds: readonly string[]): Promise<readonly Space[]> {
    const { sql, parameters } = listedTo(viewer);
    return this.db.query<Space>(`select ${SPACE_COLUMNS} from space where space.parent_id = any($4::uuid[]) and ${sql} ${BY_NAME}`, [
      ...parameters,
      parentIds,
    ]);
  }

  /** The viewer's role in a space; null for who is no member, is suspended or whose membership rests. */
  async roleIn(viewer: Viewer, spaceId: string): Promise<SpaceRole | null> {
    return (await this.rolesIn(viewer, [spaceId])).get(spaceId) ?? null;
  }

  async rolesIn(viewer: Viewer, spaceIds: readonly string[]): Promise<ReadonlyMap<string, SpaceRole>> {
    if (!isMember(viewer)) return new Map();
    const rows = await this.db.query<Pick<Space, 'id' | 'limitedToRole'> & { readonly role: SpaceRole }>(
      `select space.id, space.limited_to_role as "limitedToRole", m.role
       from space_member m join space on space.id = m.space_id where m.account_id = $1 and m.space_id = any($2::uuid[])
         and not exists (select from space_suspension s where s.account_id = m.account_id and s.space_id = m.space_id and s.ends_at > now())`,
      [viewer.accountId, spaceIds],
    );
    return new Map(rows.filter((row) => membershipHolds(viewer, row, row.role)).map((row) => [row.id, row.role]));
  }

  /** Until when the viewer is shut out, for those of these spaces where that holds. */
  async shutOutUntil(viewer: Viewer, spaceIds: readonly string[]): Promise<ReadonlyMap<string, Date>> {
    if (viewer.accountId === null) return new Map();
    const rows = await this.db.query<{ id: string; endsAt: Date }>(
      'select space_id as id, max(ends_at) as "endsAt" from space_suspension where account_id = $1 and space_id = any($2::uuid[]) and ends_at > now() group by space_id',
      [viewer.accountId, spaceIds],
    );
    return new Map(rows.map(({ id, endsAt }) => [id, endsAt]));
  }

  /** Whatever the viewer; for mails, the index and imports. */
  async unfilteredByIds(ids: readonly string[]): Promise<readonly Space[]> {
    return this.db.query<Space>(`select ${SPACE_COLUMNS} from space where space.id = any($1::uuid[])`, [ids]);
  }
}
