import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '#access/server';
import type { TipRow } from '#tips/server';
import { Borders } from '../border/borders.js';
import { standingOf } from '../border/standing.js';
import { textOf } from '../harvest.obstacle.js';
import { HarvestQueries } from '../harvest.queries.js';
import type { HarvestRow } from '../harvest.row.js';
import type { TipHarvest } from '../harvest.type.js';

/** The same look that a release takes, for those who write: what is still open. */
@Injectable()
export class TipHarvests {
  constructor(
    @Inject(HarvestQueries) private readonly harvests: HarvestQueries,
    @Inject(Borders) private readonly borders: Borders,
  ) {}

  /** @param written what is being written, or what is released. */
  async of(viewer: Viewer, tip: TipRow, harvest: HarvestRow, written: { readonly title: string; readonly summary: string; readonly body: string }): Promise<TipHarvest> {
    const text = textOf(written);
    const passages = await this.harvests.passages(tip.id);
    const [widening, found, settlements] = await Promise.all([
      this.borders.widening(harvest, passages, tip.spaceId),
      this.borders.crossings(harvest, passages, { spaceId: tip.spaceId, text }),
      this.harvests.settlements(tip.id),
    ]);
    const settled = new Map(settlements.map((settlement) => [settlement.key, settlement]));
    const readsSource = viewer.readableSpaceIds.has(harvest.fromSpaceId);
    const shown = passages.map((passage) => ({ ...passage, ...standingOf(text, passage), text: readsSource ? passage.text : null }));
    const crossings = found.map((crossing) => {
      const settlement = settled.get(crossing.key);
      return { ...crossing, isSettled: settlement !== undefined, reason: settlement?.reason ?? null, settledById: settlement?.settledById ?? null };
    });
    return {
      tipId: tip.id,
      discussionId: harvest.discussionId,
      ...widening,
      isReady: shown.every(({ isAgreed }) => isAgreed) && crossings.every(({ isSettled }) => isSettled),
      passages: shown,
      crossings,
    };
  }
}
