import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '#access/server';
import { Audit, CLOCK, Db, type Clock, type Emit } from '#platform/server';
import { AppError, uuidv7 } from '#platform/shared';
import { changedMeanwhile, itemKey, ModeratedKinds, versionOf, type ModeratedItem } from '../kinds/moderated-kinds.js';
import { recordAct } from '../log/acts.js';
import { moderationEvents } from '../moderation.outbox.js';
import { ModerationNotices } from '../moderation.notices.js';
import type { CaseDecision, ModerationActName, ReportReason } from './case.enums.js';
import { asJudge, decisionsFor, inItsSpace, needsReason } from './case.policy.js';
import { CaseQueries } from './case.queries.js';
import type { CaseRow } from './case.row.js';
import { decidedAlready, lockCase } from './locked-case.js';

export interface DecisionWish {
  readonly caseId: string;
  readonly decision: CaseDecision;
  readonly reason: ReportReason | null;
  readonly note: string;
  /** Of the item as it was read: what was changed since is not decided about unseen. */
  readonly itemVersion: string | null;
  /** How many would see it, as whoever decides was told. */
  readonly confirmAudience: number | null;
}

interface CarriedOut extends Pick<DecisionWish, 'decision' | 'note' | 'confirmAudience'> {
  readonly seenText: string | null;
}

const ACTS: Readonly<Record<CaseDecision, ModerationActName>> = { keep: 'kept', hide: 'hidden', restore: 'restored', release: 'released', reject: 'rejected' };

/** One decision about one case. */
@Injectable()
export class DecideCase {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(CaseQueries) private readonly cases: CaseQueries,
    @Inject(ModeratedKinds) private readonly kinds: ModeratedKinds,
    @Inject(ModerationNotices) private readonly notices: ModerationNotices,
  ) {}

  /** @throws {AppError} NOT_FOUND, CONFLICT `moderation.decided`, `moderation.changedMeanwhile`, `moderation.confirmAudience`, FORBIDDEN `moderation.decisionNotPossible`. */
  async decide(viewer: Viewer, wish: DecisionWish): Promise<void> {
    const seen = await this.cases.byId(viewer, wish.caseId);
    if (seen === null) throw AppError.notFound();
    const judge = asJudge(viewer, seen);
    const item = await this.itemOf(judge, seen);
    ensureReasoned(wish);
    await this.db.write(viewer, async (tx, emit) => {
      const one = await lockCase(tx, wish.caseId);
      // The same person once more, by a double click or a second try: done already.
      if (one.decision === wish.decision && one.decidedById === viewer.accountId) return;
      if (one.spaceId !== seen.spaceId) throw changedMeanwhile();
      if (one.state !== seen.state || one.decision !== seen.decision) throw await decidedAlready(tx, viewer, one);
      if (!decisionsFor(viewer, one, item?.state ?? null).includes(wish.decision)) {
        if (one.state === 'decided') throw await decidedAlready(tx, viewer, one);
        throw AppError.forbidden('moderation.decisionNotPossible');
      }
      ensureSeen(item, wish);
      await this.carryOut(tx, emit, judge, one, wish, item);
    });
  }

  /** Null where it is gone, in another space or out of the viewer's sight. */
  async itemOf(judge: Viewer, one: CaseRow): Promise<ModeratedItem | null> {
    const items = await this.kinds.loadAll(judge, [{ kind: one.itemKind, id: one.itemId }]);
    return inItsSpace(one, items.get(itemKey(one.itemKind, one.itemId)));
  }

  private async carryOut(tx: EntityManager, emit: Emit, judge: Viewer, one: CaseRow, { decision, reason, note, confirmAudience }: DecisionWish, item: ModeratedItem | null): Promise<void> {
    await this.act(tx, emit, judge, one, { decision, note, confirmAudience, seenText: item?.text ?? null });
    const at = this.clock.now();
    await tx.query(
      `update moderation_case set state = 'decided', decision = $2, decision_reason = $3, decision_note = $4, decided_at = $5, decided_by = $6 where id = $1`,
      [one.id, decision, reason, note, at, judge.accountId],
    );
    if (one.objection?.decidedAt === null) {
      await tx.query('update moderation_objection set is_granted = true, decided_at = $2, decided_by = $3 where case_id = $1', [one.id, at, judge.accountId]);
    }
    await recordAct(tx, { spaceId: one.spaceId, act: ACTS[decision], caseId: one.id, itemKind: one.itemKind, reason, note, actorId: judge.accountId, at });
    await this.audit.record(tx, judge, { act: `moderation.${ACTS[decision]}`, subjectKind: one.itemKind, subjectId: one.itemId, spaceId: one.spaceId });
    const happening = { occasionId: uuidv7(), caseId: one.id, spaceId: one.spaceId, byId: judge.accountId };
    await this.notices.callOff(tx, one.id);
    // What stays as it was its author need not even know to have been reported.
    if (decision !== 'keep') await this.notices.tellAuthors(tx, 'decided', happening, one.authorIds);
    if (one.state === 'open') await this.notices.tellReporters(tx, emit, happening);
    emit(moderationEvents.decided({ caseId: one.id, spaceId: one.spaceId, byId: judge.accountId }));
  }

  /** Hands the decision to the kind; also used where an objection is granted. */
  async act(tx: EntityManager, emit: Emit, judge: Viewer, one: CaseRow, { decision, note, seenText, confirmAudience }: CarriedOut): Promise<void> {
    const kind = this.kinds.named(one.itemKind);
    const act = { id: one.itemId, viewer: judge, reason: note, seenText, confirmAudience };
    switch (decision) {
      case 'keep':
        return;
      case 'hide':
        return kind?.hide(tx, emit, act);
      case 'restore':
        await kind?.restore(tx, emit, act);
        // What was rejected at first has passed all the same.
        if (one.isHeld) await this.countPassed(tx, one);
        return;
      case 'reject':
        return (kind?.reject ?? kind?.hide)?.call(kind, tx, emit, act);
      case 'release': {
        await (kind?.release ?? kind?.restore)?.call(kind, tx, emit, act);
        await this.countPassed(tx, one);
      }
    }
  }

  private async countPassed(tx: EntityManager, { spaceId, authorIds }: CaseRow): Promise<void> {
    await tx.query(
      `insert into moderation_writer as w (space_id, account_id, passed, last_written_at) select $1, $2, 1, $3 where $2::uuid is not null
       on conflict (space_id, account_id) do update set passed = w.passed + 1`,
      [spaceId, authorIds[0] ?? null, this.clock.now()],
    );
  }
}

/** What is made public is what was read. */
function ensureSeen(item: ModeratedItem | null, { decision, itemVersion }: DecisionWish): void {
  if (decision === 'release' && itemVersion === null) throw AppError.badInput('itemVersion', 'required');
  if (decision !== 'keep' && itemVersion !== null && item !== null && versionOf(item) !== itemVersion) throw changedMeanwhile();
}

function ensureReasoned({ decision, reason, note }: DecisionWish): void {
  if (!needsReason(decision)) return;
  const wrong = [...(reason === null ? [{ field: 'reason', reason: 'required' }] : []), ...(note.trim() === '' ? [{ field: 'note', reason: 'required' }] : [])];
  if (wrong.length > 0) throw AppError.badInputs(wrong);
}
