import { ableModeratorsSql } from '#spaces/server';
import type { GateNote } from '../gate/gate-note.js';
import type { CaseDecision, ReportReason } from './case.enums.js';

export interface ObjectionFacts {
  readonly words: string;
  readonly createdAt: Date;
  readonly isGranted: boolean | null;
  readonly note: string;
  readonly decidedAt: Date | null;
  readonly decidedById: string | null;
}

/** A case as stored; what hangs on it is read beside. */
export interface CaseRow {
  readonly id: string;
  readonly spaceId: string;
  readonly itemKind: string;
  readonly itemId: string;
  /** The owner first; empty once they have left. */
  readonly authorIds: readonly string[];
  readonly state: 'open' | 'decided';
  readonly isHeld: boolean;
  readonly gateNotes: readonly GateNote[];
  readonly openedAt: Date;
  readonly decision: CaseDecision | null;
  readonly decisionReason: ReportReason | null;
  readonly decisionNote: string;
  readonly decidedAt: Date | null;
  readonly decidedById: string | null;
  readonly objection: ObjectionFacts | null;
  readonly reportCount: number;
  /** Whether a moderator of the space may decide what waits here: not the author, and of an objection not the first decider. */
  readonly hasModerator: boolean;
  /** Since when the case waits for whoever has to act. */
  readonly waitingSince: Date;
}

type StoredObjection = Omit<ObjectionFacts, 'createdAt' | 'decidedAt'> & { readonly createdAt: string; readonly decidedAt: string | null };
export type StoredCase = Omit<CaseRow, 'objection'> & { readonly objection: StoredObjection | null };

/** Who can judge the case `c`: looks after its space, neither wrote what it is about nor decided first. */
export const JUDGES = `
  select able.account_id from (${ableModeratorsSql('c.space_id')}) able
  where able.account_id <> all(c.author_ids) and (c.state = 'open' or able.account_id is distinct from c.decided_by)`;

const HAS_MODERATOR = `exists (${JUDGES})`;

/** An open case, or an objection nobody has decided. */
export const IS_WAITING = `(c.state = 'open' or (o.case_id is not null and o.decided_at is null))`;

/** Over `moderation_case c left join moderation_objection o`. */
export const CASE_COLUMNS = `c.id, c.space_id as "spaceId", c.item_kind as "itemKind", c.item_id as "itemId", c.author_ids as "authorIds", c.state,
  c.is_held as "isHeld", c.gate_notes as "gateNotes", c.opened_at as "openedAt", c.decision, c.decision_reason as "decisionReason",
  c.decision_note as "decisionNote", c.decided_at as "decidedAt", c.decided_by as "decidedById",
  case when o.case_id is not null then json_build_object('words', o.words, 'createdAt', o.created_at, 'isGranted', o.is_granted, 'note', o.note,
    'decidedAt', o.decided_at, 'decidedById', o.decided_by) end as objection,
  (select count(*)::int from moderation_report r where r.case_id = c.id) as "reportCount",
  ${HAS_MODERATOR} as "hasModerator", coalesce(o.created_at, c.opened_at) as "waitingSince"`;

export const CASES = 'moderation_case c left join moderation_objection o on o.case_id = c.id';

/** Cases that wait and that no moderator of their space may decide: the coordination steps in. */
export const NEEDS_COORDINATION = `(${IS_WAITING} and not ${HAS_MODERATOR})`;

export function caseFrom({ objection, ...row }: StoredCase): CaseRow {
  if (objection === null) return { ...row, objection };
  const { createdAt, decidedAt } = objection;
  return { ...row, objection: { ...objection, createdAt: new Date(createdAt), decidedAt: decidedAt === null ? null : new Date(decidedAt) } };
}
