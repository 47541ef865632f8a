import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '#access/server';
import { accountOf } from '#accounts/server';
import { RateLimits, type Limit } from '#platform/server';
import { AppError } from '#platform/shared';
import { WideningObstacles, type WideningObstacle } from '#spaces/server';
import { PublishObstacles, type PublishObstacle, type TextToRelease } from '#tips/server';
import { Borders, type TextAtBorder } from './border/borders.js';
import { standingOf } from './border/standing.js';
import { HarvestQueries } from './harvest.queries.js';
import type { HarvestRow, PassageRow } from './harvest.row.js';

/** A refusal tells whoever does not read the discussion that some word of the text is known there: not so often that one could ask for names. */
export const RELEASING: Limit = { name: 'harvest.release', tries: 20, withinSeconds: 86_400 };

/** What keeps a tip made of a discussion from its readers, at every release of it. */
@Injectable()
export class HarvestObstacle implements PublishObstacle, WideningObstacle {
  readonly name = 'harvest';

  constructor(
    @Inject(HarvestQueries) private readonly harvests: HarvestQueries,
    @Inject(Borders) private readonly borders: Borders,
    @Inject(RateLimits) private readonly limits: RateLimits,
    @Inject(PublishObstacles) obstacles: PublishObstacles,
    @Inject(WideningObstacles) widening: WideningObstacles,
  ) {
    obstacles.register(this);
    widening.register(this);
  }

  async admit(viewer: Viewer, tipId: string): Promise<void> {
    const harvest = await this.harvests.ofTip(tipId);
    if (harvest === null) return;
    const sources = await this.borders.spacesOf(harvest, await this.harvests.passages(tipId));
    if (!sources.every((spaceId) => viewer.readableSpaceIds.has(spaceId))) await this.limits.count(RELEASING, `account:${accountOf(viewer)}`);
  }

  async check(tx: EntityManager, { tipId, spaceId, title, summary, body }: TextToRelease): Promise<void> {
    // An answer that arrives meanwhile waits, and then counts for the next release.
    const [locked]: unknown[] = await tx.query('select tip_id from harvest where tip_id = $1 for share', [tipId]);
    if (locked === undefined) return;
    // Whoever opens the space at this moment waits, and then asks about this text, too.
    await tx.query('select from space where id = $1 for share', [spaceId]);
    const harvest = await this.harvests.ofTip(tipId, tx);
    if (harvest === null) return;
    const text = textOf({ title, summary, body });
    const passages = await this.harvests.passages(tipId, tx);
    const refused = passages.filter((passage) => !standingOf(text, passage).isAgreed);
    if (refused.length > 0) throw AppError.conflict('harvest.notAgreed', { count: refused.length });
    // How many would tell whoever does not read the discussion what else was said there.
    if (!(await this.isSettled(tx, harvest, passages, { spaceId, text }))) throw AppError.conflict('harvest.unsettled');
  }

  /** Of what is released in a space that is about to have more readers. */
  async unsettled(tx: EntityManager, spaceId: string): Promise<readonly string[]> {
    const tips: (Pick<TextToRelease, 'tipId' | 'title' | 'summary' | 'body'>)[] = await tx.query(
      `select t.id as "tipId", t.title, t.summary, t.body from tip t join harvest h on h.tip_id = t.id where t.space_id = $1 and t.revision_number > 0 order by t.title, t.id`,
      [spaceId],
    );
    const open: string[] = [];
    for (const tip of tips) {
      const harvest = await this.harvests.ofTip(tip.tipId, tx);
      const passages = await this.harvests.passages(tip.tipId, tx);
      if (harvest !== null && !(await this.isSettled(tx, harvest, passages, { spaceId, text: textOf(tip) }))) open.push(tip.title);
    }
    return open;
  }

  private async isSettled(tx: EntityManager, harvest: HarvestRow, passages: readonly PassageRow[], text: TextAtBorder): Promise<boolean> {
    const settled = new Set((await this.harvests.settlements(harvest.tipId, tx)).map(({ key }) => key));
    return (await this.borders.crossings(harvest, passages, text, tx)).every(({ key }) => settled.has(key));
  }
}

/** All that readers will see of it. */
export function textOf({ title, summary, body }: Pick<TextToRelease, 'title' | 'summary' | 'body'>): string {
  return [title, summary, body].join('\n\n');
}
