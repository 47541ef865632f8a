import { registerHooks } from 'node:module';

// Jest loads this file outside its own transforms; Node strips the types itself and only needs to be told that the
// `.js` of our imports are `.ts` here.
registerHooks({
  resolve(specifier, context, next) {
    const isOurs = specifier.startsWith('.') && context.parentURL?.endsWith('.ts') === true;
    return next(isOurs ? specifier.replace(/\.js$/, '.ts') : specifier, context);
  },
});

const { beginRun, endRun, startTestPostgres, TEST_DATABASE_VARIABLE } = await import('./test-database.ts');

/** Before all suites of a run: one PostgreSQL, unless the caller brought one. */
export default async function start() {
  beginRun();
  if (process.env[TEST_DATABASE_VARIABLE] !== undefined) {
    globalThis.stopTestPostgres = endRun;
    return;
  }
  const server = await startTestPostgres();
  process.env[TEST_DATABASE_VARIABLE] = server.url;
  globalThis.stopTestPostgres = server.stop;
}
