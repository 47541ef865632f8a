import { PgBoss } from 'pg-boss';
import type { Logger } from '../logging/logger.js';

/** @param isWorker whether this process also keeps the queues tidy and fires schedules. */
export function createBoss(url: string, logger: Logger, isWorker: boolean): PgBoss {
  const boss = new PgBoss({
    connectionString: url,
    application_name: 'pusteblume outbox',
    max: 4,
    schema: 'outbox',
    useListenNotify: isWorker,
    supervise: isWorker,
    schedule: isWorker,
  });
  boss.on('error', (error) => logger.error({ error: error.message }, 'outbox'));
  return boss;
}
