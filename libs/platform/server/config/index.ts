/** The configuration alone: small, so that a start which is refused need not load the rest of the product first. */
export { ConfigError, readConfig } from './config.js';
export type { Config } from './config.js';
export { Refusal } from './refusal.js';
