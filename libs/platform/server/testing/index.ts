/** For specs only: a real database per suite, a whole application, fakes for mail and clock. */
export { createTestDatabase, startTestPostgres, TEST_DATABASE_VARIABLE } from './test-database.js';
export { LiveListener } from './live-listener.js';
export type { HeardUpdate, ListenWishes } from './live-listener.js';
export { MailBox, MovableClock, TestServer } from './test-server.js';
export type { Caller, GraphqlAnswer } from './test-server.js';
