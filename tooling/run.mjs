// `node tooling/run.mjs <entry> …`: installs and builds where needed, then runs an entry of the server.
import { continueIn, ensureInstalled } from './install.mjs';

const [entry, ...parameters] = process.argv.slice(2);
ensureInstalled();
const { ensureBuilt } = await import('./build.mjs');
await ensureBuilt({ withWeb: entry === 'main' });
await continueIn(`dist/apps/server/${entry}.js`, parameters);
