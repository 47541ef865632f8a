import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { uuidv7 } from '#platform/shared';
import type { Actor } from '../database/db.js';

/** One line of the record of deliberate acts (roles, entries, decisions). Ids and reasons, never content. */
export interface AuditAct {
  /** Past tense with its domain: `spaces.entered`. */
  readonly act: string;
  readonly subjectKind: string;
  readonly subjectId?: string;
  readonly spaceId?: string;
  readonly details?: Readonly<Record<string, string | number | boolean | null>>;
}

/** Append only: nothing in the product changes or removes what stands here before its retention ends. */
@Injectable()
export class Audit {
  async record(tx: EntityManager, actor: Actor, act: AuditAct): Promise<void> {
    await tx.query(
      'insert into audit_entry (id, actor_id, act, subject_kind, subject_id, space_id, details) values ($1, $2, $3, $4, $5, $6, $7)',
      [uuidv7(), actor.accountId, act.act, act.subjectKind, act.subjectId ?? null, act.spaceId ?? null, JSON.stringify(act.details ?? {})],
    );
  }
}
