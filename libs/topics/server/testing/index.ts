/** For specs of this and of higher domains. */
export { aTopic } from '../topics.testing.js';
export type { TestTopic } from '../topics.testing.js';
