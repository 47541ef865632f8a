// `node tooling/tool.mjs <script> …`: installs where needed, then runs a script of this folder in the project's own Node.
import { continueIn, ensureInstalled } from './install.mjs';

const [script, ...parameters] = process.argv.slice(2);
ensureInstalled();
await continueIn(`tooling/${script}.mjs`, parameters);
