import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { payloadsOf, type LiveEvent } from './live-event.js';

/** The one channel of this product's notifications in its database. */
export const LIVE_CHANNEL = 'pusteblume_live';

/** Tells open pages, of whichever process, that something changed. */
@Injectable()
export class Live {
  /**
   * Told at the moment `tx` commits, and not at all where it rolls back. Rights are looked at when it is delivered.
   * @throws {Error} where the event names nobody, or more than fits.
   */
  async publish(tx: EntityManager, event: LiveEvent): Promise<void> {
    for (const payload of payloadsOf(event)) await tx.query('select pg_notify($1, $2)', [LIVE_CHANNEL, payload]);
  }
}
