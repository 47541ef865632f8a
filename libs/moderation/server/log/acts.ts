import type { EntityManager } from 'typeorm';
import { uuidv7 } from '#platform/shared';
import type { ModerationActName, ReportReason } from '../case/case.enums.js';

/** A line of the record of a space. */
export interface RecordedAct {
  readonly spaceId: string;
  readonly act: ModerationActName;
  readonly caseId?: string;
  readonly measureId?: string;
  readonly itemKind?: string;
  readonly reason?: ReportReason | null;
  readonly note?: string;
  readonly actorId: string | null;
  readonly at: Date;
}

/** Into the same transaction as the act; nothing in the product changes it before its retention ends. */
export async function recordAct(tx: EntityManager, act: RecordedAct): Promise<void> {
  await tx.query(
    `insert into moderation_act (id, space_id, act, case_id, measure_id, item_kind, reason, note, actor_id, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [uuidv7(), act.spaceId, act.act, act.caseId ?? null, act.measureId ?? null, act.itemKind ?? null, act.reason ?? null, act.note ?? '', act.actorId, act.at],
  );
}
