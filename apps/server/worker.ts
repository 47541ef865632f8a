import 'reflect-metadata';
import { Outbox } from '#platform/server';
import { startApplication } from './app.js';
import { eraseAgain } from './erase-again.js';
import { leave } from './leave.js';
import { run } from './run.js';

/** Works off the outbox beside any number of servers on the same database; needs `DATABASE_URL`. */
run(async (config) => {
  const running = await startApplication(config, { isWorker: true, isOnly: true });
  await eraseAgain(running);
  await running.app.get(Outbox).work();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void running.stop().then(() => leave(0), () => leave(1)));
  }
});
