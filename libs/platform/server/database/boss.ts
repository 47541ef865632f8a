import { PgBoss } from 'pg-boss';
import type { Logger } from '../logging/logger.js';
import { PooledClient } from './pooled-client.js';

/** @param isWorker whether this process also keeps the queues tidy and fires schedules. */
export function createBoss(url: string, logger: Logger, isWorker: boolean): PgBoss {
  // What it does not know it hands on to its pool of connections.
  const options = {
    connectionString: url,
    application_name: 'pusteblume outbox',
    max: 4,
    Client: PooledClient,
    schema: 'outbox',
    supervise: isWorker,
    schedule: isWorker,
  };
  const boss = new PgBoss(options);
  boss.on('error', (error) => logger.error({ error: error.message }, 'outbox'));
  return boss;
}
