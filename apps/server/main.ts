import 'reflect-metadata';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { addMailPage, addWebApp, Outbox, Settings, type Config } from '#platform/server';
import { startApplication, type Application } from './app.js';
import { greet } from './greeting.js';
import { alternativeTo } from './port.js';
import { Refusal, run } from './run.js';
import { addWellKnown } from './well-known.js';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');

run(async (config, parameters) => {
  await refuseTakenPort(config);
  const running = await startApplication(config, { isWorker: config.worker === 'inside', isOnly: true });
  stopOnSignals(running);
  if (config.worker === 'inside') await running.app.get(Outbox).work();
  if (parameters.includes('--demo')) await fillDemo(running);
  await openDoor(running, config);
  await greet(running.app, config);
});

async function openDoor(running: Application, config: Config): Promise<void> {
  const server = running.app.getHttpAdapter().getInstance() as never;
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
  if (config.environment === 'development') addMailPage(server, config);
  addWellKnown(server, config, running.app.get(Settings));
  const folder = path.join(root, 'dist/web');
  // While developing, Vite serves the web.
  if (config.environment !== 'development' || existsSync(folder)) await addWebApp(server, { folder, settings: running.app.get(Settings), version });
  await running.app.listen(config.port, config.host);
}

async function refuseTakenPort(config: Config): Promise<void> {
  const other = await alternativeTo(config.port, config.host);
  if (other === null) return;
  throw new Refusal(
    `Der Port ${config.port} ist belegt. Frei ist zum Beispiel ${other}: PORT=${other} npm start\n` +
      `Port ${config.port} is taken. Port ${other} is free: PORT=${other} npm start`,
  );
}

/** Only loaded when asked for: its texts are of no use to a real programme. */
async function fillDemo(running: Application): Promise<void> {
  const { fillDemoProgramme } = await import('./demo/fill-demo.js');
  await fillDemoProgramme(running.app, (line) => console.log(line));
}

function stopOnSignals(running: Application): void {
  let isStopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (isStopping) return;
      isStopping = true;
      running.stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}
