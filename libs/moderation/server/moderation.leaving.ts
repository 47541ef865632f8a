import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { LeavingRegistry, type LeavingAccount, type LeavingContribution } from '#accounts/server';

/**
 * Somebody goes. Decisions and the record keep their course without the name; the person's words in reports, objections
 * and notes go, and so do measures against them.
 */
@Injectable()
export class ModerationLeaving implements LeavingContribution {
  readonly name = 'moderation';

  constructor(@Inject(LeavingRegistry) registry: LeavingRegistry) {
    registry.contribute(this);
  }

  async erase(tx: EntityManager, { id, address }: LeavingAccount): Promise<void> {
    const run = async (sql: string, ...parameters: readonly unknown[]): Promise<unknown> => tx.query(sql, [...parameters]);
    await run(`update moderation_objection set words = '' where case_id in (select id from moderation_case where author_ids @> array[$1]::uuid[])`, id);
    await run('update moderation_case set author_ids = array_remove(author_ids, $1::uuid) where author_ids @> array[$1]::uuid[]', id);
    await run(`update moderation_report set reporter_id = null, words = '' where reporter_id = $1`, id);
    await run('update moderation_report set guest_name = null, guest_address = null where guest_address = $1', address);
    await run('delete from moderation_measure where account_id = $1', id);
    await run('delete from moderation_writer where account_id = $1', id);
    await run(`update moderation_case set decided_by = null, decision_note = '' where decided_by = $1`, id);
    await run(`update moderation_objection set decided_by = null, note = '' where decided_by = $1`, id);
    await run('update moderation_measure set imposed_by = null where imposed_by = $1', id);
    await run(`update moderation_measure set ended_by = null, end_note = '' where ended_by = $1`, id);
    await run(`update moderation_act set actor_id = null, note = '' where actor_id = $1`, id);
  }
}
