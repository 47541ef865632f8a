import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { uuidv7 } from '#platform/shared';
import type { GateNote } from '../gate/gate-note.js';
import { ModerationNotices } from '../moderation.notices.js';
import { CASES, IS_WAITING } from './case.row.js';

/** An item that somebody has to look at. */
export interface CaseWish {
  readonly kind: string;
  readonly itemId: string;
  readonly spaceId: string;
  readonly authorIds: readonly string[];
  readonly at: Date;
  /** Where the gate stopped at it. */
  readonly gate?: { readonly isHeld: boolean; readonly notes: readonly GateNote[] };
}

/** Cases lie where their item lies: whoever looks after that space judges, and nobody else. */
@Injectable()
export class Cases {
  constructor(@Inject(ModerationNotices) private readonly notices: ModerationNotices) {}

  /** One open case an item: the second of two at one moment waits for the first and joins it. */
  async open(tx: EntityManager, { kind, itemId, spaceId, authorIds, at, gate }: CaseWish): Promise<string> {
    // The gate knows of one author only, a report of all.
    const news = gate === undefined ? 'author_ids = excluded.author_ids' : 'gate_notes = excluded.gate_notes';
    const [row]: { id: string }[] = await tx.query(
      `insert into moderation_case (id, space_id, item_kind, item_id, author_ids, is_held, gate_notes, opened_at) values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (item_kind, item_id) where state = 'open' do update set space_id = excluded.space_id, ${news} returning id`,
      [uuidv7(), spaceId, kind, itemId, authorIds, gate?.isHeld ?? false, JSON.stringify(gate?.notes ?? []), at],
    );
    if (row === undefined) throw new Error('a case for each item');
    return row.id;
  }

  /**
   * These items lie in another space from now on; tell it in the transaction that moves them. What waits is judged by who
   * looks after that space, and what was taken out of sight is shown again by them. What was settled stays with the space
   * that settled it.
   */
  async moved(tx: EntityManager, kind: string, itemIds: readonly string[], spaceId: string): Promise<void> {
    const [rows]: [{ id: string }[], number] = await tx.query(
      `update moderation_case set space_id = $3 where item_kind = $1 and item_id = any($2::uuid[]) and space_id <> $3
         and (state = 'open' or decision in ('hide', 'reject')) returning id`,
      [kind, itemIds, spaceId],
    );
    if (rows.length === 0) return;
    const waiting: { id: string; isOpen: boolean }[] = await tx.query(
      `select c.id, c.state = 'open' as "isOpen" from ${CASES} where c.id = any($1::uuid[]) and ${IS_WAITING}`,
      [rows.map(({ id }) => id)],
    );
    for (const { id, isOpen } of waiting) {
      await this.notices.callOff(tx, id);
      await this.notices.tellJudges(tx, isOpen ? 'waiting' : 'objection', { occasionId: uuidv7(), caseId: id, spaceId, byId: null });
    }
  }

  /** Which of these items somebody still has to judge, or to judge again after an objection: until then their words stay. */
  async waitingAmong(tx: EntityManager, kind: string, itemIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows: { id: string }[] = await tx.query(`select c.item_id as id from ${CASES} where c.item_kind = $1 and c.item_id = any($2::uuid[]) and ${IS_WAITING}`, [kind, itemIds]);
    return new Set(rows.map(({ id }) => id));
  }
}
