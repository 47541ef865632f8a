import { readFileSync } from 'node:fs';

const swc = JSON.parse(readFileSync(new URL('.swcrc', import.meta.url), 'utf8'));

const shared = {
  sandboxInjectedGlobals: ['Object', 'Array', 'Map'],
  transform: { '^.+\\.tsx?$': ['@swc/jest', { ...swc, module: { type: 'commonjs' }, swcrc: false }] },
  moduleNameMapper: {
    '\\.css$': '<rootDir>/libs/platform/web/testing/no-styles.cjs',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
};

const server = {
  ...shared,
  testEnvironment: 'node',
  // Never `import` or `require` here: some packages then hand out their other module format.
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
};

/** Specs of what is no library. */
const beside = ['<rootDir>/apps/{server,bench}/**/*.spec.ts', '<rootDir>/tooling/**/*.spec.ts'];

/** Unit tables and domain specs run on Node, component specs in jsdom; journeys have their own runner in apps/e2e. */
export default {
  // A suite begins with a database and a whole application, a journey with a browser; on two busy cores that takes time.
  testTimeout: 120_000,
  // Jest keeps what a suite loaded; one process for all of them grows beyond two gigabytes. A worker whose heap is larger
  // than this after a suite is replaced by a fresh one. Suites have databases of their own and do not meet.
  maxWorkers: 2,
  workerIdleMemoryLimit: '300MB',
  testSequencer: '<rootDir>/tooling/longest-first.mjs',
  globalSetup: '<rootDir>/libs/platform/server/testing/jest-database.mjs',
  globalTeardown: '<rootDir>/libs/platform/server/testing/jest-database-end.mjs',
  projects: [
    {
      ...server,
      displayName: 'server',
      testMatch: ['<rootDir>/libs/*/{server,shared}/**/*.spec.ts', ...beside],
    },
    {
      // The same specs for a whole run: those of a library in one suite, see tooling/suites.
      ...server,
      displayName: 'libraries',
      testMatch: ['<rootDir>/tooling/suites/*.suite.ts', '<rootDir>/libs/*/{server,shared}/**/*.alone.spec.ts', ...beside],
    },
    {
      ...shared,
      displayName: 'web',
      testEnvironment: 'jsdom',
      testEnvironmentOptions: { customExportConditions: ['source', 'browser', 'node-addons'] },
      setupFiles: ['<rootDir>/libs/platform/web/testing/browser-globals.cjs'],
      testMatch: ['<rootDir>/libs/*/web/**/*.spec.{ts,tsx}', '<rootDir>/apps/web/**/*.spec.{ts,tsx}'],
    },
    {
      ...shared,
      displayName: 'journeys',
      testEnvironment: '<rootDir>/apps/e2e/running/seen-environment.mjs',
      testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
      globalSetup: '<rootDir>/apps/e2e/running/shared-directory.mjs',
      globalTeardown: '<rootDir>/apps/e2e/running/shared-directory-end.mjs',
      testMatch: ['<rootDir>/apps/e2e/**/*.journey.ts'],
    },
  ],
};
