import 'reflect-metadata';
import { ConfigError, Outbox, readConfig } from '#platform/server';
import { startApplication } from './app.js';

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const running = await startApplication(config, { isWorker: config.worker === 'inside' });
  if (config.worker === 'inside') await running.app.get(Outbox).work();
  await running.app.listen(config.port, config.host);
  running.logger.info({ port: config.port }, 'listening');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void running.stop().then(() => process.exit(0)));
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
});
