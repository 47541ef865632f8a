// Watches: the server starts anew after each change, the web is served by Vite with live replacement.
import { spawn } from 'node:child_process';
import { ensureBuilt, NOT_SERVER } from './build.mjs';
import { node, root } from './install.mjs';

await ensureBuilt({ withWeb: true });
const start = (parameters, env = {}) => spawn(node, parameters, { cwd: root, stdio: 'inherit', env: { ...process.env, NODE_ENV: 'development', ...env } });

const children = [
  start(['node_modules/@swc/cli/bin/swc.js', 'libs', 'apps', '-d', 'dist', '--copy-files', '--watch', '--ignore', NOT_SERVER]),
  start(['--watch-path=dist/apps/server', '--watch-path=dist/libs', '--enable-source-maps', 'dist/apps/server/main.js', ...process.argv.slice(2)]),
  start(['node_modules/vite/bin/vite.js', '--config', 'apps/web/vite.config.ts']),
];
const stop = () => children.forEach((child) => child.kill('SIGTERM'));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop);
for (const child of children) child.on('exit', stop);
