import { Inject, Injectable } from '@nestjs/common';
import { ensure, type Viewer } from '#access/server';
import { accountOf } from '#accounts/server';
import { Audit, CLOCK, Db, type Clock } from '#platform/server';
import { AppError } from '#platform/shared';
import { canSeeInside, TipQueries, type TipRow } from '#tips/server';
import { HarvestQueries } from '../harvest.queries.js';

/** Decisions about what may cross. Taking something out needs none: who writes it out of the text has settled it. */
@Injectable()
export class SettleCrossings {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(TipQueries) private readonly tips: TipQueries,
    @Inject(HarvestQueries) private readonly harvests: HarvestQueries,
  ) {}

  /** Kept for a reason; on record for the space whose border is crossed. */
  async keep(viewer: Viewer, tipId: string, keys: readonly string[], reason: string): Promise<TipRow> {
    const accountId = accountOf(viewer);
    const { tip, fromSpaceId } = await this.admit(viewer, tipId);
    await this.db.write(viewer, async (tx) => {
      await this.harvests.lock(tx, tip.id);
      await tx.query(
        `insert into harvest_settlement (tip_id, key, reason, settled_by, settled_at) select $1, key, $3, $4, $5 from unnest($2::text[]) key
         on conflict (tip_id, key) do update set reason = excluded.reason, settled_by = excluded.settled_by, settled_at = excluded.settled_at`,
        [tip.id, [...new Set(keys)], reason, accountId, this.clock.now()],
      );
      await this.audit.record(tx, viewer, { act: 'harvest.crossingKept', subjectKind: 'tip', subjectId: tip.id, spaceId: fromSpaceId, details: { count: new Set(keys).size } });
    });
    return tip;
  }

  /** Opens decisions again. */
  async reopen(viewer: Viewer, tipId: string, keys: readonly string[]): Promise<TipRow> {
    const { tip } = await this.admit(viewer, tipId);
    await this.db.write(viewer, async (tx) => {
      await this.harvests.lock(tx, tip.id);
      await tx.query('delete from harvest_settlement where tip_id = $1 and key = any($2::text[])', [tip.id, keys]);
    });
    return tip;
  }

  /** Those who write the tip or release it. */
  private async admit(viewer: Viewer, tipId: string): Promise<{ readonly tip: TipRow; readonly fromSpaceId: string }> {
    accountOf(viewer);
    const tip = ensure(await this.tips.byId(viewer, tipId), (found) => canSeeInside(viewer, found), 'harvest.mayNotSettle');
    const harvest = await this.harvests.ofTip(tipId);
    if (harvest === null) throw AppError.notFound();
    return { tip, fromSpaceId: harvest.fromSpaceId };
  }
}
