/** For specs of this and of higher domains. */
export { anAccount } from '../accounts.testing.js';
export type { AccountWishes, TestAccount } from '../accounts.testing.js';
