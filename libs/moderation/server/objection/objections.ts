import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '#access/server';
import { accountOf } from '#accounts/server';
import { Audit, CLOCK, Db, type Clock } from '#platform/server';
import { AppError, uuidv7 } from '#platform/shared';
import { asJudge, canDecideObjection } from '../case/case.policy.js';
import { CaseQueries } from '../case/case.queries.js';
import { DecideCase } from '../case/decide-case.js';
import { decidedAlready, lockCase } from '../case/locked-case.js';
import { changedMeanwhile } from '../kinds/moderated-kinds.js';
import { recordAct } from '../log/acts.js';
import { ModerationNotices } from '../moderation.notices.js';
import { moderationEvents } from '../moderation.outbox.js';

/** Digital Services Act, Article 20: at least six months. */
export const OBJECTION_DAYS = 183;

/** An author's one objection to a decision, and what somebody else makes of it. */
@Injectable()
export class Objections {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(CaseQueries) private readonly cases: CaseQueries,
    @Inject(DecideCase) private readonly decisions: DecideCase,
    @Inject(ModerationNotices) private readonly notices: ModerationNotices,
  ) {}

  /**
   * For an author of what was hidden or rejected, also after leaving the space.
   * @throws {AppError} NOT_FOUND, CONFLICT `moderation.objectedAlready`, FORBIDDEN `moderation.nothingToObject`, `moderation.tooLateToObject`.
   */
  async make(viewer: Viewer, caseId: string, words: string): Promise<void> {
    const accountId = accountOf(viewer);
    await this.db.write(viewer, async (tx, emit) => {
      const [own]: { id: string }[] = await tx.query('select id from moderation_case where id = $1 and author_ids @> array[$2]::uuid[] for update', [caseId, accountId]);
      if (own === undefined) throw AppError.notFound();
      const one = await lockCase(tx, caseId);
      // What a retry sends again is there already.
      if (one.objection !== null && one.objection.words === words) return;
      if (one.objection !== null) throw AppError.conflict('moderation.objectedAlready');
      if (one.decision !== 'hide' && one.decision !== 'reject') throw AppError.forbidden('moderation.nothingToObject');
      const now = this.clock.now();
      if (one.decidedAt !== null && now.getTime() - one.decidedAt.getTime() > OBJECTION_DAYS * 86_400_000) throw AppError.forbidden('moderation.tooLateToObject');
      await tx.query('insert into moderation_objection (case_id, words, created_at) values ($1, $2, $3)', [caseId, words, now]);
      await recordAct(tx, { spaceId: one.spaceId, act: 'objected', caseId, itemKind: one.itemKind, actorId: accountId, at: now });
      await this.notices.tellJudges(tx, 'objection', { occasionId: uuidv7(), caseId, spaceId: one.spaceId, byId: accountId });
      emit(moderationEvents.objected({ caseId, spaceId: one.spaceId, byId: accountId }));
    });
  }

  /**
   * @param confirmAudience how many would see the item again, as whoever decides was told.
   * @throws {AppError} NOT_FOUND, FORBIDDEN `moderation.ownDecision`, CONFLICT `moderation.decided`, `moderation.changedMeanwhile`, `moderation.confirmAudience`.
   */
  async decide(viewer: Viewer, caseId: string, isGranted: boolean, note: string, confirmAudience: number | null): Promise<void> {
    const seen = await this.cases.byId(viewer, caseId);
    if (seen === null) throw AppError.notFound();
    const judge = asJudge(viewer, seen);
    await this.db.write(viewer, async (tx, emit) => {
      const one = await lockCase(tx, caseId);
      if (one.spaceId !== seen.spaceId) throw changedMeanwhile();
      if (one.objection === null) throw AppError.notFound();
      if (one.objection.decidedAt !== null) {
        if (one.objection.decidedById === viewer.accountId && one.objection.isGranted === isGranted) return;
        throw await decidedAlready(tx, viewer, one);
      }
      if (!canDecideObjection(viewer, one)) throw AppError.forbidden('moderation.ownDecision');
      const at = this.clock.now();
      if (isGranted) await this.decisions.act(tx, emit, judge, one, { decision: 'restore', note, seenText: null, confirmAudience });
      await tx.query('update moderation_objection set is_granted = $2, note = $3, decided_at = $4, decided_by = $5 where case_id = $1', [caseId, isGranted, note, at, viewer.accountId]);
      // The item is shown again, so the case says so; who hid it first stays in the record.
      if (isGranted) await tx.query(`update moderation_case set decision = 'restore' where id = $1`, [caseId]);
      const act = isGranted ? 'objectionGranted' : 'objectionRefused';
      await recordAct(tx, { spaceId: one.spaceId, act, caseId, itemKind: one.itemKind, reason: one.decisionReason, note, actorId: viewer.accountId, at });
      await this.audit.record(tx, viewer, { act: `moderation.${act}`, subjectKind: one.itemKind, subjectId: one.itemId, spaceId: one.spaceId });
      await this.notices.callOff(tx, caseId);
      await this.notices.tellAuthors(tx, 'objectionDecided', { occasionId: uuidv7(), caseId, spaceId: one.spaceId, byId: viewer.accountId }, one.authorIds);
      emit(moderationEvents.objectionDecided({ caseId, spaceId: one.spaceId, byId: viewer.accountId }));
    });
  }
}
