import { pino, type Logger } from 'pino';
import type { Config } from '../config/config.js';

export type { Logger } from 'pino';

/** Injection token for the process's {@link Logger}. */
export const LOGGER = Symbol('Logger');

/**
 * Structured lines on standard output. JSON escapes CR, LF and terminal codes, so that no input can forge a line;
 * bodies, cookies, search terms and addresses are never handed to it.
 */
export function createLogger(config: Pick<Config, 'logLevel'>): Logger {
  return pino({
    level: config.logLevel,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: ['req.headers', 'res.headers', 'headers', 'password', 'token', 'code'], remove: true },
  });
}
