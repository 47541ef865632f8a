import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Db } from '#platform/server';
import { HARVEST_COLUMNS, VOICE_COLUMNS, type HarvestRow, type PassageRow, type SettlementRow, type VoiceRow } from './harvest.row.js';

/** Whatever reads: the database, or a transaction that is under way. */
type Reader = Pick<EntityManager, 'query'>;

/**
 * Rows beside tips. They carry no rule of sight of their own: whoever asks has found the tip or the discussion by
 * theirs before.
 */
@Injectable()
export class HarvestQueries {
  constructor(@Inject(Db) private readonly db: Db) {}

  async ofTips(tipIds: readonly string[]): Promise<readonly HarvestRow[]> {
    return this.db.query<HarvestRow>(`select ${HARVEST_COLUMNS} from harvest h where h.tip_id = any($1::uuid[])`, [tipIds]);
  }

  async ofTip(tipId: string, tx?: EntityManager): Promise<HarvestRow | null> {
    const [row] = await this.read<HarvestRow>(tx, `select ${HARVEST_COLUMNS} from harvest h where h.tip_id = $1`, [tipId]);
    return row ?? null;
  }

  /** Tips made of discussions, the oldest first. */
  async ofDiscussions(discussionIds: readonly string[]): Promise<readonly HarvestRow[]> {
    return this.db.query<HarvestRow>(`select ${HARVEST_COLUMNS} from harvest h where h.discussion_id = any($1::uuid[]) order by h.created_at, h.tip_id`, [discussionIds]);
  }

  async passages(tipId: string, tx?: EntityManager): Promise<readonly PassageRow[]> {
    return this.read<PassageRow>(
      tx,
      `select p.id, p.tip_id as "tipId", p.post_id as "postId", p.author_id as "authorId", p.text, p.place,
         case when p.author_id is null then coalesce(p.last_consent, 'paraphrase') else coalesce(v.consent, 'open') end as consent
       from harvest_passage p left join harvest_voice v on v.tip_id = p.tip_id and v.account_id = p.author_id where p.tip_id = $1 order by p.place`,
      [tipId],
    );
  }

  async voice(tipId: string, accountId: string): Promise<VoiceRow | null> {
    const [row] = await this.db.query<VoiceRow>(`select ${VOICE_COLUMNS} from harvest_voice v where v.tip_id = $1 and v.account_id = $2`, [tipId, accountId]);
    return row ?? null;
  }

  /** What somebody was asked, of discussions in these spaces, the newest first. */
  async voicesOf(accountId: string, spaceIds: readonly string[]): Promise<readonly VoiceRow[]> {
    return this.db.query<VoiceRow>(
      `select ${VOICE_COLUMNS} from harvest_voice v join harvest h on h.tip_id = v.tip_id
       where v.account_id = $1 and h.from_space_id = any($2::uuid[]) order by v.asked_at desc, v.tip_id limit 100`,
      [accountId, spaceIds],
    );
  }

  /** Who said yes to words or meaning, or asked the question, and wants to be named; by tip, in the order of the passages. */
  async credited(tipIds: readonly string[]): Promise<readonly { readonly tipId: string; readonly accountId: string }[]> {
    return this.db.query(
      `select v.tip_id as "tipId", v.account_id as "accountId" from harvest_voice v join account a on a.id = v.account_id and a.deleted_at is null
       where v.tip_id = any($1::uuid[]) and v.wants_credit and v.consent in ('verbatim', 'paraphrase')
       order by v.tip_id, (select min(p.place) from harvest_passage p where p.tip_id = v.tip_id and p.author_id = v.account_id) nulls first, v.account_id`,
      [tipIds],
    );
  }

  async settlements(tipId: string, tx?: EntityManager): Promise<readonly SettlementRow[]> {
    return this.read<SettlementRow>(tx, `select key, reason, settled_by as "settledById", settled_at as "settledAt" from harvest_settlement where tip_id = $1`, [tipId]);
  }

  private async read<Row extends object>(tx: Reader | undefined, sql: string, parameters: readonly unknown[]): Promise<readonly Row[]> {
    return tx === undefined ? this.db.query<Row>(sql, parameters) : tx.query(sql, [...parameters]);
  }
}
