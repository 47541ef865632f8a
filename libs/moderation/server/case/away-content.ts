import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CLOCK, Db, LOGGER, type Clock, type Emit, type Logger } from '#platform/server';
import { Cases } from './cases.js';

/**
 * Days that content stays which moderation took away; the privacy notice tells of them. It can be objected to for half a year,
 * and be shown again for another: then it goes like who had reported it.
 */
export const AWAY_KEPT_DAYS = 366;

const AT_ONCE = 500;

/** Lets go of content that moderation took away so long ago that nobody objects any more. */
@Injectable()
export class AwayContent {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Db) private readonly db: Db,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(Cases) private readonly cases: Cases,
  ) {}

  /**
   * In pieces, what nobody waits to judge; running it twice or missing a day does no harm.
   * @param hidden SQL that gives the ids of what is out of sight still: what is forgotten, or was shown again, is not looked at every night.
   * @param forget within one transaction for each piece; asks again under its locks whether things are hidden.
   */
  async forget(kind: string, hidden: string, forget: (tx: EntityManager, emit: Emit, ids: readonly string[]) => Promise<void>, atOnce = AT_ONCE): Promise<void> {
    await this.inPieces(kind, hidden, atOnce, async (ids) => this.settle(kind, ids, forget));
  }

  /**
   * As {@link forget}, each thing by itself: one that cannot be let go of keeps no other.
   * @throws {Error} afterwards, where some stayed; the log says which and why.
   */
  async forgetEach(kind: string, hidden: string, forget: (tx: EntityManager, emit: Emit, id: string) => Promise<void>): Promise<void> {
    let failed = 0;
    const attempt = async (id: string): Promise<void> => {
      try {
        await this.settle(kind, [id], async (tx, emit, ids) => {
          for (const free of ids) await forget(tx, emit, free);
        });
      } catch (error) {
        this.logger.error({ kind, itemId: id, error: error instanceof Error ? error.stack : String(error) }, 'content not forgotten');
        failed += 1;
      }
    };
    await this.inPieces(kind, hidden, AT_ONCE, async (ids) => {
      for (const id of ids) await attempt(id);
    });
    if (failed > 0) throw new Error(`${failed} of ${kind} not forgotten`);
  }

  private async inPieces(kind: string, hidden: string, atOnce: number, each: (ids: readonly string[]) => Promise<void>): Promise<void> {
    const before = new Date(this.clock.now().getTime() - AWAY_KEPT_DAYS * 86_400_000);
    for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
      const ids = await this.awaySince(kind, hidden, before, after, atOnce);
      const last = ids.at(-1);
      if (last === undefined) return;
      after = last;
      await each(ids);
    }
  }

  private async settle(kind: string, ids: readonly string[], forget: (tx: EntityManager, emit: Emit, ids: readonly string[]) => Promise<void>): Promise<void> {
    await this.db.write({ accountId: null }, async (tx, emit) => {
      const waiting = await this.cases.waitingAmong(tx, kind, ids);
      const free = ids.filter((id) => !waiting.has(id));
      if (free.length > 0) await forget(tx, emit, free);
    });
  }

  /** What was taken out of sight before an instant, in the order of ids. @param after the id that the next piece begins behind. */
  private async awaySince(kind: string, hidden: string, before: Date, after: string, atMost: number): Promise<readonly string[]> {
    const rows = await this.db.query<{ id: string }>(
      `select item_id as id from moderation_case where item_kind = $1 and item_id > $3 and decision in ('hide', 'reject') and item_id in (${hidden})
       group by item_id having max(decided_at) < $2 order by item_id limit $4`,
      [kind, before, after, atMost],
    );
    return rows.map(({ id }) => id);
  }
}
