import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '#access/server';
import { Audit, CLOCK, Db, type Clock } from '#platform/server';
import { AppError } from '#platform/shared';
import { checkMembers } from '../draft/text-rules.js';
import { tipEvents } from '../tips.outbox.js';
import { TipEntity } from './tip.entity.js';
import { TipGate, type TipRule } from './tip.gate.js';
import { canCheck, canHandOver, canHide, canRetire, canRevive, canUnhide } from './tip.policy.js';
import { TipQueries } from './tip.queries.js';
import { dayAfter } from './tip-release.js';
import type { TipRow } from './tip.row.js';

/** What becomes of a released tip, apart from its text. */
@Injectable()
export class TipStanding {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(TipGate) private readonly gate: TipGate,
    @Inject(TipQueries) private readonly tips: TipQueries,
  ) {}

  async retire(viewer: Viewer, tipId: string): Promise<void> {
    await this.changeState(viewer, tipId, canRetire, () => ({ state: 'retired', retiredAt: this.clock.now() }));
  }

  async revive(viewer: Viewer, tipId: string): Promise<void> {
    await this.changeState(viewer, tipId, canRevive, () => ({ state: 'published', retiredAt: null }));
  }

  async hide(viewer: Viewer, tipId: string, reason: string): Promise<void> {
    await this.changeState(
      viewer,
      tipId,
      canHide,
      (tip) => ({ state: 'hidden', stateBeforeHiding: tip.state === 'hidden' ? 'published' : tip.state, hiddenReason: reason, hiddenById: viewer.accountId }),
      'tips.hidden',
    );
  }

  async unhide(viewer: Viewer, tipId: string): Promise<void> {
    await this.changeState(
      viewer,
      tipId,
      canUnhide,
      async (tip, tx) => {
        const [row]: { before: TipEntity['stateBeforeHiding'] }[] = await tx.query('select state_before_hiding as before from tip where id = $1', [tip.id]);
        return { state: row?.before ?? 'published', stateBeforeHiding: null, hiddenReason: null, hiddenById: null };
      },
      'tips.shownAgain',
    );
  }

  /** Still right: the next check moves on, readers' notes are dealt with. */
  async check(viewer: Viewer, tipId: string, nextInMonths: number | null): Promise<void> {
    const { accountId, place, lock } = await this.gate.admit(viewer, tipId, canCheck);
    await this.db.write(viewer, async (tx, emit) => {
      const tip = await lock(tx);
      const now = this.clock.now();
      await tx.update(TipEntity, { id: tip.id }, {
        checkedAt: now,
        checkedById: accountId,
        checkDueOn: dayAfter(this.tips.today(), nextInMonths ?? place.checkAfterMonths),
        overdueToldOn: null,
      });
      await tx.query('update tip_note set resolved_at = $2, resolved_by = $3 where tip_id = $1 and resolved_at is null', [tip.id, now, accountId]);
      emit(tipEvents.checked({ tipId: tip.id, spaceId: tip.spaceId }));
    });
  }

  /** Another member becomes the owner; the former one stays as co-author. */
  async handOver(viewer: Viewer, tipId: string, ownerId: string): Promise<void> {
    const { lock } = await this.gate.admit(viewer, tipId, canHandOver);
    await this.db.write(viewer, async (tx, emit) => {
      const tip = await lock(tx);
      if (tip.authorIds[0] === ownerId) return;
      await checkMembers(tx, tip.spaceId, [ownerId]).catch((error: unknown) => {
        throw error instanceof AppError ? AppError.badInput('ownerId', 'tip.notAMember') : error;
      });
      const authorIds = [ownerId, ...tip.authorIds.filter((id) => id !== ownerId)];
      await tx.update(TipEntity, { id: tip.id }, { authorIds });
      await tx.query(`update tip_working_copy set author_ids = array[$2::uuid] || array_remove(author_ids, $2::uuid) where tip_id = $1`, [tip.id, ownerId]);
      await this.audit.record(tx, viewer, { act: 'tips.handedOver', subjectKind: 'tip', subjectId: tip.id, spaceId: tip.spaceId, details: { toId: ownerId } });
      if (tip.state === 'published') emit(tipEvents.checked({ tipId: tip.id, spaceId: tip.spaceId }));
    });
  }

  private async changeState(
    viewer: Viewer,
    tipId: string,
    rule: TipRule,
    changeOf: (tip: TipRow, tx: EntityManager) => Partial<TipEntity> | Promise<Partial<TipEntity>>,
    act?: string,
  ): Promise<void> {
    const { accountId, lock } = await this.gate.admit(viewer, tipId, rule);
    await this.db.write(viewer, async (tx, emit) => {
      const tip = await lock(tx);
      const change = await changeOf(tip, tx);
      await tx.update(TipEntity, { id: tip.id }, change);
      if (act !== undefined) await this.audit.record(tx, viewer, { act, subjectKind: 'tip', subjectId: tip.id, spaceId: tip.spaceId });
      emit(tipEvents.stateChanged({ tipId: tip.id, spaceId: tip.spaceId, state: change.state ?? tip.state, byId: accountId }));
    });
  }
}
