import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** A domain whose things carry topics, as ids in a column of its own. */
export interface TopicCarrier {
  readonly name: string;
  /** Two topics became one: what carried the first carries the second from now on, without doubles. */
  replace(tx: EntityManager, fromId: string, intoId: string): Promise<void>;
}

/** Told by each domain while it starts (`carriers.contribute(this)`). */
@Injectable()
export class TopicCarriers {
  private readonly carriers = new Map<string, TopicCarrier>();

  contribute(carrier: TopicCarrier): void {
    if (this.carriers.has(carrier.name)) throw new Error(`two carriers of topics called ${carrier.name}`);
    this.carriers.set(carrier.name, carrier);
  }

  /** Always in the same order, so that two transactions never wait for each other crosswise. */
  async replace(tx: EntityManager, fromId: string, intoId: string): Promise<void> {
    const inOrder = [...this.carriers.values()].toSorted((left, right) => left.name.localeCompare(right.name));
    for (const carrier of inOrder) await carrier.replace(tx, fromId, intoId);
  }
}

/**
 * For a table with a column `topic_ids uuid[]`.
 * @param table a literal of code.
 */
export async function replaceInTable(tx: EntityManager, table: string, fromId: string, intoId: string): Promise<void> {
  // Without doubles where something carried both.
  await tx.query(`update ${table} set topic_ids = array_append(array_remove(array_remove(topic_ids, $1), $2), $2) where topic_ids @> array[$1]::uuid[]`, [fromId, intoId]);
}
