import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '#access/server';
import type { TipRow } from '#tips/server';
import type { Crossing } from '../border/border.js';
import { Borders } from '../border/borders.js';
import { standingOf } from '../border/standing.js';
import { textOf } from '../harvest.obstacle.js';
import { HarvestQueries } from '../harvest.queries.js';
import type { HarvestRow, PassageRow } from '../harvest.row.js';
import type { TipHarvest } from '../harvest.type.js';

/** More would be no list that anybody settles. */
const SHOWN = 200;

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
    const [widening, settlements, sources] = await Promise.all([
      this.borders.widening(harvest, passages, tip.spaceId),
      this.harvests.settlements(tip.id),
      this.borders.spacesOf(harvest, passages),
    ]);
    const readsSource = sources.every((spaceId) => viewer.readableSpaceIds.has(spaceId));
    const { couldWiden, ...wider } = widening;
    const found = wider.isWider || couldWiden ? await this.crossings(readsSource, harvest, passages, text) : [];
    const settled = new Map(settlements.map((settlement) => [settlement.key, settlement]));
    const shown = passages.map((passage) => ({ ...passage, ...standingOf(text, passage), text: readsSource ? passage.text : null, source: readsSource ? passage.source : null }));
    const judged = found.map((crossing) => {
      const settlement = settled.get(crossing.key);
      return { ...crossing, isSettled: settlement !== undefined, reason: settlement?.reason ?? null, settledById: settlement?.settledById ?? null };
    });
    return {
      tipId: tip.id,
      discussionId: harvest.discussionId,
      ...wider,
      // How many belong to a circle is known inside it.
      gains: readsSource ? wider.gains : 0,
      readsSource,
      isReady: shown.every(({ isAgreed }) => isAgreed) && (!wider.isWider || judged.every(({ isSettled }) => isSettled)),
      passages: shown,
      // What still waits goes before: a list that is cut must not hide it.
      crossings: judged.toSorted((left, right) => Number(left.isSettled) - Number(right.isSettled)).slice(0, SHOWN),
    };
  }

  private async crossings(readsSource: boolean, harvest: HarvestRow, passages: readonly PassageRow[], text: string): Promise<readonly Crossing[]> {
    return readsSource ? this.borders.wouldCross(harvest, passages, text) : this.borders.crossingsOfPassages(passages, text);
  }
}
