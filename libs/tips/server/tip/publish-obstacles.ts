import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '#access/server';

/** A text about to become what readers see. */
export interface TextToRelease {
  readonly tipId: string;
  readonly spaceId: string;
  readonly title: string;
  readonly summary: string;
  readonly body: string;
}

/** Something that has to be settled before a text may be released. */
export interface PublishObstacle {
  /** Stable name: `harvest`. */
  readonly name: string;
  /**
   * Asked at every release, within its transaction: the first, every later one, those by moderators, restored texts, imports.
   * @throws {AppError} CONFLICT with a reason that says what is still open.
   */
  check(tx: EntityManager, text: TextToRelease): Promise<void>;
  /**
   * Asked before that transaction, where somebody releases by hand: for limits, where a refusal tells something by itself.
   * @throws {AppError} RATE_LIMITED
   */
  admit?(viewer: Viewer, tipId: string): Promise<void>;
}

/** Told by other domains while they start; tips know none of them. */
@Injectable()
export class PublishObstacles {
  private readonly obstacles = new Map<string, PublishObstacle>();

  register(obstacle: PublishObstacle): void {
    if (this.obstacles.has(obstacle.name)) throw new Error(`two obstacles called ${obstacle.name}`);
    this.obstacles.set(obstacle.name, obstacle);
  }

  async admit(viewer: Viewer, tipId: string): Promise<void> {
    for (const obstacle of this.obstacles.values()) await obstacle.admit?.(viewer, tipId);
  }

  async ensureNone(tx: EntityManager, text: TextToRelease): Promise<void> {
    for (const obstacle of this.obstacles.values()) await obstacle.check(tx, text);
  }
}
