import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { LeavingRegistry, type LeavingAccount, type LeavingContribution } from '#accounts/server';
import { withoutPerson } from '#text/server';
import { personInTexts, textsAbout } from '#threads/server';
import { countVotes } from './poll/polls.js';

/**
 * Somebody goes: what they opened stays, without the name, because others wrote in it; what nobody ever saw goes. Named
 * votes go with the person; anonymous ones are nobody's. What the person was writing goes; what others write loses the name.
 */
@Injectable()
export class DiscussionsLeaving implements LeavingContribution {
  readonly name = 'discussions';

  constructor(@Inject(LeavingRegistry) registry: LeavingRegistry) {
    registry.contribute(this);
  }

  async erase(tx: EntityManager, { id }: LeavingAccount): Promise<void> {
    await tx.query('delete from discussion_draft where account_id = $1', [id]);
    await this.forgetInDrafts(tx, id);
    const held: { id: string }[] = await tx.query(`select id from discussion where author_ids[1] = $1 and state = 'review'`, [id]);
    const heldIds = held.map((row) => row.id);
    await tx.query(`delete from thread where subject_kind = 'discussion' and subject_id = any($1::uuid[])`, [heldIds]);
    await tx.query('delete from discussion where id = any($1::uuid[])', [heldIds]);
    const polls: { id: string }[] = await tx.query('select distinct poll_id as id from poll_vote where voter = $1::uuid::text order by 1', [id]);
    await tx.query('delete from poll_vote where voter = $1::uuid::text', [id]);
    for (const poll of polls) await countVotes(tx, poll.id);
    await tx.query('update accepted_answer set accepted_by = null where accepted_by = $1', [id]);
    await tx.query('update poll set created_by = null where created_by = $1', [id]);
    await tx.query('update poll set hidden_by = null where hidden_by = $1', [id]);
    await tx.query('update discussion set closed_by = null where closed_by = $1', [id]);
    await tx.query('update discussion set hidden_by = null where hidden_by = $1', [id]);
  }

  /** What others are writing loses the name, as a later version: an open tab that still has it is not to save it again. */
  private async forgetInDrafts(tx: EntityManager, accountId: string): Promise<void> {
    const person = await personInTexts(tx, accountId);
    const drafts = await textsAbout<{ accountId: string; id: string; body: string }>(
      tx, person, 'select account_id as "accountId", id, body from discussion_draft where linked_ids(body) && $1::uuid[]', (row) => `${row.accountId} ${row.id}`,
    );
    for (const draft of drafts) {
      const without = withoutPerson(draft.body, person);
      if (without !== draft.body) await tx.query('update discussion_draft set body = $3, version = version + 1 where account_id = $1 and id = $2', [draft.accountId, draft.id, without]);
    }
  }
}
