import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Contributions } from '#platform/server';
import { AppError } from '#platform/shared';

/**
 * Asked within the transaction that has just widened the space; answers their titles.
 * @throws {AppError} CONFLICT `space.textsChanged` where so much has changed since the look that it has to be taken again.
 */
export type UnsettledTexts = (tx: EntityManager) => Promise<readonly string[]>;

/** Texts of a space that more people may not read before something is settled. */
export interface WideningObstacle {
  /** Stable name: `harvest`. */
  readonly name: string;
  /** Whatever takes long, before the transaction: while it holds the row of the space, everybody who writes there waits. */
  lookAhead(spaceId: string): Promise<UnsettledTexts>;
}

/** Enough to find the others. */
const NAMED = 3;

/** Told by content domains while they start; spaces know none of them. */
@Injectable()
export class WideningObstacles {
  private readonly obstacles = new Contributions<WideningObstacle>('obstacles to widening', ({ name }) => name);

  register(obstacle: WideningObstacle): void {
    this.obstacles.add(obstacle);
  }

  async lookAhead(spaceId: string): Promise<readonly UnsettledTexts[]> {
    const looks: UnsettledTexts[] = [];
    for (const obstacle of this.obstacles.all) looks.push(await obstacle.lookAhead(spaceId));
    return looks;
  }

  /** @throws {AppError} CONFLICT `space.unsettledTexts` with how many there are and what the first are called. */
  async ensureNone(tx: EntityManager, looks: readonly UnsettledTexts[]): Promise<void> {
    const titles: string[] = [];
    for (const unsettled of looks) titles.push(...(await unsettled(tx)));
    if (titles.length > 0) throw AppError.conflict('space.unsettledTexts', { count: titles.length, titles: titles.slice(0, NAMED).map((title) => `„${title}“`).join(', ') });
  }
}
