import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '#access/server';
import { accountOf } from '#accounts/server';
import { RateLimits, type Limit } from '#platform/server';
import { AppError } from '#platform/shared';
import { WideningObstacles, type UnsettledTexts, type WideningObstacle } from '#spaces/server';
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

  /** Of what is released in a space that is about to have more readers. Whole discussions are read before anybody waits for it. */
  async lookAhead(spaceId: string): Promise<UnsettledTexts> {
    const looked = new Map<string, readonly string[]>();
    for (const { harvest, passages, text } of await this.released(spaceId)) {
      const { isWider, couldWiden } = await this.borders.widening(harvest, passages, spaceId);
      if (!isWider && !couldWiden) continue;
      const { key, crossings } = await this.borders.look(harvest, passages, text);
      if (key !== null) looked.set(key, crossings.map((crossing) => crossing.key));
    }
    return async (tx) => this.unsettled(tx, spaceId, looked);
  }

  /** @param looked what would cross, by the key of the look. */
  private async unsettled(tx: EntityManager, spaceId: string, looked: ReadonlyMap<string, readonly string[]>): Promise<readonly string[]> {
    const open: string[] = [];
    for (const { title, harvest, passages, text } of await this.released(spaceId, tx)) {
      if (!(await this.borders.widening(harvest, passages, spaceId, tx)).isWider) continue;
      const keys = looked.get(await this.borders.keyOf(harvest, passages, text, tx));
      // Released, said or joined since: whoever opens the space looks again.
      if (keys === undefined) throw AppError.conflict('space.textsChanged');
      const settled = await this.settledKeys(harvest.tipId, tx);
      if (!keys.every((key) => settled.has(key))) open.push(title);
    }
    return open;
  }

  private async released(spaceId: string, tx?: EntityManager): Promise<readonly ReleasedTip[]> {
    const tips = await this.harvests.releasedIn(spaceId, tx);
    const passages = await this.harvests.passagesOf(tips.map(({ tipId }) => tipId), tx);
    const byTip = Map.groupBy(passages, ({ tipId }) => tipId);
    return tips.map(({ title, summary, body, ...harvest }) => ({ title, harvest, passages: byTip.get(harvest.tipId) ?? [], text: textOf({ title, summary, body }) }));
  }

  private async settledKeys(tipId: string, tx: EntityManager): Promise<ReadonlySet<string>> {
    return new Set((await this.harvests.settlements(tipId, tx)).map(({ key }) => key));
  }

  private async isSettled(tx: EntityManager, harvest: HarvestRow, passages: readonly PassageRow[], text: TextAtBorder): Promise<boolean> {
    const settled = await this.settledKeys(harvest.tipId, tx);
    return (await this.borders.crossings(harvest, passages, text, tx)).every(({ key }) => settled.has(key));
  }
}

interface ReleasedTip {
  readonly title: string;
  readonly harvest: HarvestRow;
  readonly passages: readonly PassageRow[];
  readonly text: string;
}

/** All that readers will see of it. */
export function textOf({ title, summary, body }: Pick<TextToRelease, 'title' | 'summary' | 'body'>): string {
  return [title, summary, body].join('\n\n');
}
