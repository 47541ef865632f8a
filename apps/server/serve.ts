import 'reflect-metadata';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { addMailPage, addWebApp, Outbox, Settings, type Config } from '#platform/server';
import { startApplication, type Application } from './app.js';
import { eraseAgain } from './erase-again.js';
import { greet } from './greeting.js';
import { leave } from './leave.js';
import { addWellKnown } from './well-known.js';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');

/** The server with all its pages; resolves while it keeps listening. */
export async function serve(config: Config, parameters: readonly string[]): Promise<void> {
  const demo = parameters.includes('--demo') ? await loadDemo() : null;
  const surroundings = demo === null ? {} : { clock: demo.surroundings.clock, wrapMailer: demo.surroundings.wrap };
  const running = await startApplication(config, { isWorker: config.worker === 'inside', isOnly: true, ...surroundings });
  const nowRunning = stopOnSignals(running);
  await addPages(running, config);
  await eraseAgain(running);
  // Before anybody works off the outbox: what it brings about is done by the demo itself, without mails.
  await demo?.fill(running.app);
  if (config.worker === 'inside') await running.app.get(Outbox).work();
  await running.app.listen(config.port, config.host);
  await greet(running.app, config);
  nowRunning();
}

async function addPages(running: Application, config: Config): Promise<void> {
  const server = running.app.getHttpAdapter().getInstance() as never;
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
  if (config.environment === 'development') addMailPage(server, config);
  addWellKnown(server, config, running.app.get(Settings));
  const folder = path.join(root, 'dist/web');
  // While developing, Vite serves the web.
  if (config.environment !== 'development' || existsSync(folder)) await addWebApp(server, { folder, settings: running.app.get(Settings), version });
}

/** Only loaded when asked for: its texts are of no use to a real programme. */
async function loadDemo() {
  const { DemoSurroundings } = await import('./demo/demo-surroundings.js');
  const { fillDemoProgramme } = await import('./demo/fill-demo.js');
  const surroundings = new DemoSurroundings();
  return { surroundings, fill: (app: Application['app']): Promise<void> => fillDemoProgramme(app, surroundings, (line) => console.log(line)) };
}

/**
 * A signal while the server still starts is heeded as soon as it runs: what is half open cannot be closed in order.
 * @returns to be called once it runs.
 */
function stopOnSignals(running: Application): () => void {
  let isRunning = false;
  let isStopping = false;
  const stopOnce = (): void => {
    if (!isRunning || !isStopping) return;
    running.stop().then(
      () => leave(0),
      () => leave(1),
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      // Whoever presses Ctrl-C again will not wait; PostgreSQL recovers by itself.
      if (isStopping && signal === 'SIGINT') process.exit(130);
      if (isStopping) return;
      isStopping = true;
      stopOnce();
    });
  }
  return () => {
    isRunning = true;
    stopOnce();
  };
}
