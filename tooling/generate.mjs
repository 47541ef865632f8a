// Writes apps/server/schema.graphql from the classes, and the web's types from it.
import { ensureBuilt, runNode } from './build.mjs';

await ensureBuilt({ withWeb: false });
await runNode(['dist/apps/server/generate-schema.js']);
await runNode(['tooling/generate-types.mjs']);
