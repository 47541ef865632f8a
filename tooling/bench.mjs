// The product against a bare floor: see apps/bench/bench.ts.
import { ensureBuilt, runNode } from './build.mjs';

await ensureBuilt({ withWeb: true });
await runNode(['dist/apps/bench/bench.js', ...process.argv.slice(2)]);
