/** For specs of this and of higher domains. */
export { aTip, aTopic } from '../tips.testing.js';
export type { TestTip, TestTopic, TipWishes } from '../tips.testing.js';
