import { randomBytes } from 'node:crypto';
import { HttpException } from '@nestjs/common';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { AppError } from '#platform/shared';
import type { Logger } from '../logging/logger.js';

function rootOf(error: unknown): unknown {
  let current = error;
  while (current instanceof GraphQLError && current.originalError !== undefined && current.originalError !== null) current = current.originalError;
  return current;
}

/** The database is away, full or restarting: a new try makes sense and nothing of it is told. */
function isPassingDatabaseFault(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return (
    (typeof code === 'string' && /^(08|53|57P|ECONN|EPIPE)/.test(code)) ||
    (typeof message === 'string' && /timeout exceeded when trying to connect|timeout expired|Connection terminated/i.test(message))
  );
}

/** A value that PostgreSQL cannot read as what it should be (class 22): odd input, not a fault of ours. */
function isImpossibleValue(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && code !== '22012' && /^22[0-9A-Z]{3}$/.test(code);
}

/**
 * The one place where errors leave the server: known ones with code and reason, unknown ones with nothing but a short
 * id that is found again in the log.
 */
export function formatErrorWith(logger: Logger) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const place = { ...(formatted.path === undefined ? {} : { path: formatted.path }), ...(formatted.locations === undefined ? {} : { locations: formatted.locations }) };
    const root = rootOf(error);
    if (root instanceof AppError) {
      const { field, params, fields } = root.details;
      return {
        message: root.reason,
        ...place,
        extensions: { code: root.code, reason: root.reason, ...(field && { field }), ...(params && { params }), ...(fields && { fields }) },
      };
    }
    const code = formatted.extensions?.['code'];
    if (typeof code === 'string' && code !== 'INTERNAL_SERVER_ERROR' && !(root instanceof HttpException)) {
      const reason = formatted.extensions?.['reason'] ?? 'invalidOperation';
      return { message: formatted.message, ...place, extensions: { code: 'BAD_USER_INPUT', reason } };
    }
    if (isImpossibleValue(root)) {
      return { message: 'badInput', ...place, extensions: { code: 'BAD_USER_INPUT', reason: 'badInput' } };
    }
    const id = randomBytes(4).toString('hex');
    logger.error({ id, path: formatted.path, error: root instanceof Error ? root.stack : typeof root }, 'request failed');
    const reason = isPassingDatabaseFault(root) ? 'tryAgain' : 'internal';
    return { message: reason, ...place, extensions: { code: 'INTERNAL', reason, params: { id } } };
  };
}
