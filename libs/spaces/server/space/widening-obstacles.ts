import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Contributions } from '#platform/server';
import { AppError } from '#platform/shared';

/** Texts of a space that more people may not read before something is settled. */
export interface WideningObstacle {
  /** Stable name: `harvest`. */
  readonly name: string;
  /** Asked within the transaction that has just widened the space; answers their titles. */
  unsettled(tx: EntityManager, spaceId: string): Promise<readonly string[]>;
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

  /** @throws {AppError} CONFLICT `space.unsettledTexts` with how many there are and what the first are called. */
  async ensureNone(tx: EntityManager, spaceId: string): Promise<void> {
    const titles: string[] = [];
    for (const obstacle of this.obstacles.all) titles.push(...(await obstacle.unsettled(tx, spaceId)));
    if (titles.length > 0) throw AppError.conflict('space.unsettledTexts', { count: titles.length, titles: titles.slice(0, NAMED).map((title) => `„${title}“`).join(', ') });
  }
}
