import type { EntityManager } from 'typeorm';
import type { Viewer } from '#access/server';
import { AppError } from '#platform/shared';
import { CASE_COLUMNS, caseFrom, CASES, type CaseRow, type StoredCase } from './case.row.js';
import { canHandle } from './case.policy.js';

/** Of two who decide at one moment the second waits here and then hears what was decided. */
export async function lockCase(tx: EntityManager, caseId: string): Promise<CaseRow> {
  await tx.query('select id from moderation_case where id = $1 for update', [caseId]);
  const [row]: StoredCase[] = await tx.query(`select ${CASE_COLUMNS} from ${CASES} where c.id = $1`, [caseId]);
  if (row === undefined) throw AppError.notFound();
  return caseFrom(row);
}

/** Names who was quicker, to somebody who handles the case. */
export async function decidedAlready(tx: EntityManager, viewer: Viewer, one: CaseRow): Promise<AppError> {
  const byId = one.objection?.decidedById ?? one.decidedById;
  const [by]: { name: string }[] = canHandle(viewer, one) ? await tx.query('select name from account where id = $1 and deleted_at is null', [byId]) : [];
  const at = one.objection?.decidedAt ?? one.decidedAt;
  return AppError.conflict('moderation.decided', { decision: one.decision ?? '', by: by?.name ?? '', at: at?.toISOString() ?? '' });
}
