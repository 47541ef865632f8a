// Types, lint and boundaries without the tests: what an editor cannot show.
import { runNode } from './build.mjs';

await runNode(['tooling/generate-types.mjs']);
await runNode(['node_modules/typescript-7/bin/tsc', '-p', '.', '--noEmit']);
await runNode(['node_modules/oxlint/bin/oxlint', '--quiet']);
await runNode(['node_modules/dependency-cruiser/bin/dependency-cruiser.mjs', '--config', '.dependency-cruiser.mjs', 'libs', 'apps']);
