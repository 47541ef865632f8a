import { randomBytes } from 'node:crypto';
import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError, type ErrorCode } from '#platform/shared';
import type { Logger } from '../logging/logger.js';

const STATUS: Readonly<Record<ErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  BAD_USER_INPUT: 400,
  CONFLICT: 409,
  RATE_LIMITED: 429,
  INTERNAL: 500,
};

/** Whoever waits for the answer. */
export interface Asker {
  readonly isGone: boolean;
}

/** The request itself says nothing of this: it is over as soon as it was read. */
export function askerOf(request: { readonly raw: { readonly socket: { readonly destroyed?: boolean } } }): Asker {
  return { isGone: request.raw.socket.destroyed === true };
}

/** The same error model on plain HTTP routes as in GraphQL: code, reason, params; never a stack or a path. */
export function httpErrorOf(error: unknown, logger: Logger, asker: Asker = { isGone: false }): { readonly status: number; readonly body: object } {
  if (error instanceof AppError) {
    const { field, params, fields } = error.details;
    return { status: STATUS[error.code], body: { error: { code: error.code, reason: error.reason, field, params, fields } } };
  }
  const status = error instanceof HttpException ? error.getStatus() : ((error as { statusCode?: unknown }).statusCode ?? 500);
  if (typeof status === 'number' && status >= 400 && status < 500) {
    const reason = status === 413 ? 'tooLarge' : status === 404 ? 'notFound' : 'badRequest';
    return { status, body: { error: { code: status === 404 ? 'NOT_FOUND' : 'BAD_USER_INPUT', reason } } };
  }
  // Whoever asked has gone on before the answer was there; nobody reads this one. A store of ours that breaks off says the same, and is a fault.
  if (asker.isGone && (error as { code?: unknown }).code === 'ERR_STREAM_PREMATURE_CLOSE') {
    logger.debug('asked and gone');
    return { status: 500, body: { error: { code: 'INTERNAL', reason: 'internal' } } };
  }
  const id = randomBytes(4).toString('hex');
  logger.error({ id, error: error instanceof Error ? error.stack : typeof error }, 'request failed');
  return { status: 500, body: { error: { code: 'INTERNAL', reason: 'internal', params: { id } } } };
}

/** Answers every error outside GraphQL, whichever hook, route or missing page it comes from. */
@Catch()
export class HttpErrors implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): unknown {
    // GraphQL formats its errors itself.
    if (host.getType<string>() === 'graphql') return error;
    const http = host.switchToHttp();
    const { status, body } = httpErrorOf(error, this.logger, askerOf(http.getRequest<FastifyRequest>()));
    const reply = http.getResponse<FastifyReply>();
    // What broke off was perhaps being compressed; this is not.
    void reply.removeHeader('content-encoding');
    return reply.status(status).type('application/json; charset=utf-8').send(body);
  }
}
