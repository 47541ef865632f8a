import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '#access/server';
import { Db } from '#platform/server';
import { CO_AUTHORS_MAX } from '../tip/tip.inputs.js';
import type { TipPlace } from '../tip/tip.policy.js';

/** Account ids of a space's members by their names, in lower case; null where two members have the same. */
export type MemberNames = ReadonlyMap<string, string | null>;

/** The authors that files name: only who belongs to the space can become one, and only where the name leaves no doubt. */
@Injectable()
export class ImportAuthors {
  constructor(@Inject(Db) private readonly db: Db) {}

  async membersOf(spaceId: string): Promise<MemberNames> {
    const members = await this.db.query<{ id: string; name: string }>(
      `select a.id, a.name from space_member m join account a on a.id = m.account_id
       where m.space_id = $1 and a.standing = 'approved' and a.deleted_at is null`,
      [spaceId],
    );
    const names = new Map<string, string | null>();
    for (const { id, name } of members) names.set(name.toLowerCase(), names.has(name.toLowerCase()) ? null : id);
    return names;
  }

  isKnown(members: MemberNames, name: string): boolean {
    return (members.get(name.toLowerCase()) ?? null) !== null;
  }

  /**
   * Owner first. Who imports and does not moderate stays the owner unless the file names them: else a file could take the
   * tip out of the importer's own hands.
   */
  idsFor(viewer: Viewer, place: TipPlace, importerId: string, members: MemberNames, names: readonly string[]): readonly string[] {
    const named = names.map((name) => members.get(name.toLowerCase()) ?? null).filter((id) => id !== null);
    const isKept = named.includes(importerId) || (named.length > 0 && viewer.moderatedSpaceIds.has(place.spaceId));
    return [...new Set(isKept ? named : [importerId, ...named])].slice(0, CO_AUTHORS_MAX + 1);
  }
}
