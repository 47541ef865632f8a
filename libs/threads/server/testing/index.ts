/** For specs of this and of higher domains. */
export { aPost, aThread } from '../threads.testing.js';
export type { PostWishes, TestPost, TestThread, ThreadWishes } from '../threads.testing.js';
