import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '#access/server';
import { DirectActs } from '#moderation/server';
import { CLOCK, Db, type Clock } from '#platform/server';
import { AppError } from '#platform/shared';
import { Threads } from '#threads/server';
import { tipEvents } from '../tips.outbox.js';
import { TipEntity } from './tip.entity.js';
import { TipHiding } from './tip-hiding.js';
import { TipGate, type TipRule } from './tip.gate.js';
import { canCheck, canHide, canRetire, canRevive, canUnhide } from './tip.policy.js';
import { TipQueries } from './tip.queries.js';
import { dayAfter } from './tip-release.js';

/** What becomes of a released tip, apart from its text. */
@Injectable()
export class TipStanding {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(TipGate) private readonly gate: TipGate,
    @Inject(TipQueries) private readonly tips: TipQueries,
    @Inject(TipHiding) private readonly hiding: TipHiding,
    @Inject(DirectActs) private readonly directActs: DirectActs,
    @Inject(Threads) private readonly threads: Threads,
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

  /** Going back to the readers of its space needs their number as the user was shown it. */
  async unhide(viewer: Viewer, tipId: string, confirmAudience: number | null): Promise<void> {
    const { lock } = await this.gate.admit(viewer, tipId, canUnhide);
    await this.db.write(viewer, async (tx, emit) => {
      const tip = await lock(tx);
      const readers = await this.hiding.readersAgain(tx, tip);
      if (readers !== null && confirmAudience !== readers) throw AppError.conflict('tip.confirmAudience', { count: readers });
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

  private async changeState(viewer: Viewer, tipId: string, rule: TipRule, changeOf: () => Partial<TipEntity>): Promise<void> {
    const { accountId, lock } = await this.gate.admit(viewer, tipId, rule);
    await this.db.write(viewer, async (tx, emit) => {
      const tip = await lock(tx);
      const change = changeOf();
      await tx.update(TipEntity, { id: tip.id }, change);
      await this.threads.sync(tx, emit, { kind: 'tip', id: tip.id }, { state: change.state ?? tip.state });
      emit(tipEvents.stateChanged({ tipId: tip.id, spaceId: tip.spaceId, state: change.state ?? tip.state, byId: accountId }));
    });
  }
}
