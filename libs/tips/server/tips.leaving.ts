import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { LeavingRegistry, type LeavingAccount, type LeavingContribution } from '#accounts/server';
import type { Emit } from '#platform/server';
import { TipNames } from './tips.names.js';

/**
 * Somebody goes: what was published stays, without the name; what never was goes, unless others write it too. Then it is
 * theirs from now on.
 */
@Injectable()
export class TipsLeaving implements LeavingContribution {
  readonly name = 'tips';

  constructor(
    @Inject(LeavingRegistry) registry: LeavingRegistry,
    @Inject(TipNames) private readonly names: TipNames,
  ) {
    registry.contribute(this);
  }

  async erase(tx: EntityManager, { id }: LeavingAccount, emit: Emit): Promise<void> {
    const remove = (sql: string) => tx.query(sql, [id]);
    // Nobody else's: working copies, put-aside texts, addresses and notes go with the tip.
    await remove('delete from tip where revision_number = 0 and author_ids = array[$1::uuid]');
    await remove('update tip set author_ids = array_remove(author_ids, $1::uuid), updated_at = now() where revision_number = 0 and author_ids @> array[$1::uuid]');
    // The next version of a published tip, where nobody else is writing it.
    await remove('delete from tip_working_copy where author_ids = array[$1::uuid] and saved_by = $1::uuid');
    await remove('update tip_working_copy set author_ids = array_remove(author_ids, $1::uuid) where author_ids @> array[$1::uuid] and cardinality(author_ids) > 1');
    await remove('delete from tip_kept_draft where saved_by = $1');
    await remove('delete from tip_note where account_id = $1');
    await remove('delete from tip_import where account_id = $1');
    await this.names.forget(tx, id, emit);
    const helped: { tipId: string }[] = await tx.query('select tip_id as "tipId" from tip_helped where account_id = $1', [id]);
    await remove('delete from tip_helped where account_id = $1');
    await tx.query('update tip set helped_count = (select count(*) from tip_helped h where h.tip_id = tip.id) where id = any($1::uuid[])', [helped.map(({ tipId }) => tipId)]);
  }
}
