import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Contributions } from '#platform/server';

/** A domain whose things carry topics, as ids in a column of its own. */
export interface TopicCarrier {
  readonly name: string;
  /** Two topics became one: what carried the first carries the second from now on, without doubles. */
  replace(tx: EntityManager, fromId: string, intoId: string): Promise<void>;
}

/** Told by each domain while it starts (`carriers.contribute(this)`). */
@Injectable()
export class TopicCarriers {
  private readonly carriers = new Contributions<TopicCarrier>('carriers of topics', ({ name }) => name);

  contribute(carrier: TopicCarrier): void {
    this.carriers.add(carrier);
  }

  async replace(tx: EntityManager, fromId: string, intoId: string): Promise<void> {
    for (const carrier of this.carriers.all) await carrier.replace(tx, fromId, intoId);
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
