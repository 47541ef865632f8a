import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Contributions, type Emit } from '#platform/server';

/** What has to pass into other hands before somebody can go. */
export interface LeavingObstacle {
  readonly kind: 'lastModerator' | 'lastCoordinator';
  /** What it is about, as the person who leaves knows it; null where there is only one. */
  readonly name: string | null;
  /** Own path of the page where it is handed over. */
  readonly path: string;
}

/** Who goes, with what has to be looked for. */
export interface LeavingAccount {
  readonly id: string;
  readonly address: string;
}

/** What a domain knows of a person, and how it lets go of it. */
export interface LeavingContribution {
  readonly name: string;
  /** Locks, until the transaction ends, what `obstacles` looks at: two who leave at one moment must not both pass. */
  hold?(tx: EntityManager, accountId: string): Promise<void>;
  obstacles?(tx: EntityManager, accountId: string): Promise<readonly LeavingObstacle[]>;
  /** Removes what is the person's. Called within one transaction for all domains; the account's own row goes last. */
  erase(tx: EntityManager, account: LeavingAccount, emit: Emit): Promise<void>;
}

/** Told by each domain while it starts (`leaving.contribute(this)`); asks nobody by itself. */
@Injectable()
export class LeavingRegistry {
  private readonly contributions = new Contributions<LeavingContribution>('contributions to leaving', ({ name }) => name);

  contribute(contribution: LeavingContribution): void {
    this.contributions.add(contribution);
  }

  async hold(tx: EntityManager, accountId: string): Promise<void> {
    for (const contribution of this.contributions.all) await contribution.hold?.(tx, accountId);
  }

  async obstacles(tx: EntityManager, accountId: string): Promise<readonly LeavingObstacle[]> {
    const all: LeavingObstacle[] = [];
    for (const contribution of this.contributions.all) all.push(...((await contribution.obstacles?.(tx, accountId)) ?? []));
    return all;
  }

  async erase(tx: EntityManager, account: LeavingAccount, emit: Emit): Promise<void> {
    for (const contribution of this.contributions.all) await contribution.erase(tx, account, emit);
  }
}
