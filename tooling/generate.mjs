// Writes apps/server/schema.graphql from the classes, the web's types from it, and docs/errors.md from the texts.
import { ensureBuilt, runNode } from './build.mjs';

await ensureBuilt({ withWeb: false });
await runNode(['dist/apps/server/generate-schema.js']);
await runNode(['tooling/generate-types.mjs']);
await runNode(['tooling/error-reasons.mjs']);
