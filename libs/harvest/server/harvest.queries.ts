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

  /** With the text that is released, by title. */
  async releasedIn(spaceId: string, tx?: EntityManager): Promise<readonly (HarvestRow & { readonly title: string; readonly summary: string; readonly body: string })[]> {
    return this.read(tx, `select ${HARVEST_COLUMNS}, t.title, t.summary, t.body from tip t join harvest h on h.tip_id = t.id where t.space_id = $1 and t.revision_number > 0 order by t.title, t.id`, [spaceId]);
  }

  /** Tips made of discussions, the oldest first. */
  async ofDiscussions(discussionIds: readonly string[]): Promise<readonly HarvestRow[]> {
    return this.db.query<HarvestRow>(`select ${HARVEST_COLUMNS} from harvest h where h.discussion_id = any($1::uuid[]) order by h.created_at, h.tip_id`, [discussionIds]);
  }

  async passages(tipId: string, tx?: EntityManager): Promise<readonly PassageRow[]> {
    return this.passagesOf([tipId], tx);
  }

  /** Of several tips, each in its order. */
  async passagesOf(tipIds: readonly string[], tx?: EntityManager): Promise<readonly PassageRow[]> {
    return this.read<PassageRow>(
      tx,
      `select p.id, p.tip_id as "tipId", p.post_id as "postId", p.author_id as "authorId", p.text, p.place,
         case when p.author_id is null then coalesce(p.last_consent, 'paraphrase') else coalesce(v.consent, 'open') end as consent,
         case when 'hidden' in (post.state, thread.state) or (post.id is null and p.was_hidden) then 'hidden' when post.id is null or post.deleted_at is not null then 'deleted' when post.edited_at > h.created_at then 'edited' else 'stands' end as source
       from harvest_passage p join harvest h on h.tip_id = p.tip_id left join post on post.id = p.post_id left join thread on thread.id = post.thread_id left join harvest_voice v on v.tip_id = p.tip_id and v.account_id = p.author_id where p.tip_id = any($1::uuid[]) order by p.tip_id, p.place`,
      [tipIds],
    );
  }

  /**
   * What somebody was asked about words that lie in these spaces now, the newest first: discussions are moved and split.
   * Of words whose posts are gone the space counts in which they were written.
   * @param tipIds only of these; absent: the newest 100.
   */
  async voicesOf(accountId: string, spaceIds: readonly string[], tipIds?: readonly string[]): Promise<readonly VoiceRow[]> {
    return this.db.query<VoiceRow>(
      `select ${VOICE_COLUMNS} from harvest_voice v join harvest h on h.tip_id = v.tip_id left join discussion d on d.id = h.discussion_id
       where v.account_id = $1 and ($3::uuid[] is null or v.tip_id = any($3)) and (
         exists (select from harvest_passage p join post on post.id = p.post_id where p.tip_id = v.tip_id and p.author_id = v.account_id and post.space_id = any($2::uuid[]))
         or (not exists (select from harvest_passage p join post on post.id = p.post_id where p.tip_id = v.tip_id and p.author_id = v.account_id)
           and coalesce(d.space_id, h.from_space_id) = any($2::uuid[])))
       order by v.asked_at desc, v.tip_id limit 100`,
      [accountId, spaceIds, tipIds ?? null],
    );
  }

  /** In which of these discussions somebody has written what still stands. */
  async writtenIn(accountId: string, discussionIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.db.query<{ id: string }>(
      `select asked.id from unnest($2::uuid[]) asked (id)
       where exists (select from post p where p.author_ids[1] = $1 and p.thread_id = asked.id and p.state = 'published' and p.deleted_at is null)`,
      [accountId, discussionIds],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Answers and decisions wait for a release that is under way, and a release for them; the release then sees them. */
  async lock(tx: EntityManager, tipId: string): Promise<void> {
    await tx.query('select from harvest where tip_id = $1 for no key update', [tipId]);
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
