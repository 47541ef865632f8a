import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '#access/server';
import { DirectActs } from '#moderation/server';
import { Audit, CLOCK, Db, type Clock } from '#platform/server';
import { AppError } from '#platform/shared';
import { checkMembers } from '../draft/text-rules.js';
import { tipEvents } from '../tips.outbox.js';
import { TipEntity } from './tip.entity.js';
import { TipHiding } from './tip-hiding.js';
import { TipGate, type TipRule } from './tip.gate.js';
import { canCheck, canHandOver, canHide, canRetire, canRevive, canUnhide } from './tip.policy.js';
import { TipQueries } from './tip.queries.js';
import { dayAfter } from './tip-release.js';

/** What becomes of a released tip, apart from its text. */
@Injectable()
export class TipStanding {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(TipGate) private readonly gate: TipGate,
    @Inject(TipQueries) private readonly tips: TipQueries,
    @Inject(TipHiding) private readonly hiding: TipHiding,
    @Inject(DirectActs) private readonly directActs: DirectActs,
  ) {}

  async retire(viewer: Viewer, tipId: string): Promise<void> {
    await this.changeState(viewer, tipId, canRetire, () => ({ state: 'retired', retiredAt: this.clock.now() }));
  }

  async revive(viewer: Viewer, tipId: string): Promise<void> {
    await this.changeState(viewer, tipId, canRevive, () => ({ state: 'published', retiredAt: null }));
  }

  /** By a moderator where the tip stands; its authors can object like to any decision of moderation. */
  async hide(viewer: Viewer, tipId: string, reason: string): Promise<void> {
    const { lock } = await this.gate.admit(viewer, tipId, canHide);
    await this.db.write(viewer, async (tx, emit) => {
      const tip = await lock(tx);
      await this.hiding.hide(tx, emit, viewer, tip, reason);
      await this.directActs.hidden(tx, emit, viewer, { kind: 'tip', id: tip.id, spaceId: tip.spaceId, authorIds: tip.authorIds, reason });
    });
  }

  async unhide(viewer: Viewer, tipId: string): Promise<void> {
    const { lock } = await this.gate.admit(viewer, tipId, canUnhide);
    await this.db.write(viewer, async (tx, emit) => {
      const tip = await lock(tx);
      await this.hiding.show(tx, emit, viewer, tip);
      await this.directActs.shownAgain(tx, emit, viewer, { kind: 'tip', id: tip.id, spaceId: tip.spaceId, authorIds: tip.authorIds, reason: '' });
    });
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

  private async changeState(viewer: Viewer, tipId: string, rule: TipRule, changeOf: () => Partial<TipEntity>): Promise<void> {
    const { accountId, lock } = await this.gate.admit(viewer, tipId, rule);
    await this.db.write(viewer, async (tx, emit) => {
      const tip = await lock(tx);
      const change = changeOf();
      await tx.update(TipEntity, { id: tip.id }, change);
      emit(tipEvents.stateChanged({ tipId: tip.id, spaceId: tip.spaceId, state: change.state ?? tip.state, byId: accountId }));
    });
  }
}
