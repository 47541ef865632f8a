import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { LeavingRegistry, OwnDataRegistry, type LeavingAccount, type LeavingContribution, type OwnDataContribution, type OwnDataPart } from '#accounts/server';
import { Db } from '#platform/server';
import { withoutPerson } from '#text/server';
import { personInTexts, textsAbout } from '#threads/server';

/** Whoever goes is credited no more; their words stay where they agreed to them, and are bound to nobody. */
@Injectable()
export class HarvestPersons implements LeavingContribution, OwnDataContribution {
  readonly name = 'harvest';

  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(LeavingRegistry) leaving: LeavingRegistry,
    @Inject(OwnDataRegistry) ownData: OwnDataRegistry,
  ) {
    leaving.contribute(this);
    ownData.contribute(this);
  }

  async erase(tx: EntityManager, { id }: LeavingAccount): Promise<void> {
    await tx.query(
      `update harvest_passage p set author_id = null, last_consent = (select nullif(v.consent, 'open') from harvest_voice v where v.tip_id = p.tip_id and v.account_id = $1)
       where p.author_id = $1`,
      [id],
    );
    await this.forgetName(tx, id);
    await tx.query('delete from harvest_voice where account_id = $1', [id]);
    await tx.query('update harvest set made_by = null where made_by = $1', [id]);
    await tx.query('update harvest_settlement set settled_by = null where settled_by = $1', [id]);
  }

  /** Chosen words in which others name the person, or quote what the person wrote. */
  private async forgetName(tx: EntityManager, accountId: string): Promise<void> {
    const person = await personInTexts(tx, accountId);
    const named = await textsAbout<{ id: string; text: string }>(tx, person, 'select id, text from harvest_passage where linked_ids(text) && $1::uuid[] order by id for no key update', ({ id }) => id);
    for (const { id, text } of named) {
      const without = withoutPerson(text, person);
      if (without !== text) await tx.query('update harvest_passage set text = $2 where id = $1', [id, without]);
    }
  }

  async of(accountId: string): Promise<OwnDataPart> {
    return {
      consents: await this.db.query<object>(
        'select tip_id as "tipId", consent, wants_credit as "wantsCredit", asked_at as "askedAt", answered_at as "answeredAt" from harvest_voice where account_id = $1 order by asked_at, tip_id',
        [accountId],
      ),
      quotedPassages: await this.db.query<object>('select tip_id as "tipId", post_id as "postId", text from harvest_passage where author_id = $1 order by tip_id, place', [accountId]),
    };
  }
}
