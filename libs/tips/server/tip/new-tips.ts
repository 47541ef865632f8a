import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '#access/server';
import { CLOCK, type Clock } from '#platform/server';
import { AppError } from '#platform/shared';
import { TipQueries } from './tip.queries.js';
import type { TipRow } from './tip.row.js';

/** The row of a tip that nobody has released yet. */
@Injectable()
export class NewTips {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(TipQueries) private readonly tips: TipQueries,
  ) {}

  /**
   * Makes the row unless a first try of the same viewer already did.
   * @throws {AppError} CONFLICT `idReused` where the id belongs to something else.
   */
  async claim(tx: EntityManager, viewer: Viewer, tip: { readonly id: string; readonly spaceId: string; readonly ownerId: string }): Promise<TipRow> {
    await tx.query(
      `insert into tip (id, space_id, author_ids, state, slug, title, revised_at, created_at, updated_at)
       values ($1, $2, array[$3::uuid], 'draft', $1::uuid::text, '', $4, $4, $4) on conflict (id) do nothing`,
      [tip.id, tip.spaceId, tip.ownerId, this.clock.now()],
    );
    const row = await this.tips.lock(tx, viewer, tip.id);
    if (row === null || row.spaceId !== tip.spaceId || !row.authorIds.includes(tip.ownerId)) throw AppError.conflict('idReused');
    return row;
  }
}
