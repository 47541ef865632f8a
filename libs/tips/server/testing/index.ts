/** For specs of this and of higher domains. */
export { aCircle, aTip, aTopic } from '../tips.testing.js';
export type { TestCircle, TestTip, TestTopic, TipWishes } from '../tips.testing.js';
