/** For specs of this and of higher domains. */
export { aCircle, aTip } from '../tips.testing.js';
export type { TestCircle, TestTip, TipWishes } from '../tips.testing.js';
