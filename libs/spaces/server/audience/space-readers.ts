import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Db } from '#platform/server';
import { MAY_READ_SPACE_SQL, MEMBER_VIEWERS_SQL } from '../identity/readable-spaces.js';
import { folded, namePiece, spelledOut } from '../member/name-search.js';

/** Somebody who may read a space now. */
export interface SpaceReader {
  readonly accountId: string;
  readonly name: string;
}

/** Which accounts may read a space now, by the one rule that makes them its readers. */
@Injectable()
export class SpaceReaders {
  constructor(@Inject(Db) private readonly db: Db) {}

  /** Those of the accounts that may read it. @param tx the transaction that asks. */
  async among(tx: EntityManager, spaceId: string, accountIds: readonly string[]): Promise<readonly string[]> {
    const rows: { id: string }[] = await tx.query(
      `select v.account_id as id from space join (${MEMBER_VIEWERS_SQL}) v on v.account_id = any($2::uuid[])
       where space.id = $1 and ${MAY_READ_SPACE_SQL}`,
      [spaceId, accountIds],
    );
    return rows.map((row) => row.id);
  }

  /** By a piece of their name: names that begin with it first, then words of names, then the rest. */
  async named(spaceId: string, text: string, limit: number): Promise<readonly SpaceReader[]> {
    const piece = namePiece(text);
    return this.db.query<SpaceReader>(
      `select found.account_id as "accountId", found.name from (
         select v.account_id, a.name, ${folded('a.name')} as plain, ${spelledOut('a.name')} as spelled
         from space join (${MEMBER_VIEWERS_SQL}) v on true join account a on a.id = v.account_id
         where space.id = $1 and ${MAY_READ_SPACE_SQL}) found, (select ${folded('$2::text')} as plain, ${spelledOut('$2::text')} as spelled) asked
       where found.plain like '%' || asked.plain || '%' or found.spelled like '%' || asked.spelled || '%'
       order by (found.plain like asked.plain || '%' or found.spelled like asked.spelled || '%') desc,
         (found.plain like '% ' || asked.plain || '%' or found.spelled like '% ' || asked.spelled || '%') desc, found.name collate "de-x-icu", found.account_id limit $3`,
      [spaceId, piece, limit],
    );
  }
}
