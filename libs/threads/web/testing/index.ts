/** For specs of what stands around threads; never imported by the product. */
export { aPost, FakeThreads } from '../threads.testing.js';
